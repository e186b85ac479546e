"""A day lived as fast as answers come: kiosks check papers and give numbers, counters call, screens listen."""

import asyncio
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

import msgspec

from queue_server import wire
from queue_server.domain.trust import Role
from queue_server.store.verifying import troubles
from tests.bench import acts, served
from tests.bench.line import Ear, Line
from tests.bench.measure import percentile
from tests.bench.office import SERVICE, Bench, bench, everything_asked
from tests.bench.report import Figure
from tests.bench.scale import Scale

_KIOSKS, _COUNTERS, _SCREENS = 6, range(1, 17), 4
_CHECK = f'{{"service":"{SERVICE}","language":"ar","caller":{{"class":"employer"}}}}'.encode()


class Day:
    """So many visits from the first question to the last stamp."""

    def __init__(self, visits: int) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)
        """Seconds of each answer, by act."""
        self._to_come, self._to_serve = visits, visits

    async def kiosk(self, line: Line) -> None:
        """Visitors at one kiosk, as long as any come."""
        while self._to_come > 0:
            self._to_come -= 1
            check = await self._check("open check", line, "POST", "/api/v1/checks", _CHECK)
            while check.outcome is None:
                change = msgspec.json.encode(everything_asked(check))
                check = await self._check("change check", line, "PATCH", f"/api/v1/checks/{check.id}", change)
            await self._ask("issue with slip", line, "POST", "/api/v1/tickets", f'{{"check":"{check.id}"}}'.encode())

    async def counter(self, line: Line, n: int) -> None:
        """A clerk, until everybody was served."""
        while self._to_serve > 0:
            if not await self._ask("next", line, "POST", f"/api/v1/counters/{n}/next"):
                await asyncio.sleep(0.05)
                continue
            self._to_serve -= 1
            await self._ask("start", line, "POST", f"/api/v1/counters/{n}/start")
            await self._ask("finish", line, "POST", f"/api/v1/counters/{n}/finish", acts.FINISH)

    async def supervisor(self, line: Line) -> None:
        """Somebody who looks at the floor every second."""
        while self._to_serve > 0:
            await self._ask("hall", line, "GET", "/api/v1/hall")
            await asyncio.sleep(1)

    async def _check(self, act: str, line: Line, method: str, path: str, body: bytes) -> wire.Check:
        return msgspec.json.decode(await self._ask(act, line, method, path, body), type=wire.Check)

    async def _ask(self, act: str, line: Line, method: str, path: str, body: bytes = b"") -> bytes:
        asked = time.perf_counter()
        answer = await line.ask(method, path, body)
        self.times[act].append(time.perf_counter() - asked)
        return answer


async def mixed(folder: Path, scale: Scale) -> list[Figure]:
    """Everybody at once, and the database proven sound afterwards."""
    return (await _lived(folder, scale))[0]


async def memory(folder: Path, scale: Scale) -> list[Figure]:
    """What the server holds after a full day."""
    return (await _lived(folder, scale))[1]


async def _lived(folder: Path, scale: Scale) -> tuple[list[Figure], list[Figure]]:
    day = Day(scale.visits)
    with ExitStack() as running:
        office = running.enter_context(bench(folder))
        ours = running.enter_context(served.office(office.catalogue, "--data", str(folder)))
        fresh = ours.memory()
        lines = await _people(office, ours)
        began, cpu = time.perf_counter(), ours.cpu
        await asyncio.gather(
            *(day.kiosk(line) for line in lines[Role.INFORMATION]),
            *(day.counter(line, n) for n, line in zip(_COUNTERS, lines[Role.CLERK], strict=True)),
            *(day.supervisor(line) for line in lines[Role.SUPERVISOR]),
        )
        seconds, cpu = time.perf_counter() - began, ours.cpu - cpu
        held, most = ours.memory(), ours.memory("VmHWM")
        acts.hang_up([line for each in lines.values() for line in each])
        found = office.act(troubles)
        assert not found, found
    count = sum(map(len, day.times.values()))
    speed = [
        Figure("visits a minute", scale.visits / seconds * 60, "/min"),
        Figure("acts a second", count / seconds, "/s"),
        Figure("processor time a visit", cpu / scale.visits * 1000, "ms"),
    ]
    for act, times in day.times.items():
        speed.append(Figure(f"{act}: p50 of {len(times):,}", percentile(times, 50) * 1000, "ms"))
        speed.append(Figure(f"{act}: p99", percentile(times, 99) * 1000, "ms"))
    return speed, [
        Figure("before the first visitor", fresh, "MB"),
        Figure(f"after {scale.visits:,} visits", held, "MB", most=120),
        Figure("at most", most, "MB"),
    ]


async def _people(office: Bench, ours: served.Served) -> dict[Role, list[Line]]:
    """Who is there on a day. The kiosks have the information desk's token: they say they saw the papers."""
    lines: dict[Role, list[Line]] = {
        Role.INFORMATION: [Line(ours.port, office.token(Role.INFORMATION, f"i{n}")) for n in range(_KIOSKS)],
        Role.SUPERVISOR: [Line(ours.port, office.token(Role.SUPERVISOR, "supervisor"))],
        Role.CLERK: list(await acts.counters(office, ours, _COUNTERS)),
        Role.SCREEN: [],
    }
    for n in range(_SCREENS):
        ear = Ear(ours.port, office.token(Role.SCREEN, f"screen-{n}"))
        await ear.listen("/display/hall/events")
        lines[Role.SCREEN].append(ear)
    return lines
