"""`./run torture`: what must not lose anything, at length; 0 when every promise held, 1 when one was broken."""

import argparse
import sys
import time
from collections.abc import Callable

from tests.torture import kill, power


def main(arguments: list[str]) -> int:
    """Run one torture and print what came of it."""
    parser = argparse.ArgumentParser(prog="./run torture", description=__doc__)
    parser.add_argument("torture", choices=sorted(_TORTURES))
    parser.add_argument("--rounds", type=int, help="how long: see docs/torture.md")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins")
    given = parser.parse_args(arguments)
    began = time.monotonic()
    rounds, run = _TORTURES[given.torture]
    broken = run(given.seed, given.rounds or rounds)
    print(f"{given.torture}, seed {given.seed}: {time.monotonic() - began:.0f} s")
    for promise in broken:
        print(promise, file=sys.stderr)
    return 1 if broken else 0


def _power(seed: int, rounds: int) -> list[str]:
    """`rounds` power cuts, 90 to a plan; in every other plan a fiftieth of all disk operations fails too."""
    total = power.Tally()
    while total.cuts < rounds and not total.broken:
        total.add(power.cut_power(power.Plan(seed, lives=6, cuts=15, failing=0.02 if seed % 2 else 0.0)))
        seed += 1
        print(f"seeds to {seed - 1}: {total}", flush=True)
    return total.broken


def _kill(seed: int, rounds: int) -> list[str]:
    """`rounds` kills, 25 to an office."""
    total = kill.Tally()
    while total.kills < rounds and not total.broken:
        kill.kill_server(seed, min(25, rounds - total.kills), total)
        seed += 1
        print(f"seeds to {seed - 1}: {total}", flush=True)
    return total.broken


_TORTURES: dict[str, tuple[int, Callable[[int, int], list[str]]]] = {
    "power": (10_000, _power),
    "kill": (1_000, _kill),
}
"""How many rounds when nothing is said, and what is done."""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
