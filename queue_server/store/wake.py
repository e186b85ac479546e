"""Word from other server processes that the journal grew (PostgreSQL only; SQLite has one process)."""

import threading
from collections.abc import Callable
from contextlib import suppress

import psycopg
from sqlalchemy import make_url

from queue_server.store.database import CHANNEL

_LOOK = 1.0
_PAUSE = 1.0


class Listener:
    """Calls `grown`, on a thread of its own, with the number an office's journal has come to in any process.

    From `start()` until `stop()`.
    """

    def __init__(self, url: str, office: str, grown: Callable[[int], None]) -> None:
        self._url = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._office, self._grown = office, grown
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="listener", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Stop within a second."""
        self._stopped.set()
        self._thread.join()

    def _listen(self) -> None:
        while not self._stopped.is_set():
            # The database may be away for a while; come back when it is.
            with suppress(psycopg.Error), psycopg.connect(self._url, autocommit=True) as connection:
                connection.execute(f"LISTEN {CHANNEL}")
                while not self._stopped.is_set():
                    for notice in connection.notifies(timeout=_LOOK, stop_after=1):
                        seq, _, office = notice.payload.partition(" ")
                        if office == self._office:
                            self._grown(int(seq))
            self._stopped.wait(_PAUSE)
