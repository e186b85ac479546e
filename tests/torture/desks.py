"""Twelve desks call as fast as answers come: nobody is called twice, nobody is left out, and no desk waits for ever.

On SQLite by one server; on PostgreSQL by three, which share nothing but the database.
"""

import re
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from queue_server import wire
from queue_server.application import reception
from queue_server.application.ports import Transaction
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import Database, url_of
from tests.history.check import check
from tests.history.line import Line
from tests.history.record import History
from tests.history.rows import read
from tests.offices import CATALOGUE
from tests.torture.kill import PATIENCE, enrolled, opened
from tests.torture.people import PAPERS, busy_clerk, live
from tests.torture.postgres import Postgres
from tests.torture.servers import Server

DESKS = 12
STARVING = 5.0
"""No desk's longest waits (its 99th percentile) may be so many times those of the desk in the middle."""
_KIOSK = Actor("kiosk", "kiosk", Role.KIOSK)


@dataclass
class Tally:
    """What came of it; `waits` are the seconds from each act to its answer, by desk."""

    calls: int = 0
    seconds: float = 0.0
    waits: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    broken: list[str] = field(default_factory=list)

    @property
    def unfairness(self) -> float:
        """The worst desk's longest waits over the middle desk's: 1 when all are served alike."""
        longest = [quantiles(waits, n=100)[98] for waits in self.waits.values()]
        return max(longest) / median(longest)

    def __str__(self) -> str:
        waits = sorted(wait for desk in self.waits.values() for wait in desk)
        middle, slow = median(waits), waits[int(len(waits) * 0.99)]
        return (
            f"{self.calls} calls in {self.seconds:.0f} s; an answer takes {middle * 1000:.0f} ms at the median, "
            f"{slow * 1000:.0f} ms at the 99th percentile, {waits[-1] * 1000:.0f} ms at most, "
            f"{waits[-1] / middle:.1f} times the median; the slowest desk's longest waits are {self.unfairness:.1f} "
            "times the middle desk's"
        )


def call_everybody(calls: int, tally: Tally, *, postgres: bool = False) -> None:
    """So many visitors wait; twelve desks call, serve and finish until nobody does. Then the history is judged."""
    with TemporaryDirectory(prefix="dawr-desks-", ignore_cleanup_errors=True) as name, ExitStack() as closing:
        folder = Path(name)
        folder.chmod(0o755)
        catalogue = folder / "office.toml"
        catalogue.write_text(crowded(CATALOGUE.read_text("utf-8")), "utf-8")
        place = closing.enter_context(_database(folder)) if postgres else ("--data", str(folder / "data"))
        url = url_of(None, place[1]) if postgres else url_of(folder / "data", None)
        database = opened(url, catalogue)
        closing.callback(database.close)
        issue(database, calls)
        servers = [Server(folder / f"log-{n}", *place, catalogue=catalogue) for n in range(3 if postgres else 1)]
        for server in servers:
            server.start()
            closing.callback(server.kill)
        history = History()
        began = time.monotonic()
        _work(database, [server.url for server in servers], history, calls)
        tally.seconds += time.monotonic() - began
        _measure(history, tally)
        tally.broken += check([history], *read(database))
        left = calls - tally.calls
        if left:
            tally.broken.append(f"{left} visitors were never called")
        if tally.unfairness > STARVING:
            tally.broken.append(f"a desk starves: {tally}")


def crowded(catalogue: str) -> str:
    """The tests' office with twelve counters, each serving both lines."""
    one = '[counters.{n}]\nname = {{ en = "Counter {n}", ar = "شباك {n}" }}\nlines = ["commercial", "residency"]\n'
    without = re.sub(r"\[counters\.\d+\]\n(?:(?!\[).*\n)+", "", catalogue)
    return without + "\n" + "".join(one.format(n=n) for n in range(1, DESKS + 1))


def issue(database: Database, tickets: int) -> None:
    """Numbers for so many visitors, each by an act of its own: how they come to them is not tried here."""
    change = wire.CheckChange(answers={"worker-abroad": "no"}, documents=PAPERS)

    def give(n: int, tx: Transaction) -> None:
        service, caller = ("renew", "employer") if n % 3 else ("residence", "worker")
        check = reception.open_check(tx, wire.NewCheck(service, "en", wire.Caller(caller)))
        reception.change_check(tx, check.id, change)
        reception.issue_ticket(tx, wire.NewTicket(check.id, "none" if n % 7 else "elderly"))

    given = [database.act(_KIOSK, partial(give, n)) for n in range(tickets)]
    for future in given:
        future.result(600)


@contextmanager
def _database(folder: Path) -> Iterator[tuple[str, str]]:
    server = Postgres(folder / "postgres")
    server.make()
    try:
        server.tell("CREATE DATABASE dawr")
        yield "--database", f"postgresql://postgres@127.0.0.1:{server.port}/dawr"
    finally:
        server.kill()


def _work(database: Database, urls: Sequence[str], history: History, calls: int) -> None:
    over = threading.Event()
    lines = [
        Line(
            urls[n % len(urls)], enrolled(database, f"desk-{n}", Role.CLERK, n), f"desk-{n}", history, patience=PATIENCE
        )
        for n in range(1, DESKS + 1)
    ]
    threads = [
        threading.Thread(target=live, args=(line, busy_clerk(n, calls), over)) for n, line in enumerate(lines, 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for line in lines:
        line.close()


def _measure(history: History, tally: Tally) -> None:
    for act in history.acts():
        if act.outcome == "ok" and act.heard_at is not None:
            tally.waits[act.client].append(act.heard_at - act.asked_at)
            tally.calls += act.act == "call_next" and act.answer is not None
