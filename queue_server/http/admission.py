"""Devices let in by the code they show, looked after by a code of their supervisor, and put out."""

from typing import Any

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.params import FromPath, JSONBody

from queue_server import wire
from queue_server.application import admission, staff
from queue_server.domain.errors import Unknown
from queue_server.http.auth import Doorkeeper, bearer
from queue_server.http.office import Asked, Here

_NOTHING = b"null"
# A device asks once in ten minutes; a whole hall switched on at once may stand behind one address.
_LIMIT = RateLimitConfig(rate_limit=("minute", 60))


@post("/api/v1/enrolments", status_code=201, middleware=[_LIMIT.middleware])
async def ask(request: Asked, office: Here, data: JSONBody[wire.AskAdmission]) -> Response[wire.Admission]:
    """A code for a device to show until somebody lets it in."""
    return await office.act(request, lambda tx: admission.ask(tx, data), status=201)


@get("/api/v1/enrolment")
async def look(request: Asked, office: Here) -> wire.Admission:
    """How the wish of the device stands whose secret is the bearer; its token once it was let in."""
    return await office.read(request.user, lambda tx: admission.look(tx, bearer(request)))


@post("/api/v1/enrolments/{code:str}", status_code=200)
async def approve(
    request: Asked, office: Here, code: FromPath[str], data: JSONBody[wire.Approve]
) -> Response[wire.Device]:
    """Let the device in that shows the code."""
    first = await office.first_answer(request, lambda tx: admission.approve(tx, code, data))
    return _kept_or_unknown(first, code)


@post("/api/v1/enrolments/{code:str}/refuse", status_code=204)
async def refuse(request: Asked, office: Here, code: FromPath[str]) -> None:
    """Do not let the device in that shows the code."""
    _kept_or_unknown(await office.first_answer(request, lambda tx: admission.refuse(tx, code)), code)


@get("/api/v1/devices")
async def devices(request: Asked, office: Here) -> wire.DeviceList:
    """Every device that holds a token."""
    return await office.read(request.user, admission.devices)


@get("/api/v1/devices/self")
async def myself(request: Asked, office: Here) -> wire.Device:
    """The device that asks, as it was let in."""
    return await office.read(request.user, admission.myself)


@post("/api/v1/devices/revoke", status_code=200)
async def revoke(
    request: Asked, office: Here, data: JSONBody[wire.DeviceNamed], doorkeeper: NamedDependency[Doorkeeper]
) -> Response[int]:
    """End the token of a device at once: it shows a code again. How many tokens that were."""
    answer: Response[int] = await office.act(request, lambda tx: staff.revoke_device(tx, data.device))
    doorkeeper.forget()
    return answer


@post("/api/v1/service-codes", status_code=201)
async def allow_service(request: Asked, office: Here, data: JSONBody[wire.DeviceNamed]) -> Response[wire.ServiceCode]:
    """A code that opens one device's service page, once."""
    return await office.act(request, lambda tx: admission.allow_service(tx, data.device), status=201)


@post("/api/v1/service", status_code=200)
async def open_service(request: Asked, office: Here, data: JSONBody[wire.OpenService]) -> Response[wire.ServiceOpened]:
    """Open the service page of the device that asks."""
    first = await office.first_answer(request, lambda tx: admission.open_service(tx, data))
    return _kept_or_unknown(first, data.code)


def _kept_or_unknown(first: bytes, code: str) -> Response[Any]:
    """A wrong code is refused only now, after the try was counted and kept."""
    if first == _NOTHING:
        raise Unknown("code", code)
    return Response(first, media_type=MediaType.JSON)


ROUTES: list[Any] = [ask, look, approve, refuse, devices, myself, revoke, allow_service, open_service]
