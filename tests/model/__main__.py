"""`./run model`: many random halls against the bounds of each policy, or many steps of the office against its model."""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from random import Random

from tests.model.bounds import broken
from tests.model.fairness import play
from tests.model.searching import search


def main(given: Sequence[str] | None = None) -> int:
    """Run one of the two; 0 when nothing was found."""
    parser = argparse.ArgumentParser(prog="./run model", description=__doc__)
    kinds = parser.add_subparsers(dest="kind", required=True)
    fairness = kinds.add_parser("fairness", help="random halls against the bounds of each policy")
    fairness.add_argument("--runs", type=int, default=100_000)
    fairness.add_argument("--seed", type=int, default=1)
    steps = kinds.add_parser("steps", help="random days in the office and in its model")
    steps.add_argument("--steps", type=int, default=1_000_000)
    steps.add_argument("--seed", type=int, default=1)
    steps.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args(given)
    if asked.kind == "fairness":
        return _fairness(asked.runs, asked.seed)
    return _steps(asked.steps, asked.seed, asked.processes)


def _fairness(runs: int, seed: int) -> int:
    began, counted = time.monotonic(), Counter[str]()
    for run in range(seed, seed + runs):
        hall = play(Random(run), restarts=Random(-run))
        counted.update({hall.policy.name: 1, "calls": len(hall.calls)})
        counted.update(call.why for call in hall.calls)
        found = broken(hall)
        if found:
            print(f"seed {run}, {hall.policy}:", *found, sep="\n  ")
            return 1
    told = ", ".join(f"{count} {name}" for name, count in sorted(counted.items()))
    print(f"{runs} halls from seed {seed} keep every bound ({told}; {time.monotonic() - began:.0f} s)")
    return 0


def _steps(steps: int, seed: int, processes: int) -> int:
    began = time.monotonic()
    found = search(steps, seed, processes)
    took = f"{time.monotonic() - began:.0f} s"
    print(f"the office and its model are one in {steps} steps from seed {seed} ({took})" if found is None else found)
    return 0 if found is None else 1


if __name__ == "__main__":
    raise SystemExit(main())
