"""What the kiosk tells systemd, which starts it again when it hears no more. Standard library only: sd_notify(3)."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress

BEATS_IN_TIME = 3
"""Beats in the time after which the host gives the kiosk up: two may be lost."""


class Host:
    """The host's ear, by `NOTIFY_SOCKET`; without one nobody is told. Telling never waits and never fails."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        # An @ stands for the zero byte that begins the name of a socket outside the file system.
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) if address else None
        self.patience = _patience(environment)

    @property
    def beat_milliseconds(self) -> int:
        """How often it wants to hear that the kiosk lives; 0 when it does not listen for that."""
        return self.patience // BEATS_IN_TIME if self._line else 0

    def tell(self, *words: str) -> None:
        """Tell it, as `READY=1`. What is not heard now is told by the next beat."""
        if self._line:
            with suppress(OSError):
                self._line.sendto("\n".join(words).encode(), self._address)

    def close(self) -> None:
        """Let the socket go."""
        if self._line:
            self._line.close()


def _patience(environment: Mapping[str, str]) -> int:
    """Milliseconds without a beat until the host gives this very process up; 0 for ever."""
    meant = environment.get("WATCHDOG_PID", "")
    if meant and meant != str(os.getpid()):
        return 0
    try:
        return max(int(environment.get("WATCHDOG_USEC", "0")) // 1000, 0)
    except ValueError:
        return 0
