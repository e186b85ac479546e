"""What a kiosk, the information desk and other channels ask of the ground floor."""

import asyncio
import base64
from typing import Any

import msgspec
from litestar import Response, get, patch, post
from litestar.enums import MediaType
from litestar.params import FromPath, JSONBody

from queue_server import __version__, wire
from queue_server.application import presenting, quick_services, reception
from queue_server.application.assessing import check_in_words
from queue_server.application.floor import ticket_status
from queue_server.domain.errors import DawrError, SecondClerkRefused, Unknown
from queue_server.domain.trust import Actor
from queue_server.http.auth import NOBODY
from queue_server.http.office import Asked, Here, Office
from queue_server.http.passwords import recognise
from queue_server.http.printing import bring_list, drawn_sheet, list_words, ticket_slip
from queue_server.slips.escpos import to_bytes
from queue_server.slips.layout import Block


@get("/health")
async def health(office: Here) -> wire.Health:
    """Whether the server answers, and its database with it."""
    try:
        await office.read(NOBODY, lambda tx: tx.seq)
    except DawrError:
        return wire.Health(status="trouble", database="trouble", version=__version__)
    return wire.Health(status="ok", database="ok", version=__version__)


@get("/api/v1/catalogue")
async def catalogue(request: Asked, office: Here) -> Response[wire.Catalogue]:
    """Services, questions, documents and lines, in all languages; unchanged answers 304."""
    known = await office.read(request.user, lambda tx: tx.catalogue)
    phones = office.settings.public_url or ""
    tag = f'"{known.version}{phones}"'
    if request.headers.get("If-None-Match") == tag:
        return Response(b"", status_code=304, headers={"ETag": tag})  # type: ignore[arg-type]
    return Response(presenting.catalogue(known, phones), headers={"ETag": tag, "Cache-Control": "no-cache"})


@get("/api/v1/checks")
async def referred_checks(request: Asked, office: Here) -> wire.CheckList:
    """Checks handed to the information desk today and not yet settled, oldest first."""
    return await office.read(
        request.user,
        lambda tx: wire.CheckList([check_in_words(tx, check) for check in tx.checks.referred(tx.day)]),
    )


@post("/api/v1/checks")
async def open_check(request: Asked, office: Here, data: JSONBody[wire.NewCheck]) -> Response[wire.Check]:
    """Begin a check."""
    return await office.act(request, lambda tx: reception.open_check(tx, data), status=201)


@post("/api/v1/checks/resume")
async def resume_check(request: Asked, office: Here, data: JSONBody[wire.ResumeCheck]) -> Response[wire.Check]:
    """Come back to a check by its code."""
    return await office.act(request, lambda tx: reception.resume_check(tx, data))


@get("/api/v1/checks/{check_id:str}")
async def one_check(request: Asked, office: Here, check_id: FromPath[str]) -> wire.Check:
    """One check as it stands."""
    return await office.read(request.user, lambda tx: reception.check_status(tx, check_id))


@patch("/api/v1/checks/{check_id:str}")
async def change_check(
    request: Asked, office: Here, check_id: FromPath[str], data: JSONBody[wire.CheckChange]
) -> Response[wire.Check]:
    """Answer, present papers, waive, change language, or refer."""
    if data.waive is None or data.waive.second is None:
        return await office.act(request, lambda tx: reception.change_check(tx, check_id, data))
    second = await recognise(office, request.user, data.waive.second)
    if second is None:
        raise SecondClerkRefused
    # The other clerk's password goes no further than this: what is kept under the key is made of the rest.
    said = msgspec.structs.replace(data, waive=msgspec.structs.replace(data.waive, second=None))
    key, body = request.headers.get("Idempotency-Key", ""), msgspec.json.encode((said, second.id))
    path = request.scope["path"]
    kept = await office.once(
        request.user, key, "PATCH", path, body, lambda tx: reception.change_check(tx, check_id, said, second)
    )
    return Response(kept, media_type=MediaType.JSON)  # type: ignore[arg-type]


@get("/api/v1/checks/{check_id:str}/slip")
async def check_slip(request: Asked, office: Here, check_id: FromPath[str]) -> wire.Slip:
    """The "what to bring" slip, in the language of the check."""
    return wire.Slip(await drawn(await office.read(request.user, lambda tx: bring_list(tx, check_id))))


@get("/api/v1/checks/{check_id:str}/bring.pdf")
async def check_sheet(request: Asked, office: Here, check_id: FromPath[str]) -> Response[bytes]:
    """The "what to bring" list on A4, in the language of the check."""
    return await drawn_sheet(await office.read(request.user, lambda tx: list_words(tx, check_id)))


@post("/api/v1/checks/{check_id:str}/served", status_code=200)
async def give_quick_service(request: Asked, office: Here, check_id: FromPath[str]) -> Response[wire.Check]:
    """The matter was settled without a number."""
    return await office.act(request, lambda tx: quick_services.give(tx, check_id))


@get("/api/v1/applications/{number:str}")
async def application(request: Asked, office: Here, number: FromPath[str]) -> wire.Application:
    """What the agency's file says of an application number."""
    filed = await office.read(request.user, lambda tx: tx.applications.find(number))
    if filed is None:
        raise Unknown("application", number)
    return wire.Application(filed.number, filed.service, filed.caller, list(filed.documents))


@post("/api/v1/tickets")
async def issue_ticket(request: Asked, office: Here, data: JSONBody[wire.NewTicket]) -> Response[wire.Issued]:
    """A number for a ready check, with its slip unless whoever asks prints none."""
    first = await office.first_answer(request, lambda tx: reception.issue_ticket(tx, data))
    whole = await whole_answer(office, request.user, str(request.base_url).rstrip("/"), first, slip=data.slip)
    return Response(whole, status_code=201, media_type=MediaType.JSON)  # type: ignore[arg-type]


async def whole_answer(office: Office, actor: Actor, base: str, first: bytes, *, slip: bool) -> bytes:
    """What was kept of a number, with the address of its page under `base` and, if wanted, the slip.

    Both are made anew from what was kept: the same for every retry, and not kept twice.
    """
    issued = msgspec.json.decode(first, type=wire.Issued)
    track = f"{page_of(office, base)}{issued.track}"
    whole = msgspec.structs.replace(issued, track=track)
    if slip:
        blocks = await office.read(actor, lambda tx: ticket_slip(tx, issued.id, issued.ahead, track))
        whole = msgspec.structs.replace(whole, slip=await drawn(blocks))
    return msgspec.json.encode(whole)


def page_of(office: Office, base: str) -> str:
    """The address of visitors' own pages, but for the secret at its end."""
    return f"{office.settings.public_url or base}/t/"


@get("/api/v1/tickets/{ticket_id:str}")
async def one_ticket(request: Asked, office: Here, ticket_id: FromPath[str]) -> wire.Ticket:
    """One ticket with its legs."""
    return await office.read(request.user, lambda tx: ticket_status(tx, ticket_id))


async def drawn(slip: list[Block]) -> str:
    """A slip as base64 ESC/POS. Drawing takes milliseconds: off the event loop, and in no transaction."""
    return base64.b64encode(await asyncio.to_thread(to_bytes, slip)).decode()


ROUTES: list[Any] = [
    health,
    catalogue,
    referred_checks,
    open_check,
    resume_check,
    one_check,
    change_check,
    check_slip,
    check_sheet,
    give_quick_service,
    application,
    issue_ticket,
    one_ticket,
]
