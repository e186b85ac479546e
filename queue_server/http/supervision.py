"""What a supervisor arranges: lines, counters, priorities, screens, clerks."""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.params import FromPath, JSONBody

from queue_server import wire
from queue_server.application import arranging, clerks, messages
from queue_server.application.ports import Transaction
from queue_server.domain.people import proper_password
from queue_server.http.auth import Doorkeeper
from queue_server.http.office import Asked, Here, Office


@post("/api/v1/lines/{line:str}/close", status_code=200)
async def close_line(request: Asked, office: Here, line: FromPath[str], data: JSONBody[wire.Because]) -> Response[None]:
    """Give no more numbers for a line today."""
    return await office.act(request, lambda tx: arranging.close_line(tx, line, data))


@post("/api/v1/lines/{line:str}/open", status_code=200)
async def reopen_line(request: Asked, office: Here, line: FromPath[str]) -> Response[None]:
    """Give numbers for a line again."""
    return await office.act(request, lambda tx: arranging.reopen_line(tx, line))


@post("/api/v1/counters/{n:int}/lines", status_code=200)
async def arrange_counter(
    request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.CounterLines]
) -> Response[wire.CounterStatus]:
    """Let a counter take from these lines for the rest of the day."""
    return await office.act(request, lambda tx: arranging.arrange_counter(tx, n, data))


@post("/api/v1/tickets/{ticket_id:str}/priority", status_code=200)
async def prioritise(
    request: Asked, office: Here, ticket_id: FromPath[str], data: JSONBody[wire.Prioritise]
) -> Response[wire.Ticket]:
    """Give a visitor who waits a priority, or take it back."""
    return await office.act(request, lambda tx: arranging.prioritise(tx, ticket_id, data))


@get("/api/v1/screens")
async def screens(request: Asked, office: Here) -> wire.ScreenList:
    """The office's screens and what they say besides calls."""
    return await office.read(request.user, messages.screens)


@post("/api/v1/screens/message", status_code=200)
async def tell_screens(request: Asked, office: Here, data: JSONBody[wire.NewMessage]) -> Response[wire.ScreenList]:
    """Say something on one screen or on all."""
    return await office.act(request, lambda tx: messages.tell_screens(tx, data))


@post("/api/v1/screens/hush", status_code=200)
async def hush_screens(request: Asked, office: Here, data: JSONBody[wire.Hush]) -> Response[wire.ScreenList]:
    """Take a message away."""
    return await office.act(request, lambda tx: messages.hush_screens(tx, data))


@post("/api/v1/screens/sound", status_code=204)
async def try_sound(request: Asked, office: Here, data: JSONBody[wire.SoundTest]) -> Response[None]:
    """Let one screen sound, or all, without calling anybody."""
    return await office.act(request, lambda tx: messages.try_sound(tx, data))


@get("/api/v1/clerks")
async def all_clerks(request: Asked, office: Here) -> wire.ClerkList:
    """Everybody who may sign in, or might once."""
    return await office.read(request.user, clerks.clerks)


@post("/api/v1/clerks", status_code=201)
async def engage(request: Asked, office: Here, data: JSONBody[wire.NewClerk]) -> Response[wire.Clerk]:
    """Let somebody sign in."""
    await office.read(request.user, lambda tx: clerks.may_engage(tx, data))
    hashed = await _hashed(office, data.password)
    without = msgspec.structs.replace(data, password="")
    return await _kept(request, office, without, lambda tx: clerks.engage(tx, data, hashed), status=201)


@post("/api/v1/clerks/disable", status_code=200)
async def dismiss(
    request: Asked, office: Here, data: JSONBody[wire.ClerkNamed], doorkeeper: NamedDependency[Doorkeeper]
) -> Response[wire.Clerk]:
    """Let somebody sign in no longer."""
    answer: Response[wire.Clerk] = await office.act(request, lambda tx: clerks.dismiss(tx, data.username))
    doorkeeper.forget()
    return answer


@post("/api/v1/clerks/password", status_code=200)
async def give_password(
    request: Asked, office: Here, data: JSONBody[wire.NewPassword], doorkeeper: NamedDependency[Doorkeeper]
) -> Response[wire.Clerk]:
    """Give a clerk a new password."""
    hashed = await _hashed(office, data.password)
    without = msgspec.structs.replace(data, password="")
    answer = await _kept(request, office, without, lambda tx: clerks.give_password(tx, data.username, hashed))
    doorkeeper.forget()
    return answer


async def _hashed(office: Office, password: str) -> str:
    proper_password(password)
    async with office.comparing:
        return await asyncio.to_thread(office.passwords.hash, password)


async def _kept(
    request: Asked, office: Office, without: msgspec.Struct, work: Callable[[Transaction], Any], *, status: int = 200
) -> Response[Any]:
    """Exactly once; of a password only its own slow hash is kept: the request's fingerprint is made without it."""
    key = request.headers.get("Idempotency-Key", "")
    said = msgspec.json.encode(without)
    first = await office.once(request.user, key, request.method, request.scope["path"], said, work)
    return Response(first, media_type=MediaType.JSON, status_code=status)


ROUTES: list[Any] = [
    close_line,
    reopen_line,
    arrange_counter,
    prioritise,
    screens,
    tell_screens,
    hush_screens,
    try_sound,
    all_clerks,
    engage,
    dismiss,
    give_password,
]
