"""The judge must be able to find against us: each kind of broken promise is planted in a true history and named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from queue_server import wire
from queue_server.domain.events import Entry
from queue_server.domain.trust import Role
from tests.fakes import FakeClock
from tests.history.check import check
from tests.history.record import History, Line
from tests.history.rows import Rows, read
from tests.torture.office import Client, Office, Seeded
from tests.torture.people import PAPERS, Ask, Person


@dataclass(frozen=True, slots=True)
class Case:
    """A history with what stands in the database after it."""

    history: History
    journal: list[Entry]
    rows: Rows

    def findings(self) -> list[str]:
        return check([self.history], self.journal, self.rows)

    def find(self, kind: str, nth: int = 0, **data: Any) -> int:
        """Where the nth entry of a kind with such data stands."""
        places = [
            place
            for place, entry in enumerate(self.journal)
            if entry.kind == kind and data.items() <= entry.data.items()
        ]
        return places[nth]


def visitor(service: str, caller: str, priority: str = "none", *, needs_time: bool = False) -> Person:
    check = yield Ask("open_check", (wire.NewCheck(service, "en", wire.Caller(caller)),))
    yield Ask("change_check", (check["id"], wire.CheckChange(answers={"worker-abroad": "no"}, documents=PAPERS)))
    issued = yield Ask("issue", (check["id"], priority, None))
    if needs_time:
        yield Ask("take_time", (issued["track"],))


def day() -> Iterator[tuple[str, Role, Person]]:
    """Three visitors, of whom the second is elderly and the first goes on to another line; two clerks.

    There a supervisor gives the third a priority, and lets counter 2 call them. A fourth asks for more time.
    """
    yield "kiosk-1", Role.KIOSK, visitor("renew", "employer")
    yield "kiosk-2", Role.KIOSK, visitor("renew", "employer", "elderly")
    yield "kiosk-3", Role.KIOSK, visitor("residence", "worker")
    yield "clerk-1", Role.CLERK, asking(Ask("open_counter", (1,)), Ask("call_next", (1,)), Ask("recall", (1,)))
    yield (
        "clerk-3",
        Role.CLERK,
        asking(
            Ask("open_counter", (3,)),
            Ask("call_next", (3,)),
            Ask("start", (3,)),
            Ask("add_service", (3, "residence", "while here")),
            Ask("finish", (3, wire.Finish())),
        ),
    )
    yield "boss", Role.SUPERVISOR, boss()
    yield "clerk-2", Role.CLERK, asking(Ask("open_counter", (2,)), Ask("call_next", (2,)))
    yield "kiosk-4", Role.KIOSK, visitor("residence", "worker", needs_time=True)


def boss() -> Person:
    third = yield Ask("find_ticket", ("R001",))
    yield Ask("prioritise", (third["id"], "disabled", "told me so"))
    yield Ask("arrange_counter", (2, ["residency"], "two lines are too long"))


def asking(*asks: Ask) -> Person:
    for ask in asks:  # noqa: UP028  # A tuple cannot be sent the answers.
        yield ask


@pytest.fixture(scope="module")
def true(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A day as it was."""
    history, chance, clock = History(), Random(1), FakeClock()
    office = Office(tmp_path_factory.mktemp("office"), clock, Seeded(chance), history)
    for name, role, person in day():
        client = Client(name, role, person, chance)
        while not client.gone:
            office.tell([client], office.together([client]))
            clock.passes(seconds=20)
    journal, rows = read(office.database)
    office.close()
    return Case(history, journal, rows)


def test_a_true_history_stands(true: Case) -> None:
    assert {act.outcome for act in true.history.acts()} == {"ok"}
    assert true.findings() == []


def without_answer(case: Case) -> Case:
    key = next(act.key for act in case.history.acts() if act.act == "issue")
    answers = {known: body for known, body in case.rows.answers.items() if known != key}
    return replace(case, rows=replace(case.rows, answers=answers))


def with_other_answer(case: Case) -> Case:
    key = next(act.key for act in case.history.acts() if act.act == "call_next")
    return replace(case, rows=replace(case.rows, answers={**case.rows.answers, key: b"null"}))


def refused_and_done(case: Case) -> Case:
    return replace(case, history=told(case.history, "recall", "fail"))


def done_twice(case: Case) -> Case:
    at = case.find("TicketRecalled")
    again = replace(case.journal[at], seq=case.journal[at].seq + 1)
    rest = [replace(entry, seq=entry.seq + 1) for entry in case.journal[at + 1 :]]
    return replace(case, journal=[*case.journal[: at + 1], again, *rest])


def unknown_done_twice(case: Case) -> Case:
    twice = done_twice(case)
    return replace(twice, history=told(twice.history, "recall", "unknown"))


def lost_from_the_journal(case: Case) -> Case:
    at = case.find("TicketRecalled")
    rest = [replace(entry, seq=entry.seq - 1) for entry in case.journal[at + 1 :]]
    return replace(case, journal=[*case.journal[:at], *rest])


def with_a_gap(case: Case) -> Case:
    return replace(case, journal=[*case.journal[:-1], replace(case.journal[-1], seq=case.journal[-1].seq + 1)])


def same_number(case: Case) -> Case:
    first, second, *others = case.rows.tickets
    return replace(case, rows=replace(case.rows, tickets=[first, replace(second, n=first.n), *others]))


def number_skipped(case: Case) -> Case:
    series = {series: last + 1 for series, last in case.rows.series.items()}
    return replace(case, rows=replace(case.rows, series=series))


def unready_check(case: Case) -> Case:
    return changed(case, case.find("CheckChanged"), outcome="incomplete")


def backwards(case: Case) -> Case:
    return changed(case, case.find("TicketCalled"), waited=-7200)


def two_counters(case: Case) -> Case:
    """Counter 3 calls whom counter 1 has called."""
    first, second = (case.journal[case.find("TicketCalled", nth)] for nth in (0, 1))
    return changed(case, case.find("TicketCalled", 1), **{**second.data, "leg": first.data["leg"], "why": "chosen"})


def two_at_one_counter(case: Case) -> Case:
    return changed(case, case.find("TicketCalled", 1), counter=1, why="chosen")


def out_of_turn(case: Case) -> Case:
    """The elderly visitor came second and is due first: to call the other was not the right pick."""
    first, second = (case.journal[case.find("TicketIssued", nth)].data for nth in (0, 1))
    earlier = changed(case, case.find("TicketIssued", 0), due=second["due"])
    return changed(earlier, case.find("TicketIssued", 1), due=first["due"])


def wrongly_escalated(case: Case) -> Case:
    return changed(case, case.find("TicketCalled"), why="escalated")


def priority_otherwise(case: Case) -> Case:
    """The third visitor is put where they were: then the first was due before them."""
    return changed(case, case.find("TicketPrioritised"), priority="none", due="2026-11-24T20:00:00+00:00")


def lines_otherwise(case: Case) -> Case:
    return changed(case, case.find("CounterLinesArranged"), lines=["commercial"])


def priority_of_one_who_is_here(case: Case) -> Case:
    called = case.journal[case.find("TicketCalled")].data
    return changed(case, case.find("TicketPrioritised"), leg=called["leg"], ticket=called["ticket"])


def row_without_its_priority(case: Case) -> Case:
    legs = [replace(leg, priority=not leg.priority) for leg in case.rows.legs]
    return replace(case, rows=replace(case.rows, legs=legs))


def started_from_the_line(case: Case) -> Case:
    """Service starts for somebody nobody called."""
    at = case.find("TicketCalled", 1)
    rest = [replace(entry, seq=entry.seq - 1) for entry in case.journal[at + 1 :]]
    return replace(case, journal=[*case.journal[:at], *rest])


def more_time(case: Case, times: int = 1) -> Case:
    """Whoever is called first had asked for more time, and was back in line."""
    at = case.find("TicketCalled")
    called = case.journal[at]
    own = {name: called.data[name] for name in ("ticket", "number", "line", "leg")}
    kinds = [("MoreTimeGiven", {"until": ""}), ("TicketReturned", {"how": "parked"})] * times
    more = [replace(called, kind=kind, actor="anyone", data={**own, **data}) for kind, data in kinds]
    entries = [*case.journal[:at], *more, *case.journal[at:]]
    return replace(case, journal=[replace(entry, seq=seq) for seq, entry in enumerate(entries, 1)])


def more_time_twice(case: Case) -> Case:
    return more_time(case, 2)


def next_step_too_early(case: Case) -> Case:
    """The second step begins while the first is being served."""
    over, began = case.find("TicketFinished"), case.find("LegBegan")
    entries = list(case.journal)
    entries[over], entries[began] = (
        replace(entries[began], seq=entries[over].seq),
        replace(entries[over], seq=entries[began].seq),
    )
    return replace(case, journal=entries)


def row_elsewhere(case: Case) -> Case:
    legs = [replace(leg, line="residency") for leg in case.rows.legs]
    return replace(case, rows=replace(case.rows, legs=legs))


def row_missing(case: Case) -> Case:
    return replace(case, rows=replace(case.rows, legs=case.rows.legs[:-1]))


def row_too_many(case: Case) -> Case:
    more = replace(case.rows.legs[0], id="nobody's", seq=9)
    return replace(case, rows=replace(case.rows, legs=[*case.rows.legs, more]))


def changed(case: Case, at: int, **data: Any) -> Case:
    entry = replace(case.journal[at], data={**case.journal[at].data, **data})
    return replace(case, journal=[*case.journal[:at], entry, *case.journal[at + 1 :]])


def told(history: History, act: str, heard: Any) -> History:
    lines = [replace(line, heard=heard) if line.act == act and line.heard == "ok" else line for line in history.lines()]
    return History(lines)


LOST, ONCE = "an acknowledged act was lost", "an act took effect other than once"
STEP, TURN, APART = "a visit took a forbidden step", "it was another's turn", "the journal and the rows disagree"
PLANTED: list[tuple[Callable[[Case], Case], str]] = [
    (without_answer, LOST),
    (with_other_answer, LOST),
    (refused_and_done, LOST),
    (refused_and_done, ONCE),
    (done_twice, ONCE),
    (unknown_done_twice, ONCE),
    (lost_from_the_journal, ONCE),
    (with_a_gap, "the journal has a gap"),
    (same_number, "a number was given twice"),
    (number_skipped, "a number is missing"),
    (unready_check, "a number was given without a passed check"),
    (backwards, "a time runs backwards"),
    (two_counters, STEP),
    (two_at_one_counter, STEP),
    (started_from_the_line, STEP),
    (next_step_too_early, STEP),
    (more_time_twice, STEP),
    (out_of_turn, TURN),
    (wrongly_escalated, TURN),
    (priority_otherwise, TURN),
    (lines_otherwise, TURN),
    (priority_of_one_who_is_here, STEP),
    (row_without_its_priority, APART),
    (row_elsewhere, APART),
    (row_missing, APART),
    (row_too_many, APART),
]


@pytest.mark.parametrize(("plant", "promise"), PLANTED, ids=lambda value: getattr(value, "__name__", ""))
def test_a_planted_violation_is_named(true: Case, plant: Callable[[Case], Case], promise: str) -> None:
    assert promise in {finding.split(": ")[0] for finding in plant(true).findings()}


def test_a_visitor_may_have_more_time_once(true: Case) -> None:
    assert more_time(true).findings() == []


def test_an_act_of_unknown_outcome_may_have_happened_once(true: Case) -> None:
    assert replace(true, history=told(true.history, "recall", "unknown")).findings() == []


def test_an_act_of_unknown_outcome_may_have_happened_never(true: Case) -> None:
    asked = Line(0.0, "clerk-1", "recall", "another key", "asked", 1)
    assert replace(true, history=History([*true.history.lines(), asked])).findings() == []


def test_a_history_is_kept_as_one_line_of_json_for_each_thing_heard(true: Case, tmp_path: Path) -> None:
    true.history.save(tmp_path / "history.jsonl")
    assert len((tmp_path / "history.jsonl").read_text().splitlines()) == len(true.history)
