"""`./run torture`: what must not lose anything, at length; 0 when every promise held, 1 when one was broken."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from tests.torture import clock, day, desks, failover, kill, kiosks, partitions, points, power


def main(arguments: list[str]) -> int:
    """Run one torture and print what came of it."""
    parser = argparse.ArgumentParser(prog="./run torture", description=__doc__)
    parser.add_argument("torture", choices=sorted(_TORTURES))
    parser.add_argument("--rounds", type=int, help="how long; docs/torture.md says of what, and how long is usual")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins")
    parser.add_argument("--part", type=_part, default=(1, 1), metavar="K/N", help="points: the Kth of N parts of them")
    parser.add_argument("--postgres", action="store_true", help="desks: three servers on PostgreSQL instead")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    broken = 0
    for promise in _TORTURES[given.torture](given):
        broken += 1
        print(f"BROKEN: {promise}", flush=True)
    print(f"{given.torture}, seed {given.seed}: {time.monotonic() - began:.0f} s, {broken} promises broken")
    return 1 if broken else 0


def _part(said: str) -> tuple[int, int]:
    part, _, parts = said.partition("/")
    return int(part), int(parts)


def _power(given: argparse.Namespace) -> Iterator[str]:
    """So many power cuts, 90 to a plan; in every other plan a fiftieth of all disk operations fails too."""
    total, seed = power.Tally(), given.seed
    while total.cuts < (given.rounds or 10_000):
        tally = power.cut_power(power.Plan(seed, lives=6, cuts=15, failing=0.02 if seed % 2 else 0.0))
        total.add(tally)
        print(f"seed {seed}: {total}", flush=True)
        yield from tally.broken
        seed += 1


def _kill(given: argparse.Namespace) -> Iterator[str]:
    """So many kills, 25 to an office."""
    total, seed, rounds = kill.Tally(), given.seed, given.rounds or 1_000
    while total.kills < rounds:
        kill.kill_server(seed, min(25, rounds - total.kills), total)
        print(f"seed {seed}: {total}", flush=True)
        yield from total.broken
        total.broken.clear()
        seed += 1


def _points(given: argparse.Namespace) -> Iterator[str]:
    """Every point, or so many of them."""
    tally = points.Tally()
    yield from points.break_points(given.seed, given.rounds, tally, given.part)
    print(tally)


def _clock(given: argparse.Namespace) -> Iterator[str]:
    """Every jump in every zone, so many times."""
    tally = clock.Tally()
    for seed in range(given.seed, given.seed + (given.rounds or 10)):
        for zone in clock.ZONES:
            for named in clock.JUMPS:
                yield from clock.jump(seed, zone, named, tally)
        print(f"seed {seed}: {tally}", flush=True)


def _failover(given: argparse.Namespace) -> Iterator[str]:
    """So many failovers, five to an office."""
    total, seed, rounds = failover.Tally(), given.seed, given.rounds or 20
    while total.failovers < rounds:
        failover.fail_over(seed, min(5, rounds - total.failovers), total)
        print(f"seed {seed}: {total}", flush=True)
        yield from total.broken
        total.broken.clear()
        seed += 1


def _desks(given: argparse.Namespace) -> Iterator[str]:
    """So many calls by twelve desks."""
    tally = desks.Tally()
    desks.call_everybody(given.rounds or 100_000, tally, postgres=given.postgres)
    yield from tally.broken
    print(tally)


def _partitions(given: argparse.Namespace) -> Iterator[str]:
    """So many partitions of five kiosks, ten to an office."""
    tally, seed, rounds = kiosks.Tally(), given.seed, given.rounds or 1_000
    while tally.rounds < rounds:
        yield from partitions.part(seed, min(10, rounds - tally.rounds), tally)
        print(f"seed {seed}: {tally}", flush=True)
        seed += 1


def _day(given: argparse.Namespace) -> Iterator[str]:
    """A clerk's day with so many visitors."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    tally = day.Tally()
    with TemporaryDirectory(prefix="dawr-day-") as folder:
        day.work_a_day(Path(folder) / "office", given.rounds or 80, tally)
    application.processEvents()
    yield from tally.broken
    print(tally)


_TORTURES: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "clock": _clock,
    "day": _day,
    "desks": _desks,
    "failover": _failover,
    "kill": _kill,
    "partitions": _partitions,
    "points": _points,
    "power": _power,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
