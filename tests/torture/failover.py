"""The database fails over: the primary is killed, its synchronous standby promoted, and two servers carry on with it.

Every commit was on the standby before it was acknowledged, so nothing told may be missing there. The servers find the
new primary by themselves, from a URL that names both; kiosks and desks repeat what was not answered.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from queue_server.store.database import url_of
from tests.history.check import check
from tests.history.record import History
from tests.history.rows import read
from tests.torture.kill import at_work, opened
from tests.torture.postgres import Postgres
from tests.torture.servers import Server

_SERVERS = 2


@dataclass
class Tally:
    """What came of it; `away` are the seconds from each death to the first act acknowledged after it."""

    failovers: int = 0
    acts: int = 0
    acknowledged: int = 0
    away: list[float] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        away = f"; away for {median(self.away):.1f} s, at most {max(self.away):.1f} s" if self.away else ""
        return f"{self.failovers} failovers, {self.acts} acts, {self.acknowledged} acknowledged{away}"


def fail_over(seed: int, rounds: int, tally: Tally) -> None:
    """One office on two servers, whose database fails over so many times; then its whole history is judged."""
    chance, history = Random(seed), History()
    with pair() as both, ExitStack() as closing:
        primary, standby = both
        primary.tell("CREATE DATABASE dawr")
        url = either(primary, standby)
        database = opened(url_of(None, url))
        closing.callback(database.close)
        servers = [Server(primary.folder.parent / f"server-{n}.log", "--database", url) for n in range(_SERVERS)]
        for server in servers:
            server.start()
            closing.callback(server.kill)
        with at_work(database, [server.url for server in servers], history, chance):
            for _ in range(rounds):
                time.sleep(chance.uniform(0.5, 2.0))
                primary.kill()
                died = time.monotonic()
                standby.promote()
                tally.away.append(_first_answer(history, died))
                tally.failovers += 1
                time.sleep(chance.uniform(0.2, 1.0))
                primary, standby = standby, primary
                standby.follow(primary)
        tally.broken += [f"seed {seed}: {trouble}" for trouble in check([history], *read(database))]
    acts = history.acts()
    tally.acts += len(acts)
    tally.acknowledged += sum(act.outcome == "ok" for act in acts)


@contextmanager
def pair() -> Iterator[tuple[Postgres, Postgres]]:
    """A primary and its synchronous standby, running."""
    with TemporaryDirectory(prefix="dawr-pair-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        primary, standby = Postgres(Path(name) / "a"), Postgres(Path(name) / "b")
        try:
            primary.make()
            standby.follow(primary)
            yield primary, standby
        finally:
            primary.kill()
            standby.kill()


def either(primary: Postgres, standby: Postgres) -> str:
    """A URL that leads to whichever of the two takes writes."""
    hosts = f"host=127.0.0.1,127.0.0.1&port={primary.port},{standby.port}"
    return f"postgresql://postgres@/dawr?{hosts}&target_session_attrs=read-write&connect_timeout=2"


def _first_answer(history: History, since: float) -> float:
    """The seconds until something asked for after that moment was acknowledged."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for act in history.acts():
            if act.outcome == "ok" and act.asked_at > since and act.heard_at is not None:
                return act.heard_at - since
        time.sleep(0.02)
    raise TimeoutError("nobody was answered any more")
