"""The journal over server-sent events: a message's id is its number, and `Last-Event-ID` resumes after it."""

from collections.abc import AsyncIterator
from typing import Any

import msgspec
from litestar import get
from litestar.response import ServerSentEvent, ServerSentEventMessage

from queue_server import wire
from queue_server.application.hearing import Hears, hears
from queue_server.domain.events import Entry
from queue_server.http.hub import Hub
from queue_server.http.office import Asked, Here


@get("/api/v1/events")
async def events(request: Asked, office: Here) -> ServerSentEvent:
    """The journal from `Last-Event-ID` on, or from now: what is the listener's business."""
    return ServerSentEvent(_told(office.hub, place(request, office.hub), await office.read(request.user, hears)))


def place(request: Asked, hub: Hub) -> int:
    """After which number the listener wants to go on; nonsense, or a number not yet reached, means from now."""
    asked = request.headers.get("Last-Event-ID", "")
    return int(asked) if asked.isascii() and asked.isdigit() and int(asked) <= hub.last else hub.last


async def _told(hub: Hub, seq: int, mine: Hears) -> AsyncIterator[ServerSentEventMessage]:
    async for batch in hub.after(seq):
        if not batch:
            yield ServerSentEventMessage(data=None, comment="beat")
        for entry in batch:
            told = mine(entry)
            if told is not None:
                yield ServerSentEventMessage(data=msgspec.json.encode(_event(told)), id=entry.seq)


def _event(entry: Entry) -> wire.Event:
    return wire.Event(entry.seq, entry.at, entry.kind, entry.actor, entry.data)


ROUTES: list[Any] = [events]
