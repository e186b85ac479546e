"""How a catalogue file says that the queue is run: the policy, no-shows, and appointments."""

from datetime import date, timedelta
from typing import cast, get_args

from queue_server.domain.catalogue import FromHome, Queue, Slots
from queue_server.domain.catalogue_entry import Entry
from queue_server.domain.hall import Policy, PolicyName

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MOST_AHEAD = 365


def queue_of(entry: Entry) -> Queue:
    """The table `queue`; what it leaves out is as usual."""
    usual = Queue()
    policy = Policy(
        name=cast(PolicyName, entry.one_of("policy", get_args(PolicyName), "policy"))
        if entry.has("policy")
        else usual.policy.name,
        head_start=_minutes(entry, "head_start_minutes", usual.policy.head_start),
        escalate_one_in=entry.number("escalate_one_in", 0)
        if entry.has("escalate_one_in")
        else usual.policy.escalate_one_in,
        ratio=_ratio(entry) if entry.has("ratio") else usual.policy.ratio,
    )
    calls = entry.number("calls_before_no_show", 1) if entry.has("calls_before_no_show") else usual.calls_before_no_show
    queue = Queue(policy, calls, _minutes(entry, "may_return_minutes", usual.may_return))
    entry.close()
    return queue


def _ratio(entry: Entry) -> tuple[int, int]:
    numbers = entry.items("ratio")
    if len(numbers) != 2 or any(type(number) is not int or number < 1 for number in numbers):
        entry.refuse("ratio", f"is not two whole numbers, priority visitors to others: {numbers!r}")
        return Policy().ratio
    return numbers[0], numbers[1]


def slots_of(entry: Entry) -> Slots:
    """A line's table `appointments`."""
    home = _home_of(entry.table("home")) if entry.has("home") else None
    slots = Slots(
        opens=entry.time("opens"),
        closes=entry.time("closes"),
        every=timedelta(minutes=entry.number("every_minutes", 5)),
        # A line may give no place but those of the day itself.
        capacity=entry.number("capacity", 0 if home and home.today else 1),
        grace=timedelta(minutes=entry.number("grace_minutes", 0)),
        home=home,
        weekdays=_weekdays(entry),
        closed_on=_closed_on(entry),
    )
    if slots.opens >= slots.closes:
        entry.refuse("closes", "is not after opens")
    entry.close()
    return slots


def _weekdays(entry: Entry) -> frozenset[int]:
    """The days of the week an appointment can be on: all when the file names none."""
    named = entry.some_of("days", _WEEK, "day of the week") if entry.has("days") else _WEEK
    return frozenset(_WEEK.index(day) for day in named)


def _closed_on(entry: Entry) -> frozenset[date]:
    days = entry.items("closed_on") if entry.has("closed_on") else []
    if not all(type(day) is date for day in days):
        entry.refuse("closed_on", f"is not a list of dates: {days!r}")
        return frozenset()
    return frozenset(days)


def _home_of(entry: Entry) -> FromHome:
    home = FromHome(entry.number("days_ahead", 0), entry.number("today", 0) if entry.has("today") else 0)
    if home.days_ahead > _MOST_AHEAD:
        entry.refuse("days_ahead", f"is more than {_MOST_AHEAD}")
    entry.close()
    return home


def _minutes(entry: Entry, key: str, usual: timedelta) -> timedelta:
    return timedelta(minutes=entry.number(key, 0)) if entry.has(key) else usual
