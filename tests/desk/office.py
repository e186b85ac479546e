"""A small office behind the client's own methods: three counters, two lines, four services, everything remembered."""

import base64
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from threading import Event as Flag
from typing import Any

from msgspec.structs import replace

from queue_server import wire
from queue_server.client.errors import NotSignedIn, Refused, StationError
from tests.desk.fakes import Journal
from tests.desk.papers import CATALOGUE, COUNTERS, FOUR_EYES, LINES, SERVICES, START, Record, in_order, worded
from tests.desk.sending import Sending
from tests.desk.signing import PASSWORD, Signing, problem
from tests.desk.supervised import Supervised


class Office(Signing, Sending, Supervised):
    """The server's acts without a server, all of them, with whatever they did remembered in `acts`."""

    def __init__(self) -> None:
        super().__init__("http://office.invalid", "desk-token")
        self.now = START
        self.acts: list[str] = []
        self.fared: list[tuple[str, wire.SlipFared]] = []
        self.keys: list[str | None] = []
        """Those numbers were asked for under."""
        self.refuses: StationError | None = None
        self.people = {"maryam": ("Maryam Hasan", "clerk"), "huda": ("Huda Ali", "information")}
        self.people |= {"salman": ("Salman Isa", "supervisor"), "auditor": ("Noora", "auditor")}
        self.counters = {n: wire.CounterStatus(n, "", lines, "closed") for n, (_, lines) in COUNTERS.items()}
        self.records: dict[str, Record] = {}
        self.booked: dict[str, wire.Appointment] = {}
        self.waiting: list[wire.Ticket] = []
        self.told_of = {line.id for line in LINES}
        self.begin_supervised()
        self.sent = []
        self._clerk = self._elsewhere = ""
        self._journals: list[Journal] = []
        self._there, self._prompt = Flag(), Flag()
        self._there.set()
        self._prompt.set()
        self._numbers = {line.id: count(41) for line in LINES}
        self._ids = count(1)

    # ── how a test speaks of it ──

    def connect(self, _server: str, token: str, **told: Any) -> "Office":
        """Be the line the desk connects to."""
        self.token, self.language, self._noticed = token, told["language"], told["noticed"]
        self._pause = told["sleep"]
        return self

    def follow(self) -> Journal:
        """Be the journal the desk follows."""
        self._journals.append(Journal())
        return self._journals[-1]

    def goes_away(self) -> None:
        """Nothing is answered until `comes_back`; acts begun meanwhile wait."""
        self._there.clear()
        self._each_journal(lambda journal: journal.lively.emit(False))

    def comes_back(self) -> None:
        """Answer again."""
        self._there.set()
        self._each_journal(lambda journal: journal.lively.emit(True))

    def answers_late(self) -> None:
        """Acts are done, and answered when `answers_promptly` is called."""
        self._prompt.clear()

    def answers_promptly(self) -> None:
        """Answer what is owed, and from now on at once."""
        self._prompt.set()

    def tells(self, kind: str, **data: Any) -> None:
        """Write something into the journal."""
        event = wire.Event(next(self._ids), self.now, kind, "office", data)
        self._each_journal(lambda journal: journal.heard.emit(event))

    def open_elsewhere(self, n: int, clerk: str) -> None:
        """Another clerk holds a counter."""
        self.counters[n] = replace(self.counters[n], state="open", clerk=clerk)

    def close_from_afar(self, n: int) -> None:
        """A supervisor closes a counter."""
        self.counters[n] = replace(self.counters[n], state="closed", clerk=None)

    def visitor_waits(
        self, service: str = "renew", *, minutes: int = 5, priority: wire.Priority = "none", then: str = ""
    ) -> str:
        """A visitor with papers in order waits, and may have to go on to another line; the number."""
        record = self._new_record(service, "employer", "ar")
        record.answers = {"abroad": "no"}
        record.papers = {document: in_order(document, "clerk") for document in SERVICES[service][2]}
        ticket = self._queue(record, priority, self.now - timedelta(minutes=minutes))
        if then:
            ticket.legs.append(wire.Leg("later", then, service, "planned", self.now, self.now, "arrival"))
        return ticket.number

    def visitor_is_sent(self, service: str = "renew", *, unsure_of: str = "medical") -> str:
        """A kiosk sent a visitor to the information desk; the check."""
        record = self._new_record(service, "employer", "ar")
        record.answers = {"abroad": "no"}
        record.papers = {document: in_order(document, "said") for document in SERVICES[service][2]}
        record.papers[unsure_of] = wire.Paper(unsure_of, "unsure")
        record.referred = True
        self.tells("CheckReferred", check=record.id)
        return record.id

    # ── the floor ──

    def catalogue(self) -> wire.Catalogue:
        self._asked()
        return CATALOGUE

    def hall(self) -> wire.Hall:
        self._asked()
        return wire.Hall(
            seq=1,
            now=self.now,
            lines=[self._line(line) for line in LINES if line.id in self.told_of],
            counters=[self._status(n) for n, (_, lines) in COUNTERS.items() if self.told_of.intersection(lines)],
            referred=len(self.referred_checks()),
        )

    def counter(self, n: int) -> wire.CounterStatus:
        self._asked()
        return self._status(n)

    def open_counter(self, n: int) -> wire.CounterStatus:
        self._did(f"open {n}")
        self.counters[n] = replace(self.counters[n], state="open", clerk=self._clerk)
        return self._status(n)

    def take_break(self, n: int, reason: str = "") -> wire.CounterStatus:
        self._did(f"break {n} {reason}".strip())
        self.counters[n] = replace(self.counters[n], state="break", reason=reason)
        return self._status(n)

    def close_counter(self, n: int) -> wire.CounterStatus:
        self._did(f"close {n}")
        self.counters[n] = replace(self.counters[n], state="closed", clerk=None)
        return self._status(n)

    def call_next(self, n: int) -> wire.Ticket | None:
        self._did(f"next {n}")
        lines = COUNTERS[n][1]
        ticket = next((ticket for ticket in self.waiting if ticket.legs[0].line in lines), None)
        if ticket is None:
            return None
        self.waiting.remove(ticket)
        return self._move(n, ticket, state="called", called_at=self.now, calls=1, counter=n)

    def call_number(self, n: int, number: str) -> wire.Ticket:
        self._did(f"call {number} {n}")
        ticket = next(each for each in self.waiting if each.number == number)
        self.waiting.remove(ticket)
        return self._move(n, ticket, state="called", counter=n, called_at=self.now, calls=1)

    def recall(self, n: int) -> wire.Ticket:
        self._did(f"recall {n}")
        here = self._here(n)
        return self._move(n, here, calls=here.legs[0].calls + 1)

    def start(self, n: int) -> wire.Ticket:
        self._did(f"start {n}")
        return self._move(n, self._here(n), state="serving", started_at=self.now)

    def no_show(self, n: int) -> wire.Ticket:
        self._did(f"no-show {n}")
        return self._leave(n, state="no_show", finished_at=self.now)

    def finish(self, n: int, finish: wire.Finish) -> wire.Ticket:
        self._did(" ".join(filter(None, (f"finish {n}", finish.outcome, finish.requirement))))
        return self._leave(n, state="done", finished_at=self.now, outcome=finish.outcome)

    # ── papers ──

    def open_check(self, new: wire.NewCheck) -> wire.Check:
        self._did(f"begin {new.service} {new.caller.class_} {new.language}")
        return worded(self._new_record(new.service, new.caller.class_, new.language), self.language)

    def resume_check(self, code: str, language: str | None = None) -> wire.Check:
        self._did(f"resume {code} {language or ''}".strip())
        found = next((record for record in self.records.values() if record.code == code), None)
        if found is None:
            raise Refused(problem(404, "unknown", "There is no check with this code."))
        return worded(found, self.language)

    def check(self, check: str) -> wire.Check:
        self._asked()
        return worded(self.records[check], self.language)

    def change_check(self, check: str, change: wire.CheckChange) -> wire.Check:
        record = self.records[check]
        papers = change.documents or []
        self._did(f"change {[paper.document for paper in papers] or change.answers or change.waive}")
        record.answers |= change.answers or {}
        record.papers |= {paper.document: paper for paper in papers}
        if change.waive:
            second = change.waive.second
            if change.waive.requirement in FOUR_EYES and (second is None or second.password != PASSWORD):
                raise Refused(problem(422, "second_clerk_refused", "The other clerk's name or password is not right."))
            record.waived[change.waive.requirement] = (self._clerk, change.waive.reason)
            if second is not None:
                record.agreed[change.waive.requirement] = self.people[second.username][0]
        return worded(record, self.language)

    def referred_checks(self) -> list[wire.Check]:
        self._asked()
        return [
            worded(record, self.language) for record in self.records.values() if record.referred and not record.ticket
        ]

    def give_quick_service(self, check: str) -> wire.Check:
        self._did(f"served {check}")
        return worded(self.records[check], self.language)

    def bring_list(self, check: str) -> wire.Slip:
        self._asked()
        return wire.Slip(base64.b64encode(f"bring list {check}".encode()).decode())

    def issue(
        self, check: str, priority: wire.Priority = "none", appointment: str | None = None, *, key: str | None = None
    ) -> wire.Issued:
        self.keys.append(key)
        self._did(" ".join(filter(None, (f"issue {check} {priority}", appointment))))
        record = self.records[check]
        ticket = self._queue(record, priority, self.now)
        line = next(line for line in LINES if line.id == ticket.legs[0].line)
        slip = base64.b64encode(f"slip {ticket.number}".encode()).decode()
        name = line.name[self.language]
        return wire.Issued(ticket.id, ticket.number, line.id, len(self.waiting) - 1, "track", line.floor, name, slip)

    def tell_slip(self, ticket: str, fared: wire.SlipFared, key: str) -> wire.SlipTold:
        if (key, fared) not in self.fared:
            self.fared.append((key, fared))
        return wire.SlipTold(fared.result, fared.trouble, fared.copy, self.now)

    def reprint(self, ticket: str, *, patience: float | None = None) -> wire.Reprinted:
        number = next(waiting.number for waiting in self.waiting if waiting.id == ticket)
        slip = base64.b64encode(f"copy of {number}".encode()).decode()
        return wire.Reprinted(ticket, number, 1, self.now, 0, slip)

    def find_ticket(self, number: str) -> wire.Ticket:
        self._asked()
        found = next((ticket for ticket in self.waiting if ticket.number == number.upper()), None)
        if found is None:
            raise Refused(problem(404, "unknown", "There is no such number today."))
        return replace(found, slip=wire.SlipTold("printed", None, 0, self.now))

    # ── appointments ──

    def slots(self, service: str, day: date) -> list[wire.Slot]:
        self._asked()
        nine = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
        return [wire.Slot(nine, 0), wire.Slot(nine + timedelta(minutes=30), 2)]

    def book(self, service: str, slot: datetime, language: str = "en") -> wire.Appointment:
        self._did(f"book {service} {slot:%H:%M} {language}")
        code = "BCDFGHJK"
        self.booked[code] = wire.Appointment("a1", code, service, "residency", slot, language, "booked")
        return self.booked[code]

    def appointment(self, code: str) -> wire.Appointment:
        self._asked()
        if code not in self.booked:
            raise Refused(problem(404, "unknown", "There is no such appointment."))
        return self.booked[code]

    def cancel_booking(self, code: str) -> wire.Appointment:
        self._did(f"cancel booking {code}")
        self.booked[code] = replace(self.booked[code], state="cancelled", comes="cancelled")
        return self.booked[code]

    # ── how it works ──

    def _asked(self, *, asks_clerk: bool = True) -> None:
        if not self._there.is_set():
            self._noticed(False)
            while not self._there.is_set():
                self._pause(0.02)
            self._noticed(True)
        if asks_clerk and self._elsewhere:
            raise NotSignedIn(problem(401, "signed_in_elsewhere", f"You signed in at another desk: {self._elsewhere}."))
        if asks_clerk and not self._clerk:
            raise NotSignedIn(problem(401, "not_signed_in", "Sign in first."))

    def _did(self, what: str, *, asks_clerk: bool = True) -> None:
        self._asked(asks_clerk=asks_clerk)
        if self.refuses is not None:
            refused, self.refuses = self.refuses, None
            raise refused
        self.acts.append(what)
        self._prompt.wait(20)

    def _each_journal(self, tell: Callable[[Journal], None]) -> None:
        for journal in self._journals:
            tell(journal)

    def _status(self, n: int) -> wire.CounterStatus:
        return replace(self.counters[n], name=COUNTERS[n][0][self.language])

    def _here(self, n: int) -> wire.Ticket:
        ticket = self.counters[n].ticket
        assert ticket is not None, f"nobody is at counter {n}"
        return ticket

    def _move(self, n: int, ticket: wire.Ticket, **change: Any) -> wire.Ticket:
        moved = replace(
            ticket,
            service_name=SERVICES[ticket.service][0][self.language],
            waited=int((self.now - ticket.issued_at).total_seconds()),
            legs=[replace(ticket.legs[0], **change), *ticket.legs[1:]],
        )
        self.counters[n] = replace(self.counters[n], ticket=moved)
        return moved

    def _leave(self, n: int, **change: Any) -> wire.Ticket:
        gone = self._move(n, self._here(n), **change)
        self.counters[n] = replace(self.counters[n], ticket=None)
        return gone

    def _line(self, line: wire.LineEntry) -> wire.LineStatus:
        here = [ticket for ticket in self.waiting if ticket.legs[0].line == line.id]
        waits = [int((self.now - ticket.issued_at).total_seconds()) for ticket in here]
        longest, name = max(waits, default=0), line.name[self.language]
        return wire.LineStatus(
            line.id,
            name,
            len(here),
            longest,
            line.target_minutes,
            self._next(here, waits),
            line.id not in self.closed,
            self.closed.get(line.id, ""),
        )

    def _next(self, here: list[wire.Ticket], waits: list[int]) -> wire.NextInLine | None:
        for ticket, waited in zip(here, waits, strict=True):
            name = SERVICES[ticket.service][0][self.language]
            papers: Any = "waived" if ticket.waivers else "ready"
            return wire.NextInLine(
                ticket.number, ticket.service, name, ticket.language, ticket.priority, waited, papers
            )
        return None

    def _new_record(self, service: str, caller: str, language: str) -> Record:
        n = next(self._ids)
        record = self.records[f"check-{n}"] = Record(f"check-{n}", service, caller, language, f"K7M{n:03}")
        return record

    def _queue(self, record: Record, priority: wire.Priority, since: datetime) -> wire.Ticket:
        line = SERVICES[record.service][1]
        assert line is not None, "a quick service has no line"
        series = next(entry.series for entry in LINES if entry.id == line)
        number = f"{series}{next(self._numbers[line]):03}"
        leg = wire.Leg("leg", line, record.service, "waiting", since, since, "arrival")
        name = SERVICES[record.service][0]["en"]
        record.ticket = f"ticket-{number}"
        ticket = wire.Ticket(
            record.ticket,
            number,
            record.service,
            name,
            record.language,
            priority,
            record.id,
            since,
            0,
            0,
            len(record.waived),
            [leg],
        )
        self.waiting.append(ticket)
        return ticket
