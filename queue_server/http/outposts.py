"""What a kiosk asks for so that it can work without the server, and what it brings when the server is back."""

from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.enums import MediaType
from litestar.params import JSONBody

from queue_server import wire
from queue_server.application import handing_over, lending
from queue_server.application.ports import Transaction
from queue_server.domain.outpost_errors import LeaseSuperseded
from queue_server.http.office import Asked, Here


@get("/api/v1/catalogue/rules")
async def rules(request: Asked, office: Here) -> Response[wire.Rules]:
    """The catalogue as it was written; unchanged answers 304."""
    known = await office.read(request.user, _rules)
    tag = f'"{known.version}"'
    if request.headers.get("If-None-Match") == tag:
        return Response(b"", status_code=304, headers={"ETag": tag})  # type: ignore[arg-type]
    return Response(known, headers={"ETag": tag, "Cache-Control": "no-cache"})


def _rules(tx: Transaction) -> wire.Rules:
    version = tx.catalogue.version
    return wire.Rules(version, tx.own.text(version) or "")


@post("/api/v1/leases")
async def lend_numbers(request: Asked, office: Here, data: JSONBody[wire.NewLeases]) -> Response[wire.Leases]:
    """Numbers to give without the server. A start of a machine that another followed is refused."""
    first = await office.first_answer(request, lambda tx: lending.lend_numbers(tx, data))
    lent = msgspec.json.decode(first, type=wire.Leases)
    if lent.superseded:  # Only now: that two machines hold one token is kept, for staff to see.
        raise LeaseSuperseded
    page = f"{office.settings.public_url or str(request.base_url).rstrip('/')}/t/"
    return Response(msgspec.structs.replace(lent, page=page), status_code=201)


@post("/api/v1/visits")
async def take_over(request: Asked, office: Here, data: JSONBody[wire.HandOver]) -> Response[wire.HandedOver]:
    """A visit gone through without the server."""
    first = await office.first_answer(request, lambda tx: handing_over.take_over(tx, data))
    return Response(first, status_code=200, media_type=MediaType.JSON)  # type: ignore[arg-type]


@get("/api/v1/outposts")
async def outposts(request: Asked, office: Here) -> wire.Outposts:
    """Kiosks that were lent numbers, and visits that could not be taken."""
    return await office.read(request.user, lending.outposts)


ROUTES: list[Any] = [rules, lend_numbers, take_over, outposts]
