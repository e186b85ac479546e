"""What a played day comes to: how many came and what became of them, how long they waited, how counters were used."""

from collections.abc import Iterable, Sequence
from math import ceil

from msgspec import Struct

from queue_server.replay.attendance import Attendance, attendance
from queue_server.replay.day import Shift, Visitor, WalkIn
from queue_server.replay.playing import Played
from queue_server.replay.story import Story, Wait, counted, story


class Waits(Struct, frozen=True):
    """Times in line of one class in one line ("" for all): how many, in minutes, and the share over the target."""

    line: str
    kind: str
    count: int
    mean: float
    p50: float
    p90: float
    p95: float
    longest: float
    over_target: float


class CounterUse(Struct, frozen=True):
    """One counter: visitors served, hours open, and how they were spent. `missed` as in `Summary`."""

    n: int
    served: int
    hours: float
    busy: float
    idle: float
    rest: float
    missed: float


class Summary(Struct, frozen=True):
    """A day in figures. `came` and `walked_in` are the file's, all else is the journal's own word.

    Of those who came some had `quick` business, some `unready` papers; everybody else has a ticket, as has whoever
    walked in to a counter that was served. `missed` is the longest, in seconds, that a counter stood idle while
    somebody it might have called waited.
    """

    came: int
    walked_in: int
    quick: int
    unready: int
    tickets: int
    tickets_at_counters: int
    served: int
    no_shows: int
    left: int
    unserved: int
    missed: float
    waits: list[Waits]
    counters: list[CounterUse]

    def of(self, kind: str, line: str = "") -> Waits:
        """The waits of one class, over all lines or in one. Raises `KeyError` when nobody waited so."""
        for row in self.waits:
            if (row.line, row.kind) == (line, kind):
                return row
        raise KeyError(f"{kind} in {line or 'any line'}")


def summary(played: Played) -> Summary:
    """The figures of a played day."""
    told = story(played.entries, played.catalogue)
    learnt = {shift.clerk: shift.lines for _line, shift in played.day.of(Shift)}
    counters = attendance(played.entries, played.catalogue, learnt)
    fates = counted(told.fates.values())
    return Summary(
        came=len(played.day.of(Visitor)),
        walked_in=len(played.day.of(WalkIn)),
        quick=told.quick,
        unready=told.unready,
        tickets=len(told.fates),
        tickets_at_counters=told.walk_ins,
        served=fates["served"],
        no_shows=fates["no-show"],
        left=fates["left"],
        unserved=fates["unserved"],
        missed=max((each.missed for each in counters), default=0),
        waits=list(_rows(played, told)),
        counters=[_use(each) for each in counters if each.busy + each.idle + each.rest],
    )


def rank(values: Sequence[float], share: float) -> float:
    """The nearest-rank quantile of sorted values: the smallest that so large a share does not exceed."""
    return values[max(0, ceil(share * len(values)) - 1)]


def _rows(played: Played, told: Story) -> Iterable[Waits]:
    targets = {line.id: line.target_minutes * 60 for line in played.catalogue.lines.values()}
    for line in ("", *targets):
        of_line = [wait for wait in told.waits if line in ("", wait.line)]
        for kind in ("", "regular", "priority", "appointment", "return"):
            waits = [wait for wait in of_line if kind in ("", wait.kind)]
            if waits:
                yield _row(line, kind, waits, sum(wait.seconds > targets[wait.line] for wait in waits))


def _row(line: str, kind: str, waits: list[Wait], over: int) -> Waits:
    minutes = sorted(wait.seconds / 60 for wait in waits)
    return Waits(
        line=line,
        kind=kind or "all",
        count=len(minutes),
        mean=sum(minutes) / len(minutes),
        p50=rank(minutes, 0.5),
        p90=rank(minutes, 0.9),
        p95=rank(minutes, 0.95),
        longest=minutes[-1],
        over_target=over / len(minutes),
    )


def _use(counter: Attendance) -> CounterUse:
    present = counter.busy + counter.idle + counter.rest
    return CounterUse(
        n=counter.n,
        served=counter.served,
        hours=present / 3600,
        busy=counter.busy / present,
        idle=counter.idle / present,
        rest=counter.rest / present,
        missed=counter.missed,
    )
