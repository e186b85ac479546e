"""The real application and the model of it, side by side: every act is done on both, and everything compared."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

import msgspec

from queue_server import wire
from queue_server.application import (
    appointments,
    calling,
    counters,
    leaving,
    reception,
    timekeeping,
    undoing,
    visits,
    walking_in,
)
from queue_server.application import floor as live
from queue_server.application.once import once
from queue_server.application.ports import Transaction
from queue_server.domain.errors import DawrError
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import Database
from queue_server.store.transaction import OfficeTransaction
from queue_server.store.verifying import troubles
from tests.fakes import FakeChance, FakeClock
from tests.model import at_counters, elsewhere, going_on
from tests.model.comparing import same, same_answer, same_hall, same_journal, same_rows
from tests.model.office import CLERKS, Booked, Clerk, Office, Refused, Visit


def actor_of(clerk: Clerk) -> Actor:
    return Actor(
        clerk.id,
        clerk.id,
        Role.SUPERVISOR if clerk.supervisor else Role.CLERK,
        agency="partner" if clerk.partner else None,
        lines=() if clerk.partner or len(clerk.lines) == 2 else clerk.lines,
    )


SUPERVISOR = actor_of(CLERKS["salman"])
USUAL = {1: "ali", 2: "huda", 3: "noor"}
Act = Callable[[Any], Any]


class Twin:
    """One office, twice. An `AssertionError` tells where the two part."""

    def __init__(
        self, database: Database, clock: FakeClock, chance: FakeChance, policy: str, *, hall_every: int = 1
    ) -> None:
        self.database, self.clock, self.chance, self.office = database, clock, chance, Office(policy)
        self.office.seq = self.database.read(SUPERVISOR, lambda tx: tx.seq).result()
        self.tracks: list[str] = []
        self.ids: list[str] = []
        self.codes: list[str] = []
        self._steps, self._hall_every = count(1), hall_every
        self._last: tuple[Actor, str, str, bytes] | None = None

    def look_at_the_whole(self) -> None:
        """Nothing contradicts itself."""
        same("contradictions", self.database.read(SUPERVISOR, troubles).result(), [])

    # ── at a counter ──

    def open_counter(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: counters.open_counter(tx, n), at_counters.open_counter)

    def take_break(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: counters.take_break(tx, n, at_counters.NOTE), at_counters.take_break)

    def close_counter(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: counters.close_counter(tx, n), at_counters.close_counter)

    def call_next(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: calling.call_next(tx, n), at_counters.call_next)

    def call_number(self, who: str, n: int, which: int) -> None:
        visit = self._visit(which)
        number = "A999" if visit is None else visit.number
        asked = wire.CallNumber(number)
        self._at(who, n, lambda tx: calling.call_number(tx, n, asked), at_counters.call_number, number)

    def recall(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: calling.recall(tx, n), at_counters.recall)

    def start(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: calling.start(tx, n), at_counters.start)

    def no_show(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: calling.no_show(tx, n), at_counters.no_show)

    def finish(self, who: str, n: int, outcome: Any) -> None:
        done = wire.Finish(outcome, "passport" if outcome == "papers_wrong" else None)
        self._at(who, n, lambda tx: visits.finish(tx, n, done), going_on.finish, outcome)

    def park(self, who: str, n: int, minutes: int | None) -> None:
        until = None if minutes is None else self.office.now + timedelta(minutes=minutes)
        parked = wire.Park(at_counters.NOTE, until)
        self._at(who, n, lambda tx: visits.park(tx, n, parked), going_on.park, minutes)

    def send_back(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: visits.send_back(tx, n), going_on.send_back)

    def transfer(self, who: str, n: int, to: str, place: Any) -> None:
        goal: dict[str, Any] = (
            {"counter": int(to)} if to.isdigit() else {"line" if to in ("a", "b") else "clerk": to} if to else {}
        )
        sent = wire.Transfer(**goal, place=place, note=at_counters.NOTE)
        self._at(who, n, lambda tx: visits.transfer(tx, n, sent), going_on.transfer, to, place)

    def add_service(self, who: str, n: int, service: str) -> None:
        more = wire.AddService(service, at_counters.NOTE)
        self._at(who, n, lambda tx: visits.add_service(tx, n, more), going_on.add_service, service)

    def walk_in(self, who: str, n: int, service: str, priority: bool) -> None:
        visitor = wire.WalkIn(service, "anybody", "came by", priority=_priority(priority))
        answer = self._at(
            who,
            n,
            lambda tx: walking_in.walk_in(tx, n, visitor),
            lambda office, clerk, n: elsewhere.walk_in(office, clerk, n, service, priority=priority),
        )
        if answer is not None:
            self._given(answer["id"], "")

    def undo(self, who: str, n: int) -> None:
        self._at(who, n, lambda tx: undoing.undo(tx, n), at_counters.undo)

    # ── elsewhere ──

    def issue(self, service: str, priority: bool, booked: int | None) -> None:
        code = self._code(booked)

        def checked(tx: OfficeTransaction) -> wire.Issued:
            check = reception.open_check(tx, wire.NewCheck(service, "en", wire.Caller("anybody")))
            return reception.issue_ticket(tx, wire.NewTicket(check.id, _priority(priority), code))

        answer = self._both(
            CLERKS["salman"],
            checked,
            lambda: elsewhere.issue(self.office, service, priority=priority, booked=self._booked(booked)),
        )
        if answer is not None:
            self._given(answer["id"], answer["track"])

    def book(self, service: str, slot: int) -> None:
        at = elsewhere.slots(self.office)[0] + timedelta(minutes=slot)
        answer = self._both(
            CLERKS["salman"],
            lambda tx: appointments.book(tx, wire.NewAppointment(service, at)),
            lambda: elsewhere.book(self.office, service, at),
        )
        if answer is not None:
            self.codes.append(answer["code"])

    def cancel_booking(self, booked: int) -> None:
        code = self._code(booked) or "BBBBBBBB"
        self._both(
            CLERKS["salman"],
            lambda tx: appointments.cancel_booking(tx, code),
            lambda: elsewhere.cancel_booking(self.office, self._booked(booked)),
        )

    def cancel(self, who: str, which: int) -> None:
        ticket, visit, clerk = self._id(which), self._visit(which), CLERKS[who]
        self._both(clerk, lambda tx: leaving.cancel(tx, ticket), lambda: elsewhere.cancel(self.office, visit, by=clerk))

    def leave(self, which: int) -> None:
        self._own(which, leaving.leave, lambda visit: elsewhere.cancel(self.office, visit, by=None))

    def take_time(self, which: int) -> None:
        self._own(which, leaving.take_time, lambda visit: elsewhere.take_time(self.office, visit))

    def _own(self, which: int, real: Callable[[Any, str], Any], model: Callable[[Visit | None], None]) -> None:
        """What a visitor does by the page of a ticket that has one."""
        visit = self._visit(which)
        track = "" if visit is None else self.tracks[self.office.visits.index(visit)]
        if track:
            self._both(CLERKS["salman"], lambda tx: real(tx, track), lambda: model(visit))

    def come_back(self, who: str, which: int) -> None:
        ticket, visit, clerk = self._id(which), self._visit(which), CLERKS[who]
        self._both(
            clerk, lambda tx: leaving.come_back(tx, ticket), lambda: elsewhere.come_back(self.office, visit, by=clerk)
        )

    # ── time, and what befalls the server ──

    def pass_time(self, seconds: int) -> None:
        self.clock.passes(seconds=seconds)
        self.office.now += timedelta(seconds=seconds)

    def keep_time(self) -> None:
        self._both(CLERKS["salman"], timekeeping.keep_time, lambda: elsewhere.keep_time(self.office))

    def end_day(self) -> None:
        self._both(CLERKS["salman"], timekeeping.end_day, lambda: elsewhere.end_day(self.office, CLERKS["salman"]))

    def restart(self) -> None:
        self.database.close()
        self.database = Database(self.database.url, "model", self.clock, self.chance)

    def retry(self, other: bool) -> None:
        """The last act that was kept is asked for again under its key; or its key is used for another."""
        if self._last is None:
            return
        actor, key, act, body = self._last

        def again(tx: OfficeTransaction) -> bytes:
            return once(tx, key, "other" if other else act, _never)

        try:
            same("first answer", self.database.act(actor, again).result(), body)
        except DawrError as refusal:
            same("refusal", (other, refusal.code), (True, "idempotency_key_reused"))

    # ── both at once ──

    def _at(self, who: str, n: int, real: Act, model: Any, *more: Any) -> Any:
        row = self.office.counters.get(n)
        holder = row.holder.id if row is not None and row.holder is not None else USUAL.get(n, "ali")
        clerk = CLERKS[holder if who == "holder" else who]
        return self._both(clerk, real, lambda: model(self.office, clerk, n, *more))

    def _both(self, clerk: Clerk, real: Act, model: Callable[[], Any]) -> Any:
        self.office.told = []
        try:
            expected: Any = model()
        except Refused as refused:
            expected, code = None, refused.code
            self.office.told = []
        else:
            code = ""
        answer = self._really(clerk, real, code)
        if next(self._steps) % self._hall_every == 0:
            same_hall(self.database.read(SUPERVISOR, live.hall).result(), self.office)
        if code:
            return None
        same_answer(answer, expected)
        return answer

    def _really(self, clerk: Clerk, real: Act, code: str) -> Any:
        actor, key = actor_of(clerk), f"key{next(self._steps)}"

        def whole(tx: OfficeTransaction) -> bytes:
            before = tx.seq
            body = once(tx, key, "act", real)
            tx.settle()
            same_journal(tx, before, self.office, clerk)
            same_rows(tx, self.office)
            return body

        try:
            body = self.database.act(actor, whole).result()
        except DawrError as refusal:
            same("refusal", refusal.code, code)
            return None
        same("refusal", "", code)
        self.office.seq += len(self.office.told)
        self._last = actor, key, "act", body
        return msgspec.json.decode(body)

    # ── who is meant ──

    def _given(self, ticket: str, track: str) -> None:
        self.ids.append(ticket)
        self.tracks.append(track)

    def _visit(self, which: int) -> Visit | None:
        """The newest ticket but so many."""
        return self.office.visits[-1 - which] if which < len(self.office.visits) else None

    def _id(self, which: int) -> str:
        return self.ids[-1 - which] if which < len(self.ids) else "none"

    def _booked(self, which: int | None) -> Booked | None:
        return self.office.booked[which] if which is not None and which < len(self.office.booked) else None

    def _code(self, which: int | None) -> str | None:
        return self.codes[which] if which is not None and which < len(self.codes) else None


def _priority(priority: bool) -> Any:
    return "elderly" if priority else "none"


def _never(_tx: Transaction) -> None:
    raise AssertionError("done again")
