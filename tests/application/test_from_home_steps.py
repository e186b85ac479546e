"""Places taken, moved, given back, kept and missed in any order: never one too many, never two for one person."""

import random
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from queue_server import wire
from queue_server.application import appointments, from_home, preparing, reception, timekeeping
from queue_server.domain.errors import DawrError
from queue_server.store.database import Database, url_of
from queue_server.store.opening import OPERATOR, open_office
from tests.application.test_from_home import WEB
from tests.fakes import FakeChance, FakeClock
from tests.offices import CATALOGUE, GOOD_PASSPORT, KIOSK, Floor

TODAY = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
SLOTS = (TODAY, TODAY + timedelta(minutes=30), TODAY + timedelta(days=1))
MOST = {SLOTS[0]: 3, SLOTS[1]: 3, SLOTS[2]: 2}
PEOPLE = range(1, 7)


@dataclass
class Held:
    """One person's newest place, as somebody with a pencil would note it."""

    code: str
    slot: datetime
    state: str = "booked"
    numbered: bool = False


@dataclass
class Book:
    """What ought to be: the newest place of each person, and the places of before that are taken for good."""

    now: datetime
    held: dict[int, Held] = field(default_factory=dict)
    kept: list[datetime] = field(default_factory=list)

    def refuses(self, slot: datetime) -> str:
        """Why nobody at home gets a place there now; empty when they do."""
        if slot < self.now + timedelta(minutes=30):
            return "no_such_slot"
        booked = [each.slot for each in self.held.values() if each.state == "booked"]
        return "slot_full" if [*booked, *self.kept].count(slot) >= MOST[slot] else ""

    def pass_time(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for each in self.held.values():
            if each.state == "booked" and each.slot < self.now - timedelta(minutes=10):
                each.state = "released"


@dataclass
class Steps:
    """The office and the book, taken through the same steps."""

    floor: Floor
    book: Book

    def take(self, person: int, slot: datetime) -> None:
        new = wire.NewCheck("residence", "en", wire.Caller("employer"), "web")
        said = wire.CheckChange(documents=[GOOD_PASSPORT])
        page = self.floor.act(WEB, lambda tx: preparing.keep(tx, new, said)).page
        before = self.book.held.get(person)
        wanted = "place_held" if before and before.state == "booked" else self.book.refuses(slot)
        got, taken = self._try(lambda tx: from_home.take(tx, page, slot, f"{person:09d}"))
        assert got == wanted
        if taken is not None:
            self.book.held[person] = Held(taken.code, slot)

    def move(self, person: int, slot: datetime) -> None:
        held = self.book.held.get(person)
        if held is None:
            return
        wanted = "appointment_over" if held.state != "booked" else "" if slot == held.slot else self.book.refuses(slot)
        got, moved = self._try(lambda tx: from_home.move(tx, held.code, slot))
        assert got == wanted
        if moved is not None:
            held.slot = slot

    def cancel(self, person: int, _slot: datetime) -> None:
        held = self.book.held.get(person)
        if held is None:
            return
        got, _done = self._try(lambda tx: appointments.cancel_booking(tx, held.code))
        assert got == ("" if held.state == "booked" else "appointment_over")
        held.state = "cancelled" if held.state == "booked" else held.state

    def come(self, person: int, _slot: datetime) -> None:
        held = self.book.held.get(person)
        if held is None or held.numbered:
            return
        check = self.floor.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(held.code)))
        issued = self.floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id)))
        today = held.slot.date() == self.book.now.date()
        in_time = held.state == "booked" and today and self.book.now <= held.slot + timedelta(minutes=10)
        assert issued.slot == (held.slot if in_time else None)
        held.numbered = True
        if in_time:
            held.state = "kept"
            self.book.kept.append(held.slot)

    def wait(self, _person: int, _slot: datetime) -> None:
        self.floor.clock.passes(minutes=11)
        self.book.pass_time(11)
        self.floor.act(OPERATOR, timekeeping.keep_time)

    def compare(self) -> None:
        """Everybody's place stands as in the book."""
        for held in self.book.held.values():
            stands = self.floor.read(lambda tx, code=held.code: appointments.appointment(tx, code))  # type: ignore[misc]
            assert (stands.state, stands.slot) == (held.state, held.slot)
        assert self.floor.troubles() == []

    def _try(self, work: object) -> tuple[str, wire.Appointment | None]:
        try:
            return "", self.floor.act(WEB, work)  # type: ignore[arg-type]
        except DawrError as refused:
            return refused.code, None


@pytest.mark.parametrize("seed", range(4))
def test_in_any_order_of_steps_the_book_is_right(seed: int, sqlite_model: Path, tmp_path: Path) -> None:
    shutil.copyfile(sqlite_model, tmp_path / "dawr.sqlite")
    clock, chance = FakeClock(), FakeChance()
    office, _code = open_office(url_of(tmp_path, None), CATALOGUE, clock, chance)
    floor = Floor(Database(url_of(tmp_path, None), office, clock, chance), clock, chance)
    steps, dice = Steps(floor, Book(clock.now())), random.Random(seed)
    for _ in range(40):
        act = dice.choice((steps.take, steps.take, steps.take, steps.move, steps.cancel, steps.come, steps.wait))
        act(dice.choice(PEOPLE), dice.choice(SLOTS))
    steps.compare()
    floor.database.close()
