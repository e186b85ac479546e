"""`./run bench`: how fast, next to the least it could cost on this very machine at this very moment."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvloop

from tests.bench.call import call
from tests.bench.day import memory, mixed
from tests.bench.desk import desk
from tests.bench.floors import floor
from tests.bench.growth import growth
from tests.bench.issue import issue
from tests.bench.kiosk import kiosk
from tests.bench.phones import phones
from tests.bench.report import Figure, table
from tests.bench.scale import SHORT, Scale
from tests.bench.screens import screens
from tests.bench.start import start


async def _postgres(folder: Path, scale: Scale) -> list[Figure]:
    from tests.bench.postgres import postgres  # Its package looks for XDG_RUNTIME_DIR as it is loaded.

    return await postgres(folder, scale)


BENCHMARKS: dict[str, Callable[[Path, Scale], Coroutine[Any, Any, list[Figure]]]] = {
    "floor": floor,
    "issue": issue,
    "call": call,
    "mixed": mixed,
    "growth": growth,
    "screens": screens,
    "phones": phones,
    "memory": memory,
    "start": start,
    "kiosk": kiosk,
    "desk": desk,
    "postgres": _postgres,
}


def main(arguments: list[str]) -> int:
    """Run the benchmarks asked for, all when none is; 1 when a budget was missed."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("benchmarks", nargs="*", metavar="|".join(BENCHMARKS), help="all when none is named")
    parser.add_argument("--short", action="store_true", help="only to see that it works: the figures mean nothing")
    parser.add_argument("--history", type=int, default=1_000_000, help="growth: so many tickets in the old office")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures")
    given = parser.parse_args(arguments)
    if strange := set(given.benchmarks) - set(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(strange)}; there are {', '.join(BENCHMARKS)}")
    found = {}
    scale = SHORT if given.short else replace(Scale(), history=(1000, given.history))
    for name in given.benchmarks or BENCHMARKS:
        found[name] = run(name, scale)
        print(table(f"{name} (load {os.getloadavg()[0]:.1f})", found[name]), flush=True)
    if given.json:
        given.json.write_text(json.dumps(_plain(found), indent=1), encoding="utf-8")
    return int(any(figure.verdict == "MISSED" for figures in found.values() for figure in figures))


def run(name: str, scale: Scale) -> list[Figure]:
    """One benchmark's figures."""
    with TemporaryDirectory(prefix="dawr-bench-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # A minimal system has none, and PostgreSQL's package says so.
        return uvloop.run(BENCHMARKS[name](Path(folder), scale))


def _plain(found: dict[str, list[Figure]]) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load": os.getloadavg(),
        "python": sys.version.split()[0],
        "figures": {name: [figure.plain() for figure in figures] for name, figures in found.items()},
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
