"""The public screens."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import msgspec
from litestar import Response, get
from litestar.enums import MediaType
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, ServerSentEvent, ServerSentEventMessage

from queue_server import wire
from queue_server.application.pairing import television
from queue_server.application.ports import Transaction
from queue_server.application.screens import (
    call_of,
    call_undone,
    screen,
    screen_counter,
    screen_lines,
    screen_message,
    screen_state,
    tells_counter,
    tells_message,
    tells_sound,
)
from queue_server.display import pages
from queue_server.display.staff.pages import pairing_page
from queue_server.domain.catalogue import Screen
from queue_server.domain.trust import Actor
from queue_server.http.auth import NOBODY, SCREEN_COOKIE
from queue_server.http.office import Asked, Here, Office
from queue_server.http.pairing import kept
from queue_server.http.stream import place


@get("/display/{screen_id:str}")
async def screen_page(request: Asked, office: Here, screen_id: FromPath[str]) -> Response[str]:
    """The screen's page. Opened once with `?token=`, the browser keeps the token in a cookie scripts cannot read."""
    token = request.query_params.get("token")
    if token is not None:
        return Redirect(f"/display/{screen_id}", status_code=303, cookies=[kept(request, token)])
    token = request.cookies.get(SCREEN_COOKIE, "")

    def look(tx: Transaction) -> tuple[Screen, wire.Text, bool]:
        return screen(tx, screen_id), dict(tx.catalogue.name), television(tx, token) is not None

    shown, name, paired = await office.read(NOBODY, look)
    if not paired:
        return Response(pairing_page(), status_code=401, media_type=MediaType.HTML)
    page = pages.screen_page(shown, name, office.settings.seat_metres, office.settings.screen_inches)
    return Response(page, media_type=MediaType.HTML, cookies=[kept(request, token)])


@get("/display/{screen_id:str}/state")
async def state(request: Asked, office: Here, screen_id: FromPath[str]) -> wire.ScreenState:
    """What the screen shows now."""
    return await office.read(request.user, lambda tx: screen_state(tx, screen_id))


@get("/display/{screen_id:str}/events")
async def events(request: Asked, office: Here, screen_id: FromPath[str]) -> ServerSentEvent:
    """Calls and waiting figures as they happen, with a beat so that silence can be told from calm."""
    shown = await office.read(request.user, lambda tx: screen(tx, screen_id))
    return ServerSentEvent(_told(office, request, shown))


@get("/display/static/{name:str}")
async def static(name: FromPath[str]) -> Response[bytes]:
    """The page's scripts, styles, fonts and sounds."""
    found = pages.static(name)
    if found is None:
        raise NotFoundException
    content, kind = found
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=3600"})


async def _told(office: Office, request: Asked, shown: Screen) -> AsyncIterator[ServerSentEventMessage]:
    """Calls of this screen's lines and what else it shall do, then how many wait; a beat when nothing happened."""
    reader = request.user
    async for batch in office.hub.after(place(request, office.hub)):
        if any(tells_counter(entry, shown) for entry in batch):  # Before the call, which is shown as long as it stands.
            yield ServerSentEventMessage(await _counter(office, reader, shown), event="counter", id=batch[0].seq - 1)
        for entry in batch:
            if entry.kind == "DeviceRevoked" and entry.data["device"] == reader.id:
                return  # Asking again, it is told that it is no screen any more.
            call = call_of(entry, shown)
            if call is not None:
                yield ServerSentEventMessage(msgspec.json.encode(call), event="call", id=entry.seq)
            gone = call_undone(entry)
            if gone is not None:
                yield ServerSentEventMessage(msgspec.json.encode({"number": gone}), event="gone", id=entry.seq)
            if tells_message(entry, shown):
                yield ServerSentEventMessage(await _message(office, reader, shown), event="message", id=entry.seq)
            if tells_sound(entry, shown):
                yield ServerSentEventMessage(b"null", event="sound", id=entry.seq)
        if batch:
            seq = batch[-1].seq
            lines = await office.shared.at((shown.id, shown.lines), seq, lambda: _waiting(office, reader, shown))
            yield ServerSentEventMessage(lines, event="waiting", id=seq)
        else:
            second = int(asyncio.get_running_loop().time())
            yield ServerSentEventMessage(await office.shared.at("now", second, lambda: _now(office)), event="beat")


async def _waiting(office: Office, reader: Actor, shown: Screen) -> bytes:
    return msgspec.json.encode(await office.read(reader, lambda tx: screen_lines(tx, shown)))


async def _counter(office: Office, reader: Actor, shown: Screen) -> bytes:
    return msgspec.json.encode(await office.read(reader, lambda tx: screen_counter(tx, shown)))


async def _message(office: Office, reader: Actor, shown: Screen) -> bytes:
    return msgspec.json.encode(await office.read(reader, lambda tx: screen_message(tx, shown)))


async def _now(office: Office) -> bytes:
    return msgspec.json.encode({"now": await office.read(NOBODY, lambda tx: tx.at)})


ROUTES: list[Any] = [screen_page, state, events, static]
