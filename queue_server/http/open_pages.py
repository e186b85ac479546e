"""What the pages that anybody on the web may open have in common."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response
from litestar.enums import MediaType
from litestar.exceptions import HTTPException

from queue_server.application.saying_no import refusal
from queue_server.display import pages
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.errors import DawrError
from queue_server.http.errors import status_of
from queue_server.http.languages import language_of
from queue_server.http.limits import asker
from queue_server.http.office import Asked


def shown(content: str, status: int = 200) -> Response[str]:
    """A page that no cache keeps."""
    return Response(content, status_code=status, media_type=MediaType.HTML, headers={"Cache-Control": "no-store"})


def chosen(known: Catalogue, request: Asked, told: Mapping[str, str], usual: str = "") -> str:
    """The language chosen, else the usual one, else what the browser asks for, as far as the office speaks it."""
    wanted = (told.get("lang", ""), usual, language_of(request))
    return next((language for language in wanted if language in known.languages), known.languages[0])


def asker_of(request: Asked) -> str:
    """Whose allowance a request spends."""
    return asker(request.client.host if request.client else None)


def _trouble(request: Request[Any, Any, Any], error: DawrError) -> Response[str]:
    """A refusal as a page."""
    status, language = status_of(error), language_of(request)
    if status == 404:
        return shown(pages.not_found_page(language), 404)
    return shown(pages.refused_page(refusal(error.code, language, **error.values), language), status)


def _wrong(request: Request[Any, Any, Any], error: HTTPException) -> Response[str]:
    """What the framework refused, as a page: a form too large, an address cut off."""
    return shown(pages.not_found_page(language_of(request)), error.status_code)


SAID: dict[str, Any] = {"exception_handlers": {DawrError: _trouble, HTTPException: _wrong}}
"""A handler's own words for what goes wrong: a page, where programs are answered with data."""
