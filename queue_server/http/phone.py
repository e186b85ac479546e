"""`/t/{token}`: the visitor's own page, live, and what its visitor may ask. Whoever has the address may."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from queue_server import wire
from queue_server.application import leaving
from queue_server.application.floor import visitors_own, visitors_ticket
from queue_server.application.ports import Transaction
from queue_server.display.phone_pages import Asks, Place, sure_page, track_page
from queue_server.domain.errors import Conflict, Unknown
from queue_server.domain.tickets import Ticket
from queue_server.http.auth import NOBODY
from queue_server.http.office import Asked, Here, Office
from queue_server.http.open_pages import SAID, asker_of, chosen, shown
from queue_server.http.phones import standing

_FORM = 512
"""Bytes of a form: a key and a language."""
_AT_ONCE = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""Kept by no cache, and held back by no proxy."""


@get("/t/{token:str}", **SAID)
async def page(request: Asked, office: Here, token: FromPath[str]) -> Response[str]:
    """Number, state, people ahead. A wrong token and an old one look the same."""

    def look(tx: Transaction, ticket: Ticket) -> str:
        return track_page(visitors_own(tx, ticket), _place(tx, request, ticket), tx.catalogue.languages)

    return shown(await _look(request, office, token, look))


@get("/t/{token:str}/events", **SAID)
async def events(request: Asked, office: Here, token: FromPath[str]) -> Stream:
    """Whatever changes of the page, as it happens."""
    place, found = await _look(
        request, office, token, lambda tx, ticket: (_place(tx, request, ticket), standing(tx, ticket))
    )
    told = office.phones.follow(place, found)
    return Stream(told, media_type="text/event-stream", headers=_AT_ONCE)


@get("/t/{token:str}/leave", **SAID)
async def sure_to_leave(request: Asked, office: Here, token: FromPath[str]) -> Response[str]:
    """Asks once more."""
    return await _sure(request, office, token, "leave")


@get("/t/{token:str}/more-time", **SAID)
async def sure_of_more_time(request: Asked, office: Here, token: FromPath[str]) -> Response[str]:
    """Asks once more."""
    return await _sure(request, office, token, "more-time")


@post("/t/{token:str}/leave", status_code=303, request_max_body_size=_FORM, **SAID)
async def leave(request: Asked, office: Here, token: FromPath[str]) -> Redirect:
    """The visitor gives up the place in line."""
    return await _asked(request, office, token, leaving.leave)


@post("/t/{token:str}/more-time", status_code=303, request_max_body_size=_FORM, **SAID)
async def take_time(request: Asked, office: Here, token: FromPath[str]) -> Redirect:
    """The visitor needs ten more minutes."""
    return await _asked(request, office, token, leaving.take_time)


async def _look(request: Asked, office: Office, token: str, look: Callable[[Transaction, Ticket], Any]) -> Any:
    """Something of the token's ticket; each visit may ask so often, and each asker guess so often."""
    office.limits.visits.spend(token)
    try:
        return await office.read(NOBODY, lambda tx: look(tx, visitors_ticket(tx, token)))
    except Unknown:
        office.limits.guesses.spend(asker_of(request))
        raise


async def _sure(request: Asked, office: Office, token: str, asks: Asks) -> Response[str]:
    def look(tx: Transaction, ticket: Ticket) -> str:
        return sure_page(visitors_own(tx, ticket), _place(tx, request, ticket), asks, tx.secret())

    return shown(await _look(request, office, token, look))


async def _asked(
    request: Asked, office: Office, token: str, act: Callable[[Transaction, str], wire.VisitorView]
) -> Redirect:
    """Do it, once for each time its question was shown, and go back to the page.

    Where it is not possible any more, the page says how things stand: called meanwhile, most likely.
    """
    body = await request.body()
    form = dict(parse_qsl(body.decode("latin-1")))
    place = await _look(request, office, token, lambda tx, ticket: _place(tx, request, ticket, form))
    with suppress(Conflict):
        await office.once(NOBODY, form.get("key", ""), "POST", request.scope["path"], body, lambda tx: act(tx, token))
    return Redirect(place.at(), status_code=303)


def _place(tx: Transaction, request: Asked, ticket: Ticket, told: Mapping[str, str] | None = None) -> Place:
    """The page's address, and its language: the one chosen, else the ticket's."""
    told = dict(request.query_params) if told is None else told
    return Place(f"/t/{ticket.track}", chosen(tx.catalogue, request, told, ticket.language))


ROUTES: list[Any] = [page, events, sure_to_leave, sure_of_more_time, leave, take_time]
