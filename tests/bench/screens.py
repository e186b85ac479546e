"""From a clerk's key to the screens: how long after the request each screen has the call, and whether one missed it."""

import asyncio
import time
from collections import Counter, defaultdict
from contextlib import ExitStack, suppress
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
            ears = await _ears(office, ours, count)
            figures += await _called(office, ours, counter, ears, calls)
            acts.hang_up(list(ears))
    return figures


async def _ears(office: Bench, ours: served.Served, count: int) -> list[Ear]:
    """Screens that listen; the hall's are all enrolled under one token, as copies of one page."""
    token = office.token(Role.SCREEN, "screen")
    ears = []
    for _ in range(count):
        ear = Ear(ours.port, token)
        await ear.listen("/display/hall/events")
        ears.append(ear)
    return ears


async def _called(office: Bench, ours: served.Served, n: int, ears: list[Ear], calls: int) -> list[Figure]:
    lines = await acts.counters(office, ours, range(n, n + 1))
    [line] = lines
    calling = acts.Calling(lines)
    crowd = _Crowd(ears)
    times: list[float] = []
    answers: list[float] = []
    cpu = ours.cpu
    for _ in range(calls):
        asked = time.perf_counter()
        await calling(line)
        answers.append(time.perf_counter() - asked)
        times += [heard - asked for heard in await crowd.hears(calling.called[-1])]
        for _then in ("start", "finish"):
            await asyncio.sleep(_PAUSE)
            await calling(line)
        await asyncio.sleep(_PAUSE)
    who = f"{len(ears):,} screens: "
    return [
        Figure(f"{who}call → screen, p50", percentile(times, 50) * 1000, "ms"),
        Figure(f"{who}call → screen, p99", percentile(times, 99) * 1000, "ms", most=_BUDGET_MS.get(len(ears))),
        Figure(f"{who}call → screen, longest", max(times) * 1000, "ms"),
        Figure(f"{who}call → the clerk's own answer, p50", percentile(answers, 50) * 1000, "ms"),
        Figure(f"{who}missed", calls * len(ears) - len(times), f"of {calls * len(ears):,}", most=0),
        Figure(f"{who}processor time a screen and act", (ours.cpu - cpu) / (3 * calls * len(ears)) * 1000, "ms"),
        Figure(f"{who}the server's memory", ours.memory(), "MB"),
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
