"""The acts the benchmarks ask for, over one line."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress

from queue_server.domain.trust import Role
from tests.bench.line import Line
from tests.bench.office import Bench
from tests.bench.served import Served

FINISH = b'{"outcome":"completed"}'


class Issuing:
    """A ticket for each ready check, once; `slip` has it drawn as well."""

    def __init__(self, checks: Iterator[str]) -> None:
        self._checks = checks
        self.slip = False
        self.numbers: list[str] = []

    async def __call__(self, line: Line) -> None:
        """Take a number."""
        body = f'{{"check":"{next(self._checks)}","slip":{json.dumps(self.slip)}}}'.encode()
        issued = json.loads(await line.ask("POST", "/api/v1/tickets", body))
        self.numbers.append(issued["number"])

    def prove(self) -> None:
        """Nobody got a number somebody else has."""
        assert len(self.numbers) == len(set(self.numbers))


class Calling:
    """At every counter the next visitor is called, served and let go, over and over."""

    def __init__(self, counters: dict[Line, int]) -> None:
        self._counters = counters
        self._next = dict.fromkeys(counters, 0)
        self.called: list[str] = []
        self.times: dict[int, list[float]] = {n: [] for n in counters.values()}
        """Seconds of each `next`, per counter."""

    async def __call__(self, line: Line) -> None:
        """The counter's next act."""
        n, act = self._counters[line], self._next[line]
        self._next[line] = (act + 1) % 3
        asked = time.perf_counter()
        path = ("next", "start", "finish")[act]
        answer = await line.ask("POST", f"/api/v1/counters/{n}/{path}", FINISH if act == 2 else b"")
        if act == 0:
            self.called.append(json.loads(answer)["number"])
            self.times[n].append(time.perf_counter() - asked)

    async def let_go(self, line: Line) -> None:
        """Finish with whoever is at the counter."""
        while self._next[line]:
            await self(line)

    def prove(self) -> None:
        """Nobody was called at two counters."""
        assert len(self.called) == len(set(self.called))


async def counters(office: Bench, served: Served, numbers: range) -> dict[Line, int]:
    """A line for each counter, opened."""
    lines = {}
    for n in numbers:
        line = Line(served.port, office.token(Role.CLERK, f"clerk-{n}", n))
        await line.ask("POST", f"/api/v1/counters/{n}/open")
        lines[line] = n
    return lines


async def kiosks(office: Bench, served: Served, count: int) -> list[Line]:
    """So many kiosks' lines."""
    return [Line(served.port, office.token(Role.KIOSK, f"kiosk-{n}")) for n in range(count)]


def hang_up(lines: list[Line]) -> None:
    """Close them all."""
    for line in lines:
        with suppress(RuntimeError):
            line.close()
