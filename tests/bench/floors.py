"""The floors that are measured next to ours, in the same run, and what ours comes to beside each.

The bare floor keeps one row of a request; the other keeps the rows an act must: see `least`.
"""

from contextlib import ExitStack
from pathlib import Path

from tests.bench import acts, served
from tests.bench.line import Line
from tests.bench.measure import Rounds, drive, p50, ratio
from tests.bench.report import Figure
from tests.bench.scale import Scale

_RATE = "acts a second"
_LEAST_RATE, _MOST_TIME = 0.2, 4.0
"""What an act may cost beside its own floor, and why it is not the design's ½ and 2: docs/decisions/0017."""
_BODY = b'{"check":"0123456789abcdef01234567"}'


async def floor(folder: Path, scale: Scale) -> list[Figure]:
    """What this machine can do at all, for 1, 8 and 64 who ask."""
    figures = []
    with ExitStack() as running:
        for kind in ("bare", "issue", "call"):
            server = running.enter_context(served.floor(folder, kind))
            for count in scale.kiosks:
                posts = [Line(server.port) for _ in range(count)]
                found = Rounds([await drive(server, posts, _post, scale.seconds) for _round in range(scale.rounds)])
                acts.hang_up(posts)
                figures += _alone(f"{kind}, {count} at once: ", found)
    return figures


class Floors:
    """A bare floor's server and one that keeps what `kind` of act must, running."""

    def __init__(self, running: ExitStack, folder: Path, kind: str) -> None:
        self._servers = {name: running.enter_context(served.floor(folder, name)) for name in ("bare", kind)}

    def rounds(self, count: int) -> "Theirs":
        """Loads to come, of so many who ask at once."""
        return Theirs(self._servers, count)


class Theirs:
    """The floors' loads, one a round beside ours."""

    def __init__(self, servers: dict[str, served.Served], count: int) -> None:
        self._servers, self._count = servers, count
        self._posts = {name: [Line(server.port) for _ in range(count)] for name, server in servers.items()}
        self._found = {name: Rounds() for name in servers}

    async def drive(self, seconds: float) -> None:
        """A round."""
        for name, server in self._servers.items():
            self._found[name].loads.append(await drive(server, self._posts[name], _post, seconds))

    def told(self, who: str, ours: Rounds) -> list[Figure]:
        """Ours, the floors', and ours to each of theirs. The budgets are to the floor that keeps what an act must."""
        figures = _alone(who, ours)
        for name, theirs in self._found.items():
            floor = f"{who}the bare floor's " if name == "bare" else f"{who}the {name}'s own floor's "
            figures += _alone(floor, theirs)
            rate, time = ratio(ours, theirs, lambda load: load.rate), ratio(ours, theirs, p50)
            if name == "bare":
                figures += [Figure(f"{floor}{what}, ours to it", x, "x") for what, x in ((_RATE, rate), ("p50", time))]
                continue
            figures.append(Figure(f"{floor}{_RATE}, ours to it (the aim: ½)", rate, "x", least=_LEAST_RATE))
            most = _MOST_TIME if self._count == 1 else None
            figures.append(Figure(f"{floor}p50, ours to it (the aim: 2)", time, "x", most=most))
        return figures

    def hang_up(self) -> None:
        """Close the lines."""
        for posts in self._posts.values():
            acts.hang_up(posts)


async def _post(line: Line) -> None:
    await line.ask("POST", "/", _BODY)


def _alone(who: str, rounds: Rounds) -> list[Figure]:
    return [
        Figure(f"{who}acts a second", rounds.rate, "/s"),
        Figure(f"{who}p50", rounds.ms(50), "ms"),
        Figure(f"{who}p99", rounds.ms(99), "ms"),
        Figure(f"{who}processor time", rounds.cpu_ms, "ms"),
    ]
