"""kill -9: the real server under the load of kiosks and desks dies at random moments and comes back, many times."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from queue_server.application import staff
from queue_server.domain.trust import Role
from queue_server.store.database import Database, url_of
from queue_server.store.opening import OPERATOR, open_office
from queue_server.system import SystemChance, SystemClock
from tests.history.check import check
from tests.history.line import Line
from tests.history.record import History
from tests.history.rows import read
from tests.offices import CATALOGUE
from tests.torture.people import Person, clerk, kiosk, live, supervisor, web
from tests.torture.servers import Server

PATIENCE = 60.0
_KIOSKS, _COUNTERS = 3, (1, 2, 3, 4)


@dataclass
class Tally:
    """What came of it; `back` are the seconds from each death to the first answer."""

    kills: int = 0
    acts: int = 0
    acknowledged: int = 0
    back: list[float] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        back = f"; back after {median(self.back):.2f} s, at most {max(self.back):.2f} s" if self.back else ""
        return f"{self.kills} kills, {self.acts} acts, {self.acknowledged} acknowledged{back}"


def kill_server(seed: int, rounds: int, tally: Tally) -> None:
    """One office, killed so many times while everybody goes on; then its whole history is judged."""
    chance, history = Random(seed), History()
    with TemporaryDirectory(prefix="dawr-kill-") as name:
        folder = Path(name)
        database = opened(url_of(folder, None))
        server = Server(folder / "server.log", "--data", str(folder))
        server.start()
        with at_work(database, [server.url], history, chance):
            for _ in range(rounds):
                time.sleep(chance.uniform(0.05, 1.0))
                server.kill()
                tally.kills += 1
                tally.back.append(server.start())
            time.sleep(0.3)
        server.kill()
        tally.broken += [f"seed {seed}: {trouble}" for trouble in check([history], *read(database))]
        database.close()
    acts = history.acts()
    tally.acts += len(acts)
    tally.acknowledged += sum(act.outcome == "ok" for act in acts)


def opened(url: str, catalogue: Path = CATALOGUE) -> Database:
    """A fresh office's database, to look at and to enrol devices in."""
    clock, chance = SystemClock(), SystemChance()
    office, _code = open_office(url, catalogue, clock, chance)
    return Database(url, office, clock, chance)


def enrolled(database: Database, name: str, role: Role, counter: int | None = None) -> str:
    """A token for a new device."""
    return database.act(OPERATOR, lambda tx: staff.enrol_device(tx, name, role, counter)).result(30)


@contextmanager
def at_work(database: Database, urls: list[str], history: History, chance: Random) -> Iterator[None]:
    """Kiosks and desks at work, spread over the servers; when it is over, each has heard its last answer."""
    over, threads, lines = threading.Event(), [], []
    booked: list[str] = []
    today = datetime.now(UTC).date()
    people: list[tuple[str, Role, int | None, Person]] = [("web", Role.CHANNEL, None, web(_own(chance), booked, today))]
    people += [(f"kiosk-{n}", Role.KIOSK, None, kiosk(_own(chance), booked)) for n in range(_KIOSKS)]
    people += [("boss", Role.SUPERVISOR, None, supervisor(_own(chance)))]
    people += [(f"desk-{n}", Role.CLERK, n, clerk(n, _own(chance))) for n in _COUNTERS]
    for place, (name, role, counter, person) in enumerate(people):
        token = enrolled(database, name, role, counter)
        line = Line(
            urls[place % len(urls)], token, name, history, patience=PATIENCE, sleep=lambda _seconds: time.sleep(0.05)
        )
        lines.append(line)
        threads.append(threading.Thread(target=live, args=(line, person, over), name=name))
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join(PATIENCE)
        for line in lines:
            line.close()


def _own(chance: Random) -> Random:
    return Random(chance.getrandbits(64))
