"""What an act costs when the office has a history: two offices, one young and one old, asked in turns."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench import acts, filling, served
from tests.bench.line import Line
from tests.bench.measure import Ask, Rounds, drive, p50, ratio
from tests.bench.office import bench
from tests.bench.report import Figure
from tests.bench.scale import Scale

_MOST_A_SECOND = 600
_ACTS_A_VISIT = 3


async def growth(folder: Path, scale: Scale) -> list[Figure]:
    """Issue and call, one at a time, with few and with many tickets in the database."""
    enough = int(scale.rounds * scale.seconds * _MOST_A_SECOND) + 100
    issues, calls = [], []
    with ExitStack() as running:
        for size in scale.history:
            home = folder / str(size)
            office = running.enter_context(bench(home))
            office.history(size // filling.A_DAY)
            office.waiting(enough // _ACTS_A_VISIT)
            checks = office.ready_checks(enough)
            ours = running.enter_context(served.office(office.catalogue, "--data", str(home)))
            issues.append((ours, await acts.kiosks(office, ours, 1), acts.Issuing(checks)))
            counter = await acts.counters(office, ours, range(1, 2))
            calls.append((ours, list(counter), acts.Calling(counter)))
        await asyncio.sleep(scale.seconds)
        return [
            *_grown("issue", scale, await _in_turns(issues, scale)),
            *_grown("call", scale, await _in_turns(calls, scale)),
        ]


async def _in_turns(offices: Sequence[tuple[served.Served, list[Line], Ask]], scale: Scale) -> list[Rounds]:
    rounds = [Rounds() for _office in offices]
    for _round in range(2 * scale.rounds):
        for each, (server, lines, ask) in zip(rounds, offices, strict=True):
            each.loads.append(await drive(server, lines, ask, scale.seconds / 2))
    return rounds


def _grown(what: str, scale: Scale, rounds: list[Rounds]) -> list[Figure]:
    young, old = rounds
    few, many = scale.history
    return [
        Figure(f"{what}: p50 with {few:,} tickets", young.ms(50), "ms"),
        Figure(f"{what}: p50 with {many:,} tickets", old.ms(50), "ms"),
        Figure(f"{what}: p50, old to young", ratio(old, young, p50), "x", most=1.1),
        Figure(f"{what}: processor time with {few:,}", young.cpu_ms, "ms"),
        Figure(f"{what}: processor time with {many:,}", old.cpu_ms, "ms"),
        Figure(f"{what}: processor time, old to young", old.cpu_ms / max(young.cpu_ms, 1e-9), "x", most=1.1),
    ]
