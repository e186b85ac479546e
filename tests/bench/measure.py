"""Loads, and what is made of their times."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.line import Line
from tests.bench.served import Served

Ask = Callable[[Line], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Load:
    """What a load of closed loops came to: each connection asks again as soon as it is answered."""

    seconds: float
    cpu: float
    """Seconds of the server's processor time."""
    times: Sequence[float]
    """Seconds of each answer."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the server's processor time an answer."""
        return self.cpu / len(self.times) * 1000

    def ms(self, percent: float) -> float:
        """Milliseconds within which so many percent were answered."""
        return percentile(self.times, percent) * 1000


@dataclass
class Rounds:
    """Loads of one kind, one a round; a figure is the median over the rounds."""

    loads: list[Load] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return median(load.rate for load in self.loads)

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the server's processor time an answer."""
        return sum(load.cpu for load in self.loads) / sum(len(load.times) for load in self.loads) * 1000

    def ms(self, percent: float) -> float:
        """Milliseconds within which so many percent were answered."""
        return median(load.ms(percent) for load in self.loads)


async def drive(served: Served, lines: Sequence[Line], ask: Ask, seconds: float) -> Load:
    """Let every line ask for so long."""
    times: list[float] = []
    began = time.perf_counter()
    until = began + seconds

    async def loop(line: Line) -> None:
        while (asked := time.perf_counter()) < until:
            await ask(line)
            times.append(time.perf_counter() - asked)

    cpu = served.cpu
    await asyncio.gather(*(loop(line) for line in lines))
    return Load(time.perf_counter() - began, served.cpu - cpu, times)


def percentile(times: Sequence[float], percent: float) -> float:
    """The smallest time that so many percent did not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def ratio(ours: Rounds, theirs: Rounds, figure: Callable[[Load], float]) -> float:
    """The median over the rounds of ours to theirs: the two of a round were measured next to each other."""
    return median(figure(our) / figure(their) for our, their in zip(ours.loads, theirs.loads, strict=True))


def p50(load: Load) -> float:
    """The median of a load, in milliseconds."""
    return load.ms(50)
