"""How fast numbers are given, next to the floor: each ticket is kept for good before its number is told."""

from contextlib import ExitStack
from pathlib import Path

from queue_server.domain.trust import Role
from tests.bench import acts, served
from tests.bench.floors import Floors
from tests.bench.line import Line
from tests.bench.measure import Rounds, drive
from tests.bench.office import bench
from tests.bench.report import Figure
from tests.bench.scale import Scale

_MOST_A_SECOND = 2500


async def issue(folder: Path, scale: Scale) -> list[Figure]:
    """Numbers a second for 1, 8 and 64 kiosks."""
    figures = []
    with ExitStack() as running:
        office = running.enter_context(bench(folder / "office"))
        loads = len(scale.kiosks) * (scale.rounds + 1)
        issuing = acts.Issuing(office.ready_checks(int(loads * scale.seconds * _MOST_A_SECOND) + 1000))
        ours = running.enter_context(served.office(office.catalogue, "--data", str(folder / "office")))
        floors = Floors(running, folder, "issue")
        for count in scale.kiosks:
            supervisor = Line(ours.port, office.token(Role.SUPERVISOR, f"supervisor-{count}"))
            lines = await acts.kiosks(office, ours, count)
            our, theirs = Rounds(), floors.rounds(count)
            for _round in range(scale.rounds):
                await theirs.drive(scale.seconds)
                our.loads.append(await drive(ours, lines, issuing, scale.seconds))
                await supervisor.ask("POST", "/api/v1/day/end")  # Else more wait here than ever waited anywhere.
            who = f"{count} kiosks: " if count > 1 else "1 kiosk: "
            figures += theirs.told(who, our)
            figures += await _with_slips(who, ours, lines, issuing, scale.seconds)
            acts.hang_up([supervisor, *lines])
            theirs.hang_up()
        issuing.prove()
    return figures


async def _with_slips(
    who: str, ours: served.Served, lines: list[Line], issuing: acts.Issuing, seconds: float
) -> list[Figure]:
    """The same with the slip drawn and sent along, as a kiosk has it."""
    issuing.slip = True
    drawn = await drive(ours, lines, issuing, seconds)
    issuing.slip = False
    return [
        Figure(f"{who}with its slip, a second", drawn.rate, "/s"),
        Figure(f"{who}with its slip, p50", drawn.ms(50), "ms"),
        Figure(f"{who}with its slip, processor time", drawn.cpu_ms, "ms"),
    ]
