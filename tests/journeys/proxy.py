"""A line between clients and a server, which a test can cut at the worst moment."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Literal

Way = Literal["request", "answer"]


class Proxy:
    """Carries bytes to the server at `port` and back, until it is told to lose some."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._doomed: Way | None = None
        self._meanwhile: Callable[[], None] = lambda: None
        self._lost = threading.Event()
        self._plugged = threading.Event()
        self._plugged.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def lose(self, way: Way, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Lose the next request or the next answer with its connection; `meanwhile` happens before anybody notices."""
        self._lost.clear()
        self._meanwhile, self._doomed = meanwhile, way

    def pull(self) -> None:
        """Pull the cable: nothing passes any more, and nobody is told."""
        self._plugged.clear()

    def plug(self) -> None:
        """Put the cable back: what was sent meanwhile arrives, late."""
        self._plugged.set()

    @property
    def has_lost(self) -> bool:
        """Whether what was to be lost is lost."""
        return self._lost.is_set()

    def close(self) -> None:
        """Take no more connections."""
        self.plug()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _address = self._listener.accept()
                threading.Thread(target=self._connect, args=(client,), daemon=True).start()

    def _connect(self, client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection(("127.0.0.1", self._port)) as server:
            back = threading.Thread(target=self._carry, args=(server, client, "answer"), daemon=True)
            back.start()
            self._carry(client, server, "request")
            back.join()

    def _carry(self, source: socket.socket, sink: socket.socket, way: Way) -> None:
        with suppress(OSError):
            while said := source.recv(65536):
                if way == self._doomed:
                    self._doomed = None
                    self._meanwhile()
                    self._lost.set()
                    break
                self._plugged.wait()
                sink.sendall(said)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
