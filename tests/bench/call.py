"""How fast counters call, next to the floor, and whether one of them starves."""

from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.bench import acts, served
from tests.bench.floors import Floors
from tests.bench.measure import Rounds, drive, percentile
from tests.bench.office import bench
from tests.bench.report import Figure
from tests.bench.scale import Scale

_MOST_A_SECOND = 1000


async def call(folder: Path, scale: Scale) -> list[Figure]:
    """Acts a second at 1, 8 and 32 counters: next, start, finish, each kept for good."""
    figures = []
    with ExitStack() as running:
        office = running.enter_context(bench(folder / "office"))
        office.waiting(int(len(scale.counters) * scale.rounds * scale.seconds * _MOST_A_SECOND) + 100)
        ours = running.enter_context(served.office(office.catalogue, "--data", str(folder / "office")))
        floors = Floors(running, folder, "call")
        first = 1
        for count in scale.counters:
            lines = await acts.counters(office, ours, range(first, first + count))
            calling = acts.Calling(lines)
            our, theirs = Rounds(), floors.rounds(count)
            for _round in range(scale.rounds):
                await theirs.drive(scale.seconds)
                our.loads.append(await drive(ours, list(lines), calling, scale.seconds))
            calling.prove()
            figures += theirs.told(f"{count} counters: " if count > 1 else "1 counter: ", our)
            figures += _nobody_starves(f"{count} counters: ", calling) if count > 1 else []
            for line, n in lines.items():
                await calling.let_go(line)
                await line.ask("POST", f"/api/v1/counters/{n}/close")
            acts.hang_up(list(lines))
            theirs.hang_up()
    return figures


def _nobody_starves(who: str, calling: acts.Calling) -> list[Figure]:
    times = [each for counter in calling.times.values() for each in counter]
    calls = [len(counter) for counter in calling.times.values()]
    return [
        Figure(f"{who}a call, p50", median(times) * 1000, "ms"),
        Figure(f"{who}a call, p99", percentile(times, 99) * 1000, "ms"),
        Figure(f"{who}a call, longest to median", max(times) / median(times), "x", most=5),
        Figure(f"{who}calls at the busiest counter to the idlest", max(calls) / min(calls), "x"),
    ]
