"""One station's line to the server: everything said is repeated until it is answered.

Every mutating call carries an idempotency key made once per act, so a call whose answer was lost is repeated until
the server gives its first answer: nothing is lost and nothing doubled, even over a restart of the server.
"""

import ssl
import time
from collections.abc import Callable
from functools import cache
from typing import TypeVar
from uuid import uuid4

import httpx
import msgspec

from queue_server import wire
from queue_server.client.errors import Unreachable, refusal

T = TypeVar("T")

# Answers that say "not now": the server is starting, stopping or overloaded. Repeating is safe, the key is the same.
_NOT_NOW = frozenset({429, 502, 503, 504})


@cache
def trusted() -> ssl.SSLContext:
    """Whose certificates are believed; read once, for that takes longer than all else a line is made of."""
    return httpx.create_ssl_context(trust_env=False)


class Line:
    """A line to the server; safe to use from several threads.

    `patience` is how many seconds an act is repeated while the server is away, before `Unreachable`. `noticed` hears
    False when an attempt fails and True when the server answers again, `turned_away` the token the server does not
    know; both may be called from any thread.
    """

    def __init__(
        self,
        server: str,
        token: str,
        *,
        language: str = "en",
        patience: float = 30.0,
        timeout: float = 5.0,
        noticed: Callable[[bool], None] = lambda _reachable: None,
        turned_away: Callable[[str], None] = lambda _token: None,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.server = server.rstrip("/")
        self.token = token
        self.language = language
        self.patience = patience
        self._noticed, self._turned_away = noticed, turned_away
        self._lost = False
        self._sleep = sleep
        self._http = httpx.Client(
            base_url=self.server, timeout=timeout, transport=transport, verify=trusted(), trust_env=False
        )

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def _get(self, path: str, answer: type[T], patience: float | None = None, bearer: str | None = None) -> T:
        """`bearer` speaks for the device instead of its token."""
        headers = {} if bearer is None else {"Authorization": f"Bearer {bearer}"}
        response = self._send("GET", path, None, headers, self.patience if patience is None else patience)
        return msgspec.json.decode(response.content, type=answer)

    def _act(
        self,
        method: str,
        path: str,
        body: msgspec.Struct | None,
        answer: type[T],
        *,
        key: str | None = None,
        patience: float | None = None,
    ) -> T:
        return msgspec.json.decode(self._mutate(method, path, body, key=key, patience=patience).content, type=answer)

    def _mutate(
        self,
        method: str,
        path: str,
        body: msgspec.Struct | None,
        *,
        key: str | None = None,
        patience: float | None = None,
    ) -> httpx.Response:
        headers = {"Idempotency-Key": key or uuid4().hex, "Content-Type": "application/json"}
        content = b"" if body is None else msgspec.json.encode(body)
        return self._send(method, path, content, headers, self.patience if patience is None else patience)

    def _send(
        self, method: str, path: str, content: bytes | None, headers: dict[str, str], patience: float
    ) -> httpx.Response:
        """Send until answered: the pause doubles from 0.1 s to 2 s while `patience` lasts."""
        give_up = time.monotonic() + patience
        pause = 0.1
        while True:
            # Read at each try: a token or language changed meanwhile holds from the next try on.
            token = self.token
            said = {"Accept-Language": self.language, **_spoken_as(token), **headers}
            response = None
            try:
                response = self._http.request(method, path, content=content, headers=said)
            except httpx.TransportError as lost:
                trouble: str = str(lost) or type(lost).__name__
            else:
                trouble = f"answered {response.status_code}"
            if response is not None and response.status_code not in _NOT_NOW:
                if self._lost:
                    self._lost = False
                    self._noticed(True)
                if response.is_success:
                    return response
                refused = refusal(_problem(response))
                if refused.code == "not_signed_in" and "Authorization" not in headers:
                    self._turned_away(token)
                raise refused
            self._lost = True
            self._noticed(False)
            if time.monotonic() + pause > give_up:
                if response is not None and response.status_code == httpx.codes.TOO_MANY_REQUESTS:
                    raise refusal(_problem(response))
                raise Unreachable(f"{method} {path}: {trouble}")
            self._sleep(pause)
            pause = min(pause * 2, 2.0)


def _spoken_as(token: str) -> dict[str, str]:
    """Nobody, before the device was let in."""
    return {"Authorization": f"Bearer {token}"} if token else {}


def _problem(response: httpx.Response) -> wire.Problem:
    try:
        return msgspec.json.decode(response.content, type=wire.Problem)
    except msgspec.MsgspecError:
        # Not our server's words: a proxy, or another program on the port.
        return wire.Problem("about:blank", response.reason_phrase, response.status_code, "unexpected_answer")
