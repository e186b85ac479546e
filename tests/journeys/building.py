"""A whole building: one office's server, and its stations as the people before them see them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Page

import desk.app
import desk.settings
import kiosk.app
import kiosk.settings
from queue_server.domain.events import Entry
from queue_server.domain.trust import Role
from queue_server.store.opening import OPERATOR
from queue_server.store.verifying import troubles
from tests.display.hall import Hall
from tests.journeys.clerk import Clerk
from tests.journeys.visitor import Visitor
from tests.servers import PASSWORD, Served


@dataclass
class Building:
    """Stations are closed when the building is. `kiosk_line` is where kiosks find the server, if elsewhere."""

    served: Served
    paper: Path
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    kiosk_line: str = ""
    _closings: list[Callable[[], None]] = field(default_factory=list)

    def visitor(self, data: Path | None = None) -> Visitor:
        """Somebody at a kiosk that nobody used yet; with a folder it goes on without the server."""
        settings = kiosk.settings.Settings(
            self.kiosk_line or self.served.url, self.served.token("kiosk"), self._printer, idle=600, data=data
        )
        station = kiosk.app.build(settings, now=self.now)
        self._closings.append(station.close)
        return Visitor(station)

    def clerk(
        self, username: str, role: Role = Role.CLERK, *, counter: int | None = None, language: str = "en"
    ) -> Clerk:
        """Somebody hired today, signed in at a desk; the desk's window has the keys."""
        self.served.add_clerk(username, role)
        clerk = self.desk(counter=counter, language=language)
        clerk.sign_in(username, PASSWORD)
        return clerk

    def desk(self, *, counter: int | None = None, language: str = "en") -> Clerk:
        """A desk nobody signed in at yet."""
        token = self.served.token("desk")
        station = desk.app.build(desk.settings.Settings(self.served.url, token, counter, language, self._printer))
        self._closings.append(station.close)
        return Clerk(station)

    def screen(self, page: Page) -> Hall:
        """The screen upstairs."""
        return Hall(page, f"{self.served.url}/display/hall?token={self.served.token('screen')}")

    def slip(self) -> str:
        """What a phone reads from the newest slip."""
        newest = max(self.paper.glob("*.png"))
        with Image.open(newest) as picture:
            (code,) = zxingcpp.read_barcodes(picture)
        return str(code.text)

    def journal(self) -> list[Entry]:
        """What happened to visitors and at counters, oldest first."""
        return [entry for entry in self.everything() if not entry.kind.startswith(_HOUSEKEEPING)]

    def everything(self) -> list[Entry]:
        """The whole journal, oldest first."""
        return self.served.database.read(OPERATOR, lambda tx: list(tx.journal.since(0))).result(10)

    def happened(self) -> list[str]:
        """The kinds of what happened."""
        return [entry.kind for entry in self.journal()]

    def troubles(self) -> list[str]:
        """Every way the office's book contradicts itself."""
        return self.served.database.read(OPERATOR, troubles).result(10)

    def close(self) -> None:
        """Everybody goes home."""
        while self._closings:
            self._closings.pop()()

    @property
    def _printer(self) -> str:
        return f"preview://{self.paper}"


_HOUSEKEEPING = ("Office", "Device", "Clerk", "Catalogue", "Slip")
