"""`./run mutants`: faults planted in copies of the queue; 0 when a test caught every one, 1 when one was not caught.

2 when nothing is proven: no such fault, a text that is gone from its file, or tests that fail without any fault.
"""

import argparse
import sys
import time
from collections.abc import Sequence

from tests.mutants.mutant import Mutant, Rotted
from tests.mutants.planted import MUTANTS
from tests.mutants.trial import Unsound, try_all


def main(given: Sequence[str] | None = None, planted: Sequence[Mutant] = MUTANTS) -> int:
    """Try the faults named, or all, and print one line for each."""
    parser = argparse.ArgumentParser(prog="./run mutants", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="a fault's name or a part of it; all when none is given"
    )
    parser.add_argument("--list", action="store_true", help="only say their names")
    parser.add_argument("--processes", type=int, default=2, help="how many are tried at once (2)")
    asked = parser.parse_args(given)
    chosen = _chosen(planted, asked.names)
    if not chosen:
        print(f"no planted fault is called {' or '.join(asked.names)}: see --list", file=sys.stderr)
        return 2
    if asked.list:
        print(*(mutant.name for mutant in chosen), sep="\n")
        return 0
    return _try(chosen, max(1, asked.processes))


def _chosen(planted: Sequence[Mutant], names: Sequence[str]) -> list[Mutant]:
    return [mutant for mutant in planted if not names or any(name in mutant.name for name in names)]


def _try(mutants: Sequence[Mutant], processes: int) -> int:
    began, caught = time.monotonic(), 0
    try:
        for verdict in try_all(mutants, processes):
            print(verdict, flush=True)
            caught += verdict.caught_by is not None
    except Rotted as gone:
        print(gone, file=sys.stderr)
        return 2
    except Unsound as broken:
        print(broken, "the tests fail without any fault planted: nothing would be proven", sep="\n", file=sys.stderr)
        return 2
    print(f"{caught} of {len(mutants)} planted faults caught in {time.monotonic() - began:.0f} s")
    return 0 if caught == len(mutants) else 1


if __name__ == "__main__":
    sys.exit(main())
