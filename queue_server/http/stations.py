"""What stations tell of themselves: how slips fare and how they are; and the same number on paper once more."""

from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.enums import MediaType
from litestar.params import FromPath, JSONBody

from queue_server import wire
from queue_server.application import health, slips
from queue_server.http.kiosk import drawn, page_of
from queue_server.http.office import Asked, Here
from queue_server.http.printing import ticket_copy


@post("/api/v1/tickets/{ticket_id:str}/slip", status_code=200)
async def slip_fared(
    request: Asked, office: Here, ticket_id: FromPath[str], data: JSONBody[wire.SlipFared]
) -> Response[wire.SlipTold]:
    """Tell how a ticket's slip, or a copy of it, fared at the printer."""
    return await office.act(request, lambda tx: slips.tell(tx, ticket_id, data))


@post("/api/v1/tickets/{ticket_id:str}/reprint", status_code=200)
async def reprint(request: Asked, office: Here, ticket_id: FromPath[str]) -> Response[wire.Reprinted]:
    """The same number as one more copy, with its slip."""
    first = await office.first_answer(request, lambda tx: slips.reprint(tx, ticket_id))
    copy = msgspec.json.decode(first, type=wire.Reprinted)
    base = str(request.base_url).rstrip("/")
    # Drawn anew from what was kept, as with the number itself: the same for every retry, and not kept twice.
    blocks = await office.read(request.user, lambda tx: ticket_copy(tx, copy, page_of(office, base)))
    whole = msgspec.structs.replace(copy, slip=await drawn(blocks))
    return Response(msgspec.json.encode(whole), media_type=MediaType.JSON)  # type: ignore[arg-type]


@post("/api/v1/devices/health", status_code=204)
async def report(request: Asked, office: Here, data: JSONBody[wire.HealthReport]) -> Response[None]:
    """How this station fares now; in place of what it told before."""
    return await office.act(request, lambda tx: health.report(tx, data))


@get("/api/v1/devices/health")
async def stations(request: Asked, office: Here) -> wire.HealthList:
    """How every station fares, by its last report, and since when none has come."""
    return await office.read(request.user, health.stations)


ROUTES: list[Any] = [slip_fared, reprint, report, stations]
