"""An outpost in a test's hands: its rules, its numbers, its clock, and a cable that can be pulled."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import httpx

from assets.catalogues import whole
from queue_server import wire
from queue_server.application.presenting import catalogue
from queue_server.client.outpost import Chance, Outpost
from queue_server.domain.catalogue_file import read
from tests.client.fake_disk import FakeDisk
from tests.offices import CATALOGUE

BOOT = "the-first-start"
AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
RULES = read(whole(CATALOGUE))
PAGES = catalogue(RULES)


class Dice(Chance):
    """Names and codes from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = Random(seed)

    def visit(self) -> str:
        return f"{self._chance.getrandbits(96):024x}"

    def track(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"

    def code(self) -> str:
        return "".join(self._chance.choice("BCDFGHJKLMNPQRSTVWXZ") for _ in range(8))


class Ticks:
    """A machine's two clocks: the one on its wall, which can be set, and the one that only goes on."""

    def __init__(self, at: datetime = AT) -> None:
        self.wall, self.seconds = at, 0.0

    def now(self) -> datetime:
        return self.wall

    def __call__(self) -> float:
        return self.seconds

    def passes(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds


def lease(series: str = "C", first: int = 900, last: int = 999, boot: str = BOOT, day: date = DAY) -> wire.Lease:
    return wire.Lease(f"{series}{first}", day, series, first, last, boot)


def outpost(disk: FakeDisk | None = None, ticks: Ticks | None = None, seed: int = 1, boot: str = BOOT) -> Outpost:
    """One that knows nothing yet but what is on its disk."""
    ticks = ticks or Ticks()
    return Outpost(disk or FakeDisk(), boot, ticks.now, ticks=ticks, chance=Dice(seed))


def stocked(disk: FakeDisk | None = None, ticks: Ticks | None = None) -> Outpost:
    """One that knows the office's rules and was lent numbers of both series."""
    ticks = ticks or Ticks()
    made = outpost(disk, ticks)
    made.stock(PAGES, wire.Rules(RULES.version, whole(CATALOGUE)))
    made.lent.take(wire.Leases([lease(), lease("R")], ticks.now(), "http://office/t/"))
    return made


class Cable(httpx.BaseTransport):
    """A line to a real server that can be pulled, and can lose answers."""

    def __init__(self) -> None:
        self._line = httpx.HTTPTransport()
        self.pulled = False
        self.loses = 0
        self.carried: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.pulled:
            raise httpx.ConnectError("nobody there")
        self.carried.append(f"{request.method} {request.url.path}")
        response = self._line.handle_request(request)
        if self.loses:
            self.loses -= 1
            response.read()
            response.close()
            raise httpx.ReadTimeout("the answer was lost")
        return response

    def close(self) -> None:
        self._line.close()
