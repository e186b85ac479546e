"""From a clerk's key to the screens: how long after the request each screen has the call, and whether one missed it."""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from queue_server.domain.trust import Role
from tests.bench import acts, served
from tests.bench.line import Ear
from tests.bench.measure import percentile
from tests.bench.office import Bench, bench
from tests.bench.report import Figure
from tests.bench.scale import Scale

_PATIENCE = 5.0
_PAUSE = 0.3
"""Between a clerk's acts: a hall makes one or two calls a second at most."""
_BUDGET_MS = {20: 50.0, 1000: 400.0}


async def screens(folder: Path, scale: Scale) -> list[Figure]:
    """Call → screen for a hall's screens, and for many more."""
    figures = []
    with ExitStack() as running:
        office = running.enter_context(bench(folder))
        office.waiting(sum(calls for _count, calls in scale.screens) + 10)
        ours = running.enter_context(served.office(office.catalogue, "--data", str(folder)))
        for counter, (count, calls) in enumerate(scale.screens, 1):
            crowd = await listening(office, ours, count)
            figures += _figures(crowd, await called(office, ours, counter, crowd, calls), ours.memory())
            acts.hang_up(list(crowd))
    return figures


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of so many calls: seconds until each screen had each, until the clerk was answered, and what it cost.

    `cpu` is seconds of the server's processor time for one act, `numbers` who was called, and when that was asked for.
    """

    times: Sequence[float]
    answers: Sequence[float]
    cpu: float
    missed: int
    numbers: Mapping[str, float]


async def listening(office: Bench, ours: served.Served, count: int) -> list[Ear]:
    """Screens that listen; the hall's are all enrolled under one token, as copies of one page."""
    token = office.token(Role.SCREEN, "screen")
    ears = []
    for _ in range(count):
        ear = Ear(ours.port, token)
        await ear.listen("/display/hall/events")
        ears.append(ear)
    return ears


async def called(office: Bench, ours: served.Served, n: int, ears: list[Ear], calls: int) -> Heard:
    """So many visitors called to a counter, one after another, each served at once."""
    lines = await acts.counters(office, ours, range(n, n + 1))
    [line] = lines
    calling = acts.Calling(lines)
    crowd = _Crowd(ears)
    times: list[float] = []
    answers: list[float] = []
    numbers: dict[str, float] = {}
    cpu = ours.cpu
    for _ in range(calls):
        asked = time.perf_counter()
        await calling(line)
        answers.append(time.perf_counter() - asked)
        numbers[calling.called[-1]] = asked
        times += [heard - asked for heard in await crowd.hears(calling.called[-1])]
        for _then in ("start", "finish"):
            await asyncio.sleep(_PAUSE)
            await calling(line)
        await asyncio.sleep(_PAUSE)
    return Heard(times, answers, (ours.cpu - cpu) / (3 * calls), calls * len(ears) - len(times), numbers)


def _figures(crowd: list[Ear], heard: Heard, memory: float) -> list[Figure]:
    who = f"{len(crowd):,} screens: "
    return [
        *to_the_screens(who, heard, most=_BUDGET_MS.get(len(crowd))),
        Figure(f"{who}call → the clerk's own answer, p50", percentile(heard.answers, 50) * 1000, "ms"),
        Figure(f"{who}processor time a screen and act", heard.cpu / len(crowd) * 1000, "ms"),
        Figure(f"{who}the server's memory", memory, "MB"),
    ]


def to_the_screens(who: str, heard: Heard, most: float | None) -> list[Figure]:
    """How long the calls took to the screens, with the most that 99 of a hundred may take, in milliseconds."""
    return [
        Figure(f"{who}call → screen, p50", percentile(heard.times, 50) * 1000, "ms"),
        Figure(f"{who}call → screen, p99", percentile(heard.times, 99) * 1000, "ms", most=most),
        Figure(f"{who}call → screen, longest", max(heard.times) * 1000, "ms"),
        Figure(f"{who}missed", heard.missed, f"of {heard.missed + len(heard.times):,}", most=0),
    ]


class _Crowd:
    """Everybody who listens."""

    def __init__(self, ears: list[Ear]) -> None:
        self._ears = ears
        self._count: Counter[str] = Counter()
        self._all: dict[str, asyncio.Event] = defaultdict(asyncio.Event)
        for ear in ears:
            ear.told = self._told

    async def hears(self, number: str) -> list[float]:
        """When each heard a number called, once all did or patience was over."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._all[number].wait(), _PATIENCE)
        return [ear.heard[number] for ear in self._ears if number in ear.heard]

    def _told(self, number: str) -> None:
        self._count[number] += 1
        if self._count[number] == len(self._ears):
            self._all[number].set()
