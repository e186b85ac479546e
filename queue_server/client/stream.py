"""The journal as it grows, over server-sent events, resumed where it was left."""

import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

import httpx
import msgspec
from httpx_sse import connect_sse

from queue_server.client.line import trusted
from queue_server.wire import Event

T = TypeVar("T")

# The server sends a comment every 5 s; three missed mean the line is dead even if TCP has not noticed.
_SILENCE = 15.0


class Stream:
    """Follows the journal on a thread of its own, for ever, until `stop()`, after which nothing more is told.

    `heard` gets each event once, in order; `lively` hears True when the line is up and False when it is down. Both
    are called on the stream's thread.
    """

    def __init__(
        self,
        server: str,
        token: Callable[[], str],
        heard: Callable[[Event], None],
        lively: Callable[[bool], None] = lambda _up: None,
        *,
        since: int | None = None,
        pause: float = 1.0,
    ) -> None:
        self._server, self._token = server.rstrip("/"), token
        self._heard, self._lively = heard, lively
        self._last = since
        self._pause = pause
        self._stopped = threading.Event()
        self._telling = threading.RLock()
        self._thread = threading.Thread(target=self._follow, name="stream", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Stop listening; the thread itself ends within the silence time at the latest."""
        with self._telling:
            self._stopped.set()

    def _follow(self) -> None:
        while not self._stopped.is_set():
            try:
                for event in self._events():
                    self._last = event.seq
                    self._tell(self._heard, event)
                    if self._stopped.is_set():
                        return
            except (httpx.HTTPError, msgspec.MsgspecError):
                pass  # Down for whatever reason: say so and come back.
            self._tell(self._lively, False)
            self._stopped.wait(self._pause)

    def _tell(self, listener: Callable[[T], None], news: T) -> None:
        # Under the lock: who stopped the stream may be gone right after.
        with self._telling:
            if not self._stopped.is_set():
                listener(news)

    def _events(self) -> Iterator[Event]:
        headers = {"Authorization": f"Bearer {self._token()}"}
        if self._last is not None:
            headers["Last-Event-ID"] = str(self._last)
        timeout = httpx.Timeout(5.0, read=_SILENCE)
        with (
            httpx.Client(timeout=timeout, verify=trusted(), trust_env=False) as http,
            connect_sse(http, "GET", f"{self._server}/api/v1/events", headers=headers) as source,
        ):
            source.response.raise_for_status()
            self._tell(self._lively, True)
            for message in source.iter_sse():
                if message.data:
                    yield msgspec.json.decode(message.data, type=Event)
