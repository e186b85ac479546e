"""How fast numbers are given, next to the floor: each ticket is kept for good before its number is told."""

from contextlib import ExitStack
from pathlib import Path

from queue_server.domain.trust import Role
from tests.bench import acts, served
from tests.bench.line import Line
from tests.bench.measure import Rounds, drive, p50, ratio
from tests.bench.office import bench
from tests.bench.report import Figure
from tests.bench.scale import Scale

_BODY = b'{"check":"0123456789abcdef01234567"}'
_MOST_A_SECOND = 2500


async def floor(folder: Path, scale: Scale) -> list[Figure]:
    """What this machine can do at all, for 1, 8 and 64 who ask."""
    figures = []
    with served.floor(folder) as server:
        for count in scale.kiosks:
            posts = [Line(server.port) for _ in range(count)]
            found = Rounds([await drive(server, posts, post, scale.seconds) for _round in range(scale.rounds)])
            figures += [
                Figure(f"{count} at once: a second", found.rate, "/s"),
                Figure(f"{count} at once: p50", found.ms(50), "ms"),
                Figure(f"{count} at once: p99", found.ms(99), "ms"),
                Figure(f"{count} at once: processor time", found.cpu_ms, "ms"),
            ]
            acts.hang_up(posts)
    return figures


async def issue(folder: Path, scale: Scale) -> list[Figure]:
    """Numbers a second for 1, 8 and 64 kiosks."""
    figures = []
    with ExitStack() as running:
        office = running.enter_context(bench(folder / "office"))
        loads = len(scale.kiosks) * scale.rounds
        issuing = acts.Issuing(office.ready_checks(int(loads * scale.seconds * _MOST_A_SECOND) + 1000))
        ours = running.enter_context(served.office(office.catalogue, "--data", str(folder / "office")))
        least = running.enter_context(served.floor(folder))
        for count in scale.kiosks:
            supervisor = Line(ours.port, office.token(Role.SUPERVISOR, f"supervisor-{count}"))
            lines = await acts.kiosks(office, ours, count)
            posts = [Line(least.port) for _ in range(count)]
            our, their = Rounds(), Rounds()
            for _round in range(scale.rounds):
                their.loads.append(await drive(least, posts, post, scale.seconds))
                our.loads.append(await drive(ours, lines, issuing, scale.seconds))
                await supervisor.ask("POST", "/api/v1/day/end")  # Else more wait here than ever waited anywhere.
            who = f"{count} kiosks: " if count > 1 else "1 kiosk: "
            figures += against_the_floor(who, our, their)
            figures += await _with_slips(who, ours, lines, issuing, scale.seconds)
            acts.hang_up([supervisor, *lines, *posts])
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


async def post(line: Line) -> None:
    """What the floor does."""
    await line.ask("POST", "/", _BODY)


def against_the_floor(who: str, ours: Rounds, floor: Rounds) -> list[Figure]:
    """Ours, the floor's, and ours to the floor's."""
    return [
        Figure(f"{who}acts a second", ours.rate, "/s"),
        Figure(f"{who}the floor's acts a second", floor.rate, "/s"),
        Figure(f"{who}acts a second, to the floor's", ratio(ours, floor, lambda load: load.rate), "x", least=0.5),
        Figure(f"{who}p50", ours.ms(50), "ms"),
        Figure(f"{who}the floor's p50", floor.ms(50), "ms"),
        Figure(f"{who}p50, to the floor's", ratio(ours, floor, p50), "x", most=2 if who.startswith("1 ") else None),
        Figure(f"{who}p99", ours.ms(99), "ms"),
        Figure(f"{who}the floor's p99", floor.ms(99), "ms"),
        Figure(f"{who}processor time", ours.cpu_ms, "ms"),
        Figure(f"{who}the floor's processor time", floor.cpu_ms, "ms"),
    ]
