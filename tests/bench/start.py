"""How soon the server answers after it was started."""

from pathlib import Path
from statistics import median

from tests.bench import served
from tests.bench.office import bench
from tests.bench.report import Figure
from tests.bench.scale import Scale


async def start(folder: Path, scale: Scale) -> list[Figure]:
    """On an office that is there already, and on the very first day."""
    with bench(folder / "known") as office:
        again = [_ready(office.catalogue, folder / "known") for _ in range(scale.starts)]
        first = [_ready(office.catalogue, folder / f"new-{place}") for place in range(scale.starts)]
    return [
        Figure("ready, median", median(again), "s", most=1.5),
        Figure("ready, longest", max(again), "s"),
        Figure("ready the first time, median", median(first), "s"),
    ]


def _ready(catalogue: Path, home: Path) -> float:
    with served.office(catalogue, "--data", str(home)) as ours:
        return ours.ready
