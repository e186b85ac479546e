"""What the office lets this kiosk in by: a token, or the secret it asks for one with. No Qt."""

import logging
import secrets
from typing import Protocol

from queue_server import wire
from queue_server.client.disk import Disk
from queue_server.client.errors import Refused

log = logging.getLogger(__name__)

_TOKEN, _SECRET = "token", "secret"  # names of files


class Door(Protocol):
    """Where a device asks to be let in."""

    def ask_admission(self, asked: wire.AskAdmission) -> wire.Admission: ...
    def admission(self, secret: str) -> wire.Admission: ...


class Pass:
    """The kiosk's own, kept on `disk`. `token` is what it goes by now, empty when it has to be let in.

    A token given at the start is tried before the kept one: somebody may have given it anew.
    """

    def __init__(self, given: str, disk: Disk) -> None:
        self._disk = disk
        kept = disk.read(_TOKEN).decode("ascii", "ignore")
        self.token = given or kept
        self._kept = kept if given else ""
        self._secret = disk.read(_SECRET).decode("ascii", "ignore")

    def turned_away(self, token: str) -> bool:
        """The server does not know `token`; False when the kiosk goes by another one now."""
        if not token or token != self.token:
            return False
        self.token, self._kept = self._kept, ""
        if not self.token:
            self._keep(_TOKEN, "")
        return True

    def ask(self, door: Door) -> wire.Admission:
        """How the wish to be let in stands, with a fresh code where the last one is over.

        Once it is let in, `token` is kept. To be called off the screen's thread, by one at a time; raises as the door.
        """
        told = self._asked(door)
        if told.state == "expired":
            self.ask_anew()
            told = self._asked(door)
        if told.token:
            self._keep(_TOKEN, told.token)
            self.ask_anew()
            self.token = told.token
        return told

    def ask_anew(self) -> None:
        """With another secret the next time, and so by another code."""
        self._secret = ""
        self._keep(_SECRET, "")

    def _asked(self, door: Door) -> wire.Admission:
        if not self._secret:
            self._secret = secrets.token_urlsafe(32)
            self._keep(_SECRET, self._secret)
            return door.ask_admission(wire.AskAdmission(self._secret, "kiosk"))
        try:
            return door.admission(self._secret)
        except Refused as no:
            if no.code != "unknown":
                raise
            # Asked for in vain, or so long ago that the server has forgotten it.
            return door.ask_admission(wire.AskAdmission(self._secret, "kiosk"))

    def _keep(self, name: str, text: str) -> None:
        try:
            self._disk.replace(name, text.encode("ascii"))
        except OSError:
            log.exception("The kiosk's %s cannot be kept: it will ask to be let in after a restart", name)
