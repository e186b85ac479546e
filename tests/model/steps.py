"""Every step there is, with what it may be told; and random days made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.model.office import CLERKS

POLICIES = ("due time", "due time", "due time", "arrival order", "strict priority", "ratio")
_WHO = (*("holder",) * 40, *CLERKS)
_AT: Mapping[str, Sequence[Any]] = {"who": _WHO, "n": (*(1, 2, 3) * 12, 9)}
_SERVICES = (*("apply", "collect", "both") * 5, "ask", "nonsense")
_PRIORITY = (False, False, True)
_WHICH = (*range(8), 99)

STEPS: Mapping[str, tuple[int, Mapping[str, Sequence[Any]]]] = {
    "issue": (60, {"service": _SERVICES, "priority": _PRIORITY, "booked": (None, None, None, 0, 1, 2)}),
    "open_counter": (20, _AT),
    "take_break": (5, _AT),
    "close_counter": (5, _AT),
    "call_next": (110, _AT),
    "call_number": (30, {**_AT, "which": _WHICH}),
    "recall": (50, _AT),
    "start": (60, _AT),
    "no_show": (40, _AT),
    "finish": (50, {**_AT, "outcome": ("completed", "completed", "not_completed", "papers_wrong")}),
    "park": (25, {**_AT, "minutes": (None, 1, 10, 10, 0, 60 * 24)}),
    "send_back": (20, _AT),
    "transfer": (
        50,
        {
            **_AT,
            "to": (*("a", "b", "1", "2", "3", "ali", "huda", "noor") * 3, "9", "", "stranger", "salman"),
            "place": ("keep", "keep", "first", "last"),
        },
    ),
    "add_service": (15, {**_AT, "service": _SERVICES}),
    "walk_in": (20, {**_AT, "service": _SERVICES, "priority": _PRIORITY}),
    "undo": (60, _AT),
    "cancel": (8, {"who": tuple(CLERKS), "which": _WHICH}),
    "leave": (8, {"which": _WHICH}),
    "take_time": (12, {"which": _WHICH}),
    "come_back": (25, {"who": tuple(CLERKS), "which": _WHICH}),
    "book": (15, {"service": ("apply", "both", "collect", "nonsense"), "slot": (30, 60, 60, 90, 120, 210, 240, 7)}),
    "cancel_booking": (5, {"booked": (0, 1, 99)}),
    "pass_time": (100, {"seconds": (*(1, 4, 11, 60, 180, 300, 600, 1000) * 8, 1900, -120, 3 * 3600, 22 * 3600)}),
    "keep_time": (30, {}),
    "end_day": (1, {}),
    "restart": (1, {}),
    "retry": (20, {"other": (False, False, True)}),
}
"""How often each is chosen, and the values each thing it is told may have."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act as it was asked for."""

    act: str
    how: Mapping[str, Any]

    def __str__(self) -> str:
        return f"Step({self.act!r}, {dict(self.how)!r})"


def random_steps(chance: Random, length: int) -> list[Step]:
    """So many steps, with every counter opened first."""
    opened = [Step("open_counter", {"who": "holder", "n": n}) for n in (1, 2, 3)]
    names, weights = list(STEPS), [weight for weight, _told in STEPS.values()]
    chosen = chance.choices(names, weights, k=length)
    told = ({name: chance.choice(values) for name, values in STEPS[act][1].items()} for act in chosen)
    return [*opened, *map(Step, chosen, told)]
