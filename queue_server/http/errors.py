"""Errors put into words, as RFC 9457 problem details: a table gives the status."""

import logging
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from queue_server import wire
from queue_server.application.saying_no import refusal
from queue_server.domain import errors
from queue_server.http.languages import language_of

_log = logging.getLogger(__name__)

STATUS: dict[type[errors.DawrError], int] = {
    errors.Malformed: 400,
    errors.NotSignedIn: 401,
    errors.Forbidden: 403,
    errors.Unknown: 404,
    errors.Conflict: 409,
    errors.KeyReused: 422,
    errors.Refused: 422,
    errors.TooMany: 429,
    errors.Unavailable: 503,
}
"""The nearest base class in this table gives the status."""


def problem(request: Request[Any, Any, Any], error: errors.DawrError) -> Response[Any]:
    """A refusal as a problem, in the language the request asks for."""
    return _response(request, status_of(error), error.code, **error.values)


def status_of(error: errors.DawrError) -> int:
    """The status that goes with a refusal."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def litestar_problem(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """What the framework refused, in the same shape: where a body or a parameter is wrong, never its value."""
    code = {404: "not_found", 405: "not_found", 429: "too_many"}.get(error.status_code, "malformed")
    extra = error.extra if isinstance(error.extra, list) else []
    why = "; ".join(f"{item.get('key', '')} {item.get('message', '')}".strip() for item in extra) or error.detail
    return _response(request, error.status_code, code, why=why[:300], seconds=60)


def too_deep(request: Request[Any, Any, Any], _error: RecursionError) -> Response[Any]:
    """A body nested deeper than anything said here: the reader gave up."""
    return _response(request, 400, "malformed", why="nested too deep")


def fault(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """A mistake of ours: logged with its trace, told without."""
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _response(request, 500, "error")


HANDLERS: ExceptionHandlersMap = {
    errors.DawrError: problem,
    HTTPException: litestar_problem,
    RecursionError: too_deep,
    Exception: fault,
}


def _response(request: Request[Any, Any, Any], status: int, code: str, **values: Any) -> Response[Any]:
    told = wire.Problem(
        type=f"urn:dawr:{code}",
        title=refusal(code, "en", **values),
        status=status,
        code=code,
        detail=refusal(code, language_of(request), **values),
        instance=request.url.path,
        findings=values.get("findings", msgspec.UNSET),
    )
    return Response(msgspec.json.encode(told), status_code=status, media_type="application/problem+json")
