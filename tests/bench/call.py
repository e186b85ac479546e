"""How fast counters call, next to the floor, and whether one of them starves."""

from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.bench import acts, served
from tests.bench.issue import against_the_floor, post
from tests.bench.line import Line
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
        floor = running.enter_context(served.floor(folder))
        first = 1
        for count in scale.counters:
            lines = await acts.counters(office, ours, range(first, first + count))
            calling = acts.Calling(lines)
            posts = [Line(floor.port) for _ in range(count)]
            our, their = Rounds(), Rounds()
            for _round in range(scale.rounds):
                their.loads.append(await drive(floor, posts, post, scale.seconds))
                our.loads.append(await drive(ours, list(lines), calling, scale.seconds))
            calling.prove()
            figures += against_the_floor(f"{count} counters: " if count > 1 else "1 counter: ", our, their)
            figures += _nobody_starves(f"{count} counters: ", calling) if count > 1 else []
            for line, n in lines.items():
                await calling.let_go(line)
                await line.ask("POST", f"/api/v1/counters/{n}/close")
            acts.hang_up([*lines, *posts])
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
