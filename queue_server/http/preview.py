"""Layouts of screens tried on the real page with made-up calls, by whoever has a code a supervisor asked for."""

import base64
import binascii
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from litestar import Response, get, post
from litestar.datastructures import Cookie, ResponseHeader
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, ServerSentEvent, ServerSentEventMessage

from queue_server import wire
from queue_server.application.admission import as_kept
from queue_server.application.ports import Transaction
from queue_server.application.previewing import LASTS, allow_preview, may_preview
from queue_server.display import media, pages
from queue_server.display.staff import trying
from queue_server.display.staff.pages import preview_code_page, preview_page
from queue_server.domain.catalogue import Catalogue
from queue_server.domain.errors import NotSignedIn
from queue_server.http.auth import NOBODY
from queue_server.http.languages import language_of
from queue_server.http.media import sent
from queue_server.http.office import Asked, Here, Office
from queue_server.http.open_pages import SAID, asker_of, shown

_COOKIE = "dawr_preview"
_PATH = "/display/preview"
_POLICY = "Content-Security-Policy"
_OWN = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
_OWN += "font-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; "
_FRAMES = [ResponseHeader(name=_POLICY, value=f"{_OWN}frame-src 'self'; frame-ancestors 'none'")]
_FRAMED = [ResponseHeader(name=_POLICY, value=f"{_OWN}frame-ancestors 'self'")]


@post("/api/v1/screens/preview", status_code=201)
async def allow(request: Asked, office: Here) -> Response[wire.ServiceCode]:
    """A code that opens the page where layouts are tried, for an hour."""
    return await office.act(request, allow_preview, status=201)


@get(_PATH, response_headers=_FRAMES, **SAID)
async def preview(request: Asked, office: Here) -> Response[str]:
    """The page where layouts are tried; without a code in force, the one that asks for it."""
    language = language_of(request) if language_of(request) in {"ar", "en"} else "en"
    typed = as_kept(request.query_params.get("code", ""))
    if typed:
        office.limits.wrong_codes.spend(asker_of(request))
        fits = await office.read(NOBODY, lambda tx: may_preview(tx, typed))
        if not fits:
            return shown(preview_code_page(language, wrong=True), 403)
        office.limits.wrong_codes.give_back(asker_of(request))
        seconds = int(LASTS.total_seconds())
        cookie = Cookie(_COOKIE, _PATH, typed, max_age=seconds, httponly=True, samesite="strict")
        return Redirect(_PATH, status_code=303, cookies=[cookie])
    form = dict(request.query_params)
    try:
        catalogue, tried = await _tried(request, office, form, language)
    except NotSignedIn:
        return shown(preview_code_page(language))
    return shown(preview_page(catalogue, tried, f"{_PATH}/{_packed(form)}", language))


@get(f"{_PATH}/{{layout:str}}", response_headers=_FRAMED, **SAID)
async def tried_page(request: Asked, office: Here, layout: FromPath[str]) -> Response[str]:
    """The screen's own page, for the frame."""
    catalogue, tried = await _tried(request, office, _unpacked(layout))
    usual, source = _usual(office), f"{_PATH}/{layout}"
    if tried.problems:
        raise NotFoundException
    page = pages.screen_page(tried.shown, catalogue.name, usual["seat_metres"], usual["inches"], source=source)
    return shown(page)


@get(f"{_PATH}/{{layout:str}}/state")
async def tried_state(request: Asked, office: Here, layout: FromPath[str]) -> wire.ScreenState:
    """An office made up for it."""
    catalogue, tried = await _tried(request, office, _unpacked(layout))
    now = await office.read(NOBODY, lambda tx: tx.at)
    return trying.made_up_state(catalogue, tried.shown, now)


@get(f"{_PATH}/{{layout:str}}/events")
async def tried_events(request: Asked, office: Here, layout: FromPath[str]) -> ServerSentEvent:
    """Calls made up for it."""
    catalogue, tried = await _tried(request, office, _unpacked(layout))
    return ServerSentEvent(_made_up(office, catalogue, tried))


@get(f"{_PATH}/{{layout:str}}/media")
async def tried_media(request: Asked, office: Here, layout: FromPath[str]) -> wire.MediaList:
    """The office's own pictures."""
    _catalogue, tried = await _tried(request, office, _unpacked(layout))
    return wire.MediaList(media.listed(office.settings.media if tried.shown.media else None))


@get(f"{_PATH}/{{layout:str}}/media/{{name:str}}")
async def tried_picture(request: Asked, office: Here, layout: FromPath[str], name: FromPath[str]) -> Response[Any]:
    """One of them."""
    await _tried(request, office, _unpacked(layout))
    return await sent(request, office.settings.media, name)


async def _tried(
    request: Asked, office: Office, form: dict[str, str], language: str = "en"
) -> tuple[Catalogue, trying.Trial]:
    """The layout asked for. Raises `NotSignedIn` without a code in force."""
    code = request.cookies.get(_COOKIE, "")

    def look(tx: Transaction) -> tuple[Catalogue, trying.Trial]:
        if not may_preview(tx, code):
            raise NotSignedIn
        return tx.catalogue, trying.trial(tx.catalogue, form, _usual(office), language)

    return await office.read(NOBODY, look)


async def _made_up(office: Office, catalogue: Catalogue, tried: trying.Trial) -> AsyncIterator[ServerSentEventMessage]:
    """A call now and then, and a beat whenever the hub has one."""
    since = await office.read(NOBODY, lambda tx: tx.at)
    async for _news in office.hub.after(office.hub.last):
        now = await office.read(NOBODY, lambda tx: tx.at)
        for call in trying.calls_between(catalogue, tried.shown, since, now):
            if tried.shown.counter is not None:
                stands = wire.ScreenCounter("open", call.number)
                yield ServerSentEventMessage(msgspec.json.encode(stands), event="counter")
            yield ServerSentEventMessage(msgspec.json.encode(call), event="call", id=call.seq)
        since = now
        yield ServerSentEventMessage(msgspec.json.encode({"now": now}), event="beat")


def _usual(office: Office) -> dict[str, float]:
    return {"inches": office.settings.screen_inches, "seat_metres": office.settings.seat_metres}


def _packed(form: dict[str, str]) -> str:
    """A form as one part of an address, so that all the page asks for stands below it."""
    return base64.urlsafe_b64encode(urlencode(form).encode()).decode().rstrip("=") or "-"


def _unpacked(layout: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(base64.urlsafe_b64decode(layout + "=" * (-len(layout) % 4)).decode()))
    except (binascii.Error, ValueError):
        return {}


ROUTES: list[Any] = [allow, preview, tried_page, tried_state, tried_events, tried_media, tried_picture]
