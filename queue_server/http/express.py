"""The short way for what an office does all day: numbers given, visitors called, served and let go.

The framework takes longer over such a request than the act itself. Here only what goes well is answered. Whatever is
out of the ordinary (no token known, no key, a body that cannot be read, a refusal, a fault) goes on to the framework as
if nobody had looked at it, and is worded there: what was refused here has changed nothing, and what was done is kept
under its key.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import msgspec
from litestar.types import ASGIApp, Receive, Scope, Send

from queue_server import wire
from queue_server.application import calling, reception, visits
from queue_server.application.ports import Transaction
from queue_server.domain.trust import Actor
from queue_server.http.auth import Doorkeeper
from queue_server.http.kiosk import whole_answer
from queue_server.http.languages import spoken
from queue_server.http.office import Office

_COUNTER, _TICKETS = "/api/v1/counters/", "/api/v1/tickets"
_LARGEST = 4096
"""Bytes of a body that is read here."""

ACTS: Mapping[str, tuple[Callable[..., Any], type | None]] = {
    "next": (calling.call_next, None),
    "recall": (calling.recall, None),
    "start": (calling.start, None),
    "finish": (visits.finish, wire.Finish),
    "no-show": (calling.no_show, None),
}
"""The acts at a counter that go this way, by the last word of their path, with what their body says."""

Rooms = Callable[[], tuple[Office, Doorkeeper]]


class _Asked(NamedTuple):
    """What was asked for: by whom, under which key, and the route it stands under in the table of roles."""

    actor: Actor
    key: str
    path: str
    counter: int
    word: str
    base: str


class Express:
    """Answers what it can; everything else is `onward`'s."""

    def __init__(self, onward: ASGIApp, rooms: Rooms, headers: Mapping[str, str]) -> None:
        self._onward, self._rooms = onward, rooms
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        said = {kind for _act, kind in ACTS.values() if kind is not None} | {wire.NewTicket}
        self._read: dict[type, Callable[[bytes], Any]] = {kind: msgspec.json.Decoder(kind).decode for kind in said}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        asked = self._asked(scope)
        if asked is None:
            await self._onward(scope, receive, send)
            return
        heard: Any = await receive()
        answer = None
        if heard["type"] == "http.request" and not heard["more_body"]:
            answer = await self._answer(asked, heard["body"])
        if answer is None:
            await self._onward(scope, _again(heard, receive), send)
            return
        status, body = answer
        headers = self._headers
        if body:
            length = str(len(body)).encode()
            headers = [*headers, (b"content-type", b"application/json"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    def _asked(self, scope: Scope) -> _Asked | None:
        given: dict[str, Any] = scope  # type: ignore[assignment]  # A request's or a socket's: the next line tells.
        if given["type"] != "http" or given["method"] != "POST":
            return None
        path: str = given["path"]
        n, word = "0", ""
        if path.startswith(_COUNTER):
            n, _, word = path.removeprefix(_COUNTER).partition("/")
        if path != _TICKETS and (word not in ACTS or not n.isdecimal() or not n.isascii() or len(n) > 4):
            return None
        headers = dict(given["headers"])
        length = headers.get(b"content-length", b"")
        if len(headers) != len(given["headers"]) or not length.isdigit() or int(length) > _LARGEST:
            return None
        route = ("POST", f"{_COUNTER}{{n}}/{word}" if word else path)
        actor = self._rooms()[1].knows(headers.get(b"authorization", b"").decode("latin-1"), route)
        if actor is None:
            return None
        language = spoken(headers.get(b"accept-language", b"").decode("latin-1"))
        return _Asked(
            actor=actor if actor.language == language else replace(actor, language=language),
            key=headers.get(b"idempotency-key", b"").decode("latin-1"),
            path=path,
            counter=int(n),
            word=word,
            base=f"{given['scheme']}://{headers.get(b'host', b'').decode('latin-1')}",
        )

    async def _answer(self, asked: _Asked, body: bytes) -> tuple[int, bytes] | None:
        office = self._rooms()[0]
        try:
            if not asked.word:
                new = self._read[wire.NewTicket](body)
                first = await self._once(office, asked, body, lambda tx: reception.issue_ticket(tx, new))
                return 201, await whole_answer(office, asked.actor, asked.base, first, slip=new.slip)
            act, kind = ACTS[asked.word]
            said = () if kind is None else (self._read[kind](body),)
            first = await self._once(office, asked, body, lambda tx: act(tx, asked.counter, *said))
        except Exception:  # noqa: BLE001  # Whatever it is: the framework comes to it again, and says it properly.
            return None
        return (204, b"") if first == b"null" else (200, first)

    async def _once(self, office: Office, asked: _Asked, body: bytes, work: Callable[[Transaction], Any]) -> bytes:
        return await office.once(asked.actor, asked.key, "POST", asked.path, body, work)


def _again(heard: Any, receive: Receive) -> Receive:
    """What was heard already, and then the rest."""
    waiting = [heard]

    async def hear() -> Any:
        return waiting.pop() if waiting else await receive()

    return hear
