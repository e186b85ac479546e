"""The kiosk alone in the hall: it falls and stands again, stands still and is noticed, and keeps nothing of anybody.

The program as it runs, in a process of its own, before a real server; started and started again as its unit says.
"""

import os
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from queue_server.domain.applications import Filed
from queue_server.store.opening import OPERATOR
from tests.kiosk.hall import Hall
from tests.kiosk.memory import holds, remembers
from tests.servers import Served
from tests.specimens import card, passport

VALID = ("year-2029", "month-3", "day-31")
PROMISED_SECONDS = 5.0
SURNAME, GIVEN = "QUIXANDAVELTROM", "ZORBELINE"
PASSPORT, PERSONAL, BORN = "XQ7Z4K9W2", "871293465", "871203"
FILED, UNKNOWN, CODE, STOPPED = "WP7Q-48X1-ZK35", "WP9Z-77K2-QX61", "ZXKWQVJD", "VJQKXZWL"
MARKED = [SURNAME, GIVEN, PASSPORT, PERSONAL, BORN, FILED, UNKNOWN, CODE, STOPPED]
"""What visitors tell of themselves: found nowhere by chance."""


class Visitors:
    """Who comes to the kiosk. What they tell is handed over backwards: see `tests.kiosk.driven`."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    def comes_to_renew(self) -> None:
        self.hall.do("choose", "en", "employer", "permits", "renew", "no")
        self.hall.do("wait", "paper")

    def scans(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            self.hall.do("scan", line[::-1])

    def types(self, page: str, text: str) -> None:
        self.hall.do("choose", "en", "employer", f"aside:{page}")
        self.hall.do("wait", page)
        self.hall.do("type", text[::-1])

    def leaves(self) -> None:
        self.hall.do("touch", "start-over")
        self.hall.do("wait", "language")


@pytest.fixture
def printer(tmp_path: Path) -> Path:
    return tmp_path / "printer"


@pytest.fixture
def hall(served: Served, tmp_path: Path, printer: Path) -> Iterator[Hall]:
    station = ("--server", served.url, "--token", served.token("kiosk"), "--printer", f"file://{printer}")
    hall = Hall(tmp_path / "hall", *station, "--scanner", "papers", "--language", "en")
    assert hall.wait_until("free")[0] == "READY=1"
    yield hall
    hall.end()


def numbers(served: Served) -> list[str]:
    journal = served.database.read(OPERATOR, lambda tx: tx.journal.since(0)).result(10)
    return [entry.data["number"] for entry in journal if entry.kind == "TicketIssued"]


def test_a_kiosk_that_fell_or_stood_still_shows_the_first_page_again_and_gives_no_number_twice(
    hall: Hall, served: Served, printer: Path
) -> None:
    os.mkfifo(printer)  # Takes nothing while nobody reads: the slip hangs at the printer.
    visitors = Visitors(hall)
    visitors.comes_to_renew()
    hall.do("choose", "aside:scan")
    hall.do("wait", "scan")
    visitors.scans(passport(PASSPORT, name=f"{SURNAME}<<{GIVEN}", birth=BORN))
    hall.do("wait", "paper")
    hall.do("choose", "have", "none")
    hall.do("wait", "number")
    assert hall.do("reads", "number") == "C001"

    # Other tests may have the processors: what took too long is tried once more.
    assert falls_and_stands(hall) < PROMISED_SECONDS or falls_and_stands(hall) < PROMISED_SECONDS
    assert hall.do("page") == "language"
    assert holds(hall.folder, MARKED) == {}

    with ThreadPoolExecutor(1) as paper:
        slip = paper.submit(printer.read_bytes)
        visitors.comes_to_renew()
        hall.do("choose", "have")
        hall.do("wait", "date")
        for part in (*VALID, "confirm", "answer-have", "answer-none"):
            hall.do("touch", part)
        hall.do("wait", "number")
        assert hall.do("reads", "number") == "C002"
        assert slip.result(20)
    hall.do("rest")  # No other slip waits for paper.
    assert numbers(served) == ["C001", "C002"]

    hall.do("freeze")
    hall.ear.hear_all()
    assert hall.ear.hear(hall.unit.seconds("WatchdogSec")) is None  # Now systemd would kill it.


def falls_and_stands(hall: Hall) -> float:
    """Seconds from its fall to the first page."""
    fell = time.monotonic()
    hall.fall()
    hall.wait_until("free")
    return time.monotonic() - fell


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no /proc here to read a program's memory by")
def test_nothing_personal_stays_when_visitors_have_left(hall: Hall, served: Served, tmp_path: Path) -> None:
    filed = Filed(FILED, "renew", "employer", {}, ("contract",), holder=f"{SURNAME} {GIVEN}")
    served.database.act(OPERATOR, lambda tx: tx.applications.replace([filed])).result(10)
    visitors = Visitors(hall)
    hall.do("open")

    # One with an application the agency knows, whose passport is scanned: to the number.
    visitors.types("application", FILED)
    assert FILED in remembers(hall.process.pid, MARKED)
    hall.do("touch", "confirm")
    hall.do("wait", "question")
    hall.do("choose", "no", "aside:scan")
    hall.do("wait", "scan")
    visitors.scans(card(PERSONAL, name=f"{SURNAME}<<{GIVEN}"))
    visitors.scans(passport(PASSPORT, name=f"{SURNAME}<<{GIVEN}", birth=BORN))
    hall.do("wait", "ready")
    hall.do("choose", "none")
    hall.do("wait", "number")
    visitors.leaves()
    # One whose application and code nobody knows, and one who stops in the middle.
    hall.do("choose", "en", "employer")
    hall.do("wait", "group")
    for code in (UNKNOWN, CODE):
        visitors.scans((code,))
        hall.do("rest")
    visitors.leaves()
    visitors.types("code", STOPPED)
    visitors.leaves()

    hall.do("settled")
    assert remembers(hall.process.pid, MARKED) == set()
    assert holds(hall.folder, MARKED) == {}
    limits = Path(f"/proc/{hall.process.pid}/limits").read_text("utf-8")
    assert re.search(r"Max core file size +0 +0 ", limits)
