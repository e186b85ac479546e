"""The same people over HTTP: through the stations' own client, its keys and its retries, and all of it recorded."""

import threading
from collections.abc import Callable
from typing import Any

import httpx
import msgspec

from queue_server.client.api import Api
from queue_server.client.errors import Refused
from tests.history.record import History, Refusal
from tests.torture.people import Ask, Person


class Line(Api):
    """A client whose acts go into a history under `name`, each with the key it was sent by; for one thread."""

    def __init__(self, server: str, token: str, name: str, history: History, **how: Any) -> None:
        super().__init__(server, token, **how)
        self.name, self._history = name, history
        self._ask = Ask("")

    def do(self, ask: Ask) -> Any:
        """What was asked for, in JSON's types. Raises `Refusal`, `Unreachable`."""
        self._ask = ask
        try:
            return msgspec.to_builtins(getattr(self, ask.act)(*ask.args))
        except Refused as refused:
            raise Refusal(refused.code) from refused

    def _send(
        self, method: str, path: str, content: bytes | None, headers: dict[str, str], patience: float
    ) -> httpx.Response:
        key = headers.get("Idempotency-Key")
        if key is None:
            return super()._send(method, path, content, headers, patience)
        with self._history.asking(self.name, self._ask.act, key, self._ask.counter, _is_refusal) as hear:
            response = super()._send(method, path, content, headers, patience)
            hear(_answer(response))
        return response


def live(line: Line, person: Person, over: threading.Event) -> None:
    """Let somebody ask, over and over, until it is over for them or for all."""
    ask = next(person)
    while not over.is_set():
        reply: Callable[[], Ask]
        try:
            answer = line.do(ask)
        except Refusal as refusal:
            why = refusal
            reply = lambda: person.throw(why)  # noqa: B023, E731
        else:
            reply = lambda: person.send(answer)  # noqa: B023, E731
        try:
            ask = reply()
        except StopIteration:
            return


def _answer(response: httpx.Response) -> Any:
    return msgspec.json.decode(response.content) if response.content else None


def _is_refusal(error: Exception) -> bool:
    """A fault of the server's own is no refusal: who knows what it did."""
    return isinstance(error, Refused) and error.status < httpx.codes.INTERNAL_SERVER_ERROR
