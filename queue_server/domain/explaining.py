"""Why one visitor went before another, found in what the journal tells of both. Nothing is guessed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from queue_server.domain.catalogue import Catalogue
from queue_server.domain.story import Call, Spot, Story
from queue_server.domain.tickets import DueBy, Ticket

Code: TypeAlias = Literal[
    "same_visit",
    "not_called",
    "not_there",
    "called_already",
    "over",
    "parked",
    "asked_for_time",
    "away",
    "chosen",
    "walk_in",
    "kept_for_another",
    "sent_back",
    "no_common_counter",
    "escalated",
    "priority",
    "in_ratio",
    "sent_first",
    "sent_last",
    "came_earlier",
    "line_later",
    "due_earlier",
]


@dataclass(frozen=True, slots=True)
class Due:
    """What a due time is made of. `came` is the arrival it counts from; the rest minutes, 0 where it has no part."""

    due: datetime
    by: DueBy
    line: str
    came: datetime
    target: int
    head_start: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, by which call, and how both stood in line then. `minutes` is how much later the counter takes a line."""

    code: Code
    call: Call | None = None
    first: Spot | None = None
    second: Spot | None = None
    minutes: int = 0


def why(first: Story, second: Story, catalogue: Catalogue) -> Reason:
    """Why the first was called although the second might have been; if it was not so, what was."""
    if first.ticket.id == second.ticket.id:
        return Reason("same_visit")
    if not first.calls:
        return Reason("not_called", first=first.spots[-1][1], second=second.spots[-1][1])
    call = _call_in_question(first, second)
    spot = second.at(call.seq)
    code = _not_waiting(spot)
    if spot is None or code is not None:
        return Reason(code or "not_there", call, call.spot, spot)
    return _while_both_waited(call, spot, catalogue)


def due_of(ticket: Ticket, spot: Spot, catalogue: Catalogue) -> Due | None:
    """What the due time at a spot is made of; None where it waited in no line yet."""
    line = catalogue.lines.get(spot.line)
    if spot.due is None or line is None:
        return None
    came = _waited_from(spot) if spot.due_by == "last" else ticket.issued_at
    if spot.due_by in {"appointment", "first"}:
        return Due(spot.due, spot.due_by, spot.line, came, 0, 0)
    without = catalogue.queue.policy.due(came, line.target_minutes, priority=False)
    return Due(spot.due, spot.due_by, spot.line, came, _minutes(without - came), _minutes(without - spot.due))


def _call_in_question(first: Story, second: Story) -> Call:
    """The last call of the first while the second waited; if there was none, the last."""
    return next(
        (call for call in reversed(first.calls) if (spot := second.at(call.seq)) and spot.state == "waiting"),
        first.calls[-1],
    )


def _not_waiting(spot: Spot | None) -> Code | None:
    """Why the second could not have been called just then."""
    if spot is None:
        return "not_there"
    states: dict[str, Code] = {
        "called": "called_already",
        "serving": "called_already",
        "parked": "parked",
        "no_show": "away",
    }
    if spot.state == "parked" and spot.before is not None and spot.before.state == "waiting":
        return "asked_for_time"  # A clerk parks only whoever was called.
    return None if spot.state == "waiting" else states.get(spot.state, "over")


def _while_both_waited(call: Call, second: Spot, catalogue: Catalogue) -> Reason:
    first = call.spot
    code = _aside(call, second, catalogue) or _by_rank(call, first, second, catalogue)
    reason = Reason(code or "due_earlier", call, first, second)
    if code is not None or first.due is None or second.due is None or first.due <= second.due:
        return reason
    # It was its turn all the same: this counter takes the other's line later, or its clerk does not serve it.
    later = catalogue.counters[call.counter].later.get(second.line, timedelta())
    return replace(reason, code="line_later" if later else "no_common_counter", minutes=_minutes(later))


def _aside(call: Call, second: Spot, catalogue: Catalogue) -> Code | None:
    """Reasons for which due times were not even compared."""
    if call.why in {"chosen", "walk_in"}:
        return "walk_in" if call.why == "walk_in" else "chosen"
    if second.for_counter not in {None, call.counter} or second.for_clerk not in {None, call.clerk}:
        return "kept_for_another"
    counter = catalogue.counters.get(call.counter)
    if counter is None or second.line not in counter.lines:
        return "no_common_counter"
    if second.not_counter == call.counter:
        return "sent_back"
    return None


def _by_rank(call: Call, first: Spot, second: Spot, catalogue: Catalogue) -> Code | None:
    """Reasons that go before due times, and those that made them."""
    policy = catalogue.queue.policy.name
    if call.why == "escalated":
        return "escalated"
    if first.due is not None and second.due is not None and first.due > second.due:
        by_class: dict[str, Code] = {"strict priority": "priority", "ratio": "in_ratio"}
        return by_class.get(policy)
    if first.due_by == "first":
        return "sent_first"
    if second.due_by == "last":
        return "sent_last"
    return "came_earlier" if policy == "arrival order" and first.due_by != "appointment" else None


def _waited_from(spot: Spot) -> datetime:
    """When a leg began to wait."""
    while spot.before is not None and spot.before.state:
        spot = spot.before
    return spot.since


def _minutes(time: timedelta) -> int:
    return round(time.total_seconds() / 60)
