"""Kiosks without the server: what they gave by themselves stands in the office's book once they have handed it over.

Their hand-overs come in an order of their own, between and after what their visitors do at the server: each visit is
judged by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from queue_server.domain.events import Entry
from queue_server.domain.tickets import number
from tests.history.record import Act
from tests.history.rows import Rows

ALONE = "give_alone"
"""A number a kiosk gave by itself; `ok` when the visitor was told. Its answer has the visit's id, lease and number."""
OUTPOST = frozenset({ALONE, "take_over", "lend"})
_TOLD = frozenset({"NumbersLeased", "NumbersUnused", "NumberHandedOver", "VisitSetAside", "SecondHolderSeen"})
_ONCE = frozenset({"CheckOpened", "NumberHandedOver", "TicketIssued"})
_DIGITS = 24
OF_A_KIOSK = "a10ea10e"
"""How the tests' kiosks begin the names of their visits: the server's own begin so once in four thousand million."""


def not_handed_over(acts: Sequence[Act], rows: Rows) -> Iterator[str]:
    """Every number told to a visitor is that visit's ticket, or set aside with it."""
    there = {(ticket.id, ticket.number) for ticket in rows.tickets}
    aside = {(each.visit, each.number) for each in rows.aside}
    for act in acts:
        if act.act == ALONE and act.outcome == "ok":
            told = (act.answer["id"], act.answer["number"])
            if told not in there and told not in aside:
                yield f"{act.client} gave {told[1]} in visit {told[0]}"


def told_twice(acts: Sequence[Act]) -> Iterator[str]:
    """No number of a lease is told to two visitors, whatever became of their visits afterwards."""
    told = Counter(
        (act.answer["lease"], act.answer["number"]) for act in acts if act.act == ALONE and act.outcome == "ok"
    )
    for (lease, printed), times in told.items():
        if times > 1:
            yield f"{printed} of lease {lease} was told to {times} visitors"


def handed_over_otherwise(acts: Sequence[Act], journal: Sequence[Entry]) -> Iterator[str]:
    """A visit begins once and has one number, and none that nobody was given; what was answered is what was done."""
    times = Counter((entry.kind, _visit_of(entry)) for entry in _of_hand_overs(journal) if entry.kind in _ONCE)
    for (kind, visit), often in times.items():
        if often > 1:
            yield f"{kind} of visit {visit} {often} times"
    numbers = {entry.data["ticket"]: entry.data["number"] for entry in journal if entry.kind == "NumberHandedOver"}
    for act in acts:
        if act.act != "take_over" or act.outcome != "ok" or act.answer["state"] != "taken":
            continue
        visit, told = act.answer["visit"], act.answer["number"]
        if told and numbers.get(visit) != told:
            yield f"{act} was answered {told}, but visit {visit} has {numbers.get(visit)}"
    given = {act.answer["id"] for act in acts if act.act == ALONE and act.outcome == "ok"}
    tried = {act.key for act in acts if act.act == ALONE and act.outcome == "unknown"}
    for visit in numbers.keys() - given - tried:
        yield f"nobody was given {numbers[visit]} in visit {visit}"


def without_hand_overs(journal: Sequence[Entry]) -> Iterator[Entry]:
    """What else happened."""
    handed = {entry.seq for entry in _of_hand_overs(journal)}
    return (entry for entry in journal if entry.seq not in handed)


def unused_or_lent(journal: Sequence[Entry]) -> set[tuple[date, str]]:
    """Numbers that no ticket need bear: lent and perhaps given yet, or told of as unused when their day ended."""
    leases: dict[str, set[int]] = defaultdict(set)
    of: dict[str, tuple[date, str]] = {}
    for entry in journal:
        data = entry.data
        if entry.kind == "NumbersLeased":
            of[data["lease"]] = (date.fromisoformat(data["day"]), data["series"])
            leases[data["lease"]] = set(range(data["first"], data["last"] + 1))
        elif entry.kind == "NumbersUnused":
            leases[data["lease"]] = set(data["numbers"])
    return {(of[lease][0], number(of[lease][1], n)) for lease, numbers in leases.items() for n in numbers}


def _of_hand_overs(journal: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that hand-overs left: of their visits, and in the same moment of numbers they replaced."""
    moments = {(entry.actor, entry.at) for entry in journal if entry.kind == "NumberHandedOver"}
    for entry in journal:
        replaced = entry.kind == "TicketCancelled" and (entry.actor, entry.at) in moments
        if entry.kind in _TOLD or replaced or (entry.kind in _BY_A_KIOSK and _is_visit(_visit_of(entry))):
            yield entry


_BY_A_KIOSK = frozenset({"CheckOpened", "CheckChanged", "CheckReferred", "TicketIssued", "LegPlanned"})


def _visit_of(entry: Entry) -> str:
    return str(entry.data.get("ticket") or entry.data.get("check") or "")


def _is_visit(name: str) -> bool:
    """Kiosks name their visits themselves."""
    return name.startswith(OF_A_KIOSK) and len(name) == _DIGITS
