"""The stations' own client, with its keys and its retries, and every act it does recorded."""

from typing import Any

import httpx
import msgspec

from queue_server.client.api import Api
from queue_server.client.errors import Refused
from tests.history.record import History

_ACTS = {
    "POST checks": "open_check",
    "POST checks resume": "resume_check",
    "PATCH checks": "change_check",
    "POST tickets": "issue",
    "POST tickets cancel": "cancel",
    "POST tickets return": "come_back",
    "POST tickets priority": "prioritise",
    "POST appointments": "book",
    "POST appointments cancel": "cancel_booking",
    "POST leases": "lend",
    "POST visits": "take_over",
    "POST counters open": "open_counter",
    "POST counters break": "take_break",
    "POST counters close": "close_counter",
    "POST counters next": "call_next",
    "POST counters call": "call_number",
    "POST counters return": "send_back",
    "POST counters no-show": "no_show",
    "POST counters walk-in": "walk_in",
    "POST counters add": "add_service",
    "POST counters lines": "arrange_counter",
}


class Line(Api):
    """A client called `name`, as its device is; what it asks for and hears goes into the history with its key."""

    def __init__(self, server: str, token: str, name: str, history: History, **how: Any) -> None:
        super().__init__(server, token, **how)
        self.name, self._history = name, history

    def _send(
        self, method: str, path: str, content: bytes | None, headers: dict[str, str], patience: float
    ) -> httpx.Response:
        key = headers.get("Idempotency-Key")
        if key is None:
            return super()._send(method, path, content, headers, patience)
        act, counter = act_of(method, path)
        with self._history.asking(self.name, act, key, counter, _is_refusal) as hear:
            response = super()._send(method, path, content, headers, patience)
            hear(msgspec.json.decode(response.content) if response.content else None)
        return response


def act_of(method: str, path: str) -> tuple[str, int | None]:
    """What a request asks for, by its name in `Api`, and at which counter."""
    what, *rest = path.removeprefix("/api/v1/").split("/")
    act = rest[-1:] if len(rest) == 2 or rest == ["resume"] else []
    return _ACTS.get(" ".join([method, what, *act]), *act or [what]), int(rest[0]) if what == "counters" else None


def _is_refusal(error: Exception) -> bool:
    """A fault of the server's own is no refusal: who knows what it did."""
    return isinstance(error, Refused) and error.status < httpx.codes.INTERNAL_SERVER_ERROR
