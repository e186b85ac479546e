"""The host's end of what a kiosk tells it: a datagram socket, in a file or, with `@`, outside the file system."""

import socket

PATIENCE_SECONDS = 20.0


class Ear:
    """Hears one message after another."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("\0" + address[1:] if address.startswith("@") else address)

    def hear(self, patience: float = PATIENCE_SECONDS) -> str | None:
        """The next message; None when there is none for so long."""
        self._socket.settimeout(patience)
        try:
            return self._socket.recv(4096).decode()
        except (TimeoutError, BlockingIOError):
            return None

    def hear_all(self) -> list[str]:
        """What has arrived so far."""
        return list(iter(lambda: self.hear(0), None))

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()
