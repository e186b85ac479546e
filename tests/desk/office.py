"""A small office behind the client's own methods: three counters, two lines, four services, everything remembered."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from threading import Event as Flag
from typing import Any

from msgspec.structs import replace

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import NotSignedIn, Refused
from queue_server.client.printer import Printed, PrinterState
from queue_server.client.qt import StreamSignals

START = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
PASSWORD = "correct horse"


def text(en: str, ar: str) -> wire.Text:
    return {"en": en, "ar": ar}


LINES = [
    wire.LineEntry("commercial", text("Commercial services", "الخدمات التجارية"), "C", 1, "lmra", 20),
    wire.LineEntry("residency", text("Residency", "الإقامة"), "R", 1, "npra", 30),
    wire.LineEntry("government", text("Government services", "الخدمات الحكومية"), "G", 1, "lmra", 20),
]
COUNTERS = {
    1: (text("Counter 1", "شباك 1"), ["commercial"]),
    2: (text("Counter 2", "شباك 2"), ["commercial", "residency"]),
    3: (text("Counter 3", "شباك 3"), ["residency"]),
}
SERVICES = {
    "renew": (text("Renew a work permit", "تجديد تصريح عمل"), "commercial", ["passport", "contract", "medical"]),
    "new": (text("New work permit", "تصريح عمل جديد"), "commercial", ["passport", "contract", "degree"]),
    "family": (text("Residence for a family", "إقامة لعائلة العامل"), "residency", ["passport", "marriage"]),
    "status": (text("Where a request stands", "متابعة طلب"), None, []),
}
DOCUMENTS: dict[str, tuple[wire.Text, wire.Text, list[str], bool]] = {
    "passport": (text("Passport", "جواز السفر"), text("The page with the photo", "صفحة الصورة"), ["expires"], False),
    "contract": (text("Work contract", "عقد العمل"), text("Signed by both sides", "موقّع من الطرفين"), [], False),
    "medical": (
        text("Medical report", "تقرير طبي"),
        text("From the last three months", "صادر خلال ثلاثة أشهر"),
        [],
        True,
    ),
    "degree": (text("Degree certificate", "شهادة المؤهل"), text("Attested", "مصدّقة"), ["attested", "original"], True),
    "marriage": (text("Marriage certificate", "عقد الزواج"), text("Attested", "مصدّق"), ["attested"], True),
}
"""Name, hint, the details that matter, and whether a clerk must see the paper."""

ABROAD = text("Is the worker abroad?", "هل العامل خارج البلاد؟")
YES_NO = {"yes": text("Yes", "نعم"), "no": text("No", "لا")}
BECAUSE = text("Asked for every request of this kind.", "يُطلب لكل طلب من هذا النوع.")
REFERRED = text("The visitor is not sure of a paper.", "المراجع غير متأكد من ورقة.")
GUIDANCE = text("Ask for it at this desk.", "اسأل عنه عند هذا المكتب.")
BRING = text("Bring it and come back with the code.", "أحضره وعد بالرمز.")
WRONG = {
    "missing": (text("The visitor does not have it.", "ليس مع المراجع."), BRING),
    "expired": (text("It is no longer valid.", "انتهت صلاحيته."), BRING),
    "wrong_form": (text("It has not been attested.", "لم يُصدَّق."), BRING),
    "unknown": (text("The visitor is not sure of it.", "المراجع غير متأكد منه."), text("Look at it.", "اطّلع عليه.")),
}
OFFICE = text("Labour Market Regulatory Authority", "هيئة تنظيم سوق العمل")
CALLERS = {"employer": text("Employer", "صاحب عمل"), "worker": text("Worker", "عامل")}


@dataclass
class Record:
    """One check as this office keeps it."""

    id: str
    service: str
    caller: str
    language: str
    code: str
    answers: dict[str, str] = field(default_factory=dict)
    papers: dict[str, wire.Paper] = field(default_factory=dict)
    waived: dict[str, tuple[str, str]] = field(default_factory=dict)
    referred: bool = False
    ticket: str | None = None


class Journal(StreamSignals):
    """The journal without a line: the office speaks into it."""

    def __init__(self) -> None:
        super().__init__("http://office.invalid", lambda: "")

    def start(self) -> None:
        self.lively.emit(True)

    def stop(self) -> None:
        pass


class Paper:
    """A printer that keeps what it printed, and does as the test says."""

    def __init__(self) -> None:
        self.slips: list[str] = []
        self.next = Printed("printed")

    def print(self, slip: bytes) -> Printed:
        self.slips.append(slip.decode())
        return self.next

    def state(self) -> PrinterState:
        return PrinterState.READY


class Office(Api):
    """The server's acts without a server, all of them, with whatever they did remembered in `acts`."""

    def __init__(self) -> None:
        super().__init__("http://office.invalid", "desk-token")
        self.now = START
        self.acts: list[str] = []
        self.refuses: Refused | None = None
        self.clerks = {"maryam": ("Maryam Hasan", "clerk"), "huda": ("Huda Ali", "information")}
        self.clerks |= {"salman": ("Salman Isa", "supervisor"), "auditor": ("Noora", "auditor")}
        self.counters = {n: wire.CounterStatus(n, "", lines, "closed") for n, (_, lines) in COUNTERS.items()}
        self.records: dict[str, Record] = {}
        self.waiting: list[wire.Ticket] = []
        self._clerk = ""
        self._journals: list[Journal] = []
        self._there = Flag()
        self._there.set()
        self._numbers = {line.id: count(41) for line in LINES}
        self._ids = count(1)

    # ── how a test speaks of it ──

    def connect(self, _server: str, token: str, **told: Any) -> "Office":
        """Be the line the desk connects to."""
        self.token, self.language, self._noticed = token, told["language"], told["noticed"]
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

    def forgets_clerk(self) -> None:
        """The session is over, as the server sees it."""
        self._clerk = ""

    def visitor_waits(self, service: str = "renew", *, minutes: int = 5, priority: wire.Priority = "none") -> str:
        """A visitor with papers in order waits; the number."""
        record = self._new_record(service, "employer", "ar")
        record.answers = {"abroad": "no"}
        record.papers = {document: _in_order(document, "clerk") for document in SERVICES[service][2]}
        return self._queue(record, priority, self.now - timedelta(minutes=minutes)).number

    def visitor_is_sent(self, service: str = "renew", *, unsure_of: str = "medical") -> str:
        """A kiosk sent a visitor to the information desk; the check."""
        record = self._new_record(service, "employer", "ar")
        record.answers = {"abroad": "no"}
        record.papers = {document: _in_order(document, "said") for document in SERVICES[service][2]}
        record.papers[unsure_of] = wire.Paper(unsure_of, "unsure")
        record.referred = True
        self.tells("CheckReferred", check=record.id)
        return record.id

    # ── people ──

    def sign_in(self, username: str, password: str) -> wire.Session:
        self._did(f"sign in {username}", asks_clerk=False)
        if username not in self.clerks or password != PASSWORD:
            raise NotSignedIn(_problem(401, "wrong_password", "User name and password do not fit together."))
        self._clerk, role = self.clerks[username]
        self.token = f"token of {username}"
        return wire.Session(self.token, username, self._clerk, role, self.now + timedelta(hours=8))

    def sign_out(self) -> None:
        self._did("sign out")
        self._clerk = ""

    # ── the floor ──

    def catalogue(self) -> wire.Catalogue:
        self._asked()
        return wire.Catalogue(
            office="test",
            name=OFFICE,
            timezone="Asia/Bahrain",
            version="1",
            languages=["ar", "en"],
            callers=[wire.Option(value, words) for value, words in CALLERS.items()],
            facts=[],
            documents=[],
            groups=[],
            services=[
                wire.ServiceEntry(service, name, "permits", "permit", list(CALLERS), line)
                for service, (name, line, _) in SERVICES.items()
            ],
            lines=LINES,
            counters=[wire.CounterEntry(n, name, lines) for n, (name, lines) in COUNTERS.items()],
        )

    def hall(self) -> wire.Hall:
        self._asked()
        return wire.Hall(
            seq=1,
            now=self.now,
            lines=[self._line(line) for line in LINES],
            counters=[self._status(n) for n in COUNTERS],
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
        self._did(f"break {n}")
        self.counters[n] = replace(self.counters[n], state="break", reason=reason)
        return self._status(n)

    def close_counter(self, n: int) -> wire.CounterStatus:
        self._did(f"close {n}")
        self.counters[n] = replace(self.counters[n], state="closed", clerk=None)
        return self._status(n)

    def call_next(self, n: int) -> wire.Ticket | None:
        self._did(f"next {n}")
        lines = COUNTERS[n][1]
        ticket = next((ticket for ticket in self.waiting if ticket.legs[-1].line in lines), None)
        if ticket is None:
            return None
        self.waiting.remove(ticket)
        return self._move(n, ticket, state="called", called_at=self.now, calls=1, counter=n)

    def recall(self, n: int) -> wire.Ticket:
        self._did(f"recall {n}")
        here = self._here(n)
        return self._move(n, here, calls=here.legs[-1].calls + 1)

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
        return self._worded(self._new_record(new.service, new.caller.class_, new.language))

    def resume_check(self, code: str, language: str | None = None) -> wire.Check:
        self._did(f"resume {code} {language or ''}".strip())
        found = next((record for record in self.records.values() if record.code == code), None)
        if found is None:
            raise Refused(_problem(404, "unknown", "There is no check with this code."))
        return self._worded(found)

    def check(self, check: str) -> wire.Check:
        self._asked()
        return self._worded(self.records[check])

    def change_check(self, check: str, change: wire.CheckChange) -> wire.Check:
        record = self.records[check]
        papers = change.documents or []
        self._did(f"change {[paper.document for paper in papers] or change.answers or change.waive}")
        record.answers |= change.answers or {}
        record.papers |= {paper.document: paper for paper in papers}
        if change.waive:
            record.waived[change.waive.requirement] = (self._clerk, change.waive.reason)
        return self._worded(record)

    def referred_checks(self) -> list[wire.Check]:
        self._asked()
        return [self._worded(record) for record in self.records.values() if record.referred and not record.ticket]

    def bring_list(self, check: str) -> wire.Slip:
        self._asked()
        return wire.Slip(base64.b64encode(f"bring list {check}".encode()).decode())

    def issue(self, check: str, priority: wire.Priority = "none") -> wire.Issued:
        self._did(f"issue {check} {priority}")
        record = self.records[check]
        ticket = self._queue(record, priority, self.now)
        line = next(line for line in LINES if line.id == ticket.legs[0].line)
        slip = base64.b64encode(f"slip {ticket.number}".encode()).decode()
        name = line.name[self.language]
        return wire.Issued(ticket.id, ticket.number, line.id, len(self.waiting) - 1, "track", line.floor, name, slip)

    # ── how it works ──

    def _asked(self, *, asks_clerk: bool = True) -> None:
        if not self._there.is_set():
            self._noticed(False)
            self._there.wait(20)
            self._noticed(True)
        if asks_clerk and not self._clerk:
            raise NotSignedIn(_problem(401, "not_signed_in", "Sign in first."))

    def _did(self, what: str, *, asks_clerk: bool = True) -> None:
        self._asked(asks_clerk=asks_clerk)
        if self.refuses is not None:
            refused, self.refuses = self.refuses, None
            raise refused
        self.acts.append(what)

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
            legs=[replace(ticket.legs[0], **change)],
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
        return wire.LineStatus(line.id, name, len(here), longest, line.target_minutes, self._next(here, waits))

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
        leg = wire.Leg("leg", line, "waiting", since, since)
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

    def _worded(self, record: Record) -> wire.Check:
        name, line, documents = SERVICES[record.service]
        answered = "abroad" in record.answers
        findings = [self._finding(record, document) for document in documents] if answered else []
        outcome = _outcome(findings) if answered or not documents else None
        return wire.Check(
            id=record.id,
            service=record.service,
            service_name=name[self.language],
            language=record.language,
            caller=record.caller,
            channel="kiosk",
            day=TODAY,
            questions=[self._question(record)] if documents else [],
            findings=findings,
            outcome=outcome if line else "quick",
            resume_code=record.code,
            created_at=self.now,
            referred=record.referred,
            refer_reason=REFERRED[self.language] if record.referred else "",
            guidance=None if line else GUIDANCE[self.language],
            ticket=record.ticket,
        )

    def _question(self, record: Record) -> wire.Question:
        choices = [wire.Choice(value, words[self.language]) for value, words in YES_NO.items()]
        return wire.Question("abroad", ABROAD[self.language], choices, record.answers.get("abroad"))

    def _finding(self, record: Record, document: str) -> wire.Finding:
        name, hint, details, clerk_sees = DOCUMENTS[document]
        said = record.papers.get(document)
        needs: list[Any] = [detail for detail in details if getattr(said, detail, None) is None]
        result = _result(said, needs)
        waived_by, reason = record.waived.get(document, (None, None))
        wrong = WRONG.get(result or "")
        here = self.language
        return wire.Finding(
            requirement=document,
            because=BECAUSE[here],
            documents=[wire.PaperAsked(document, name[here], hint[here], "form", needs, said)],
            alternatives=[[document]],
            result="waived" if waived_by else result,
            proven=said is not None and (said.evidence == "clerk" or not clerk_sees),
            reason=wrong[0][here] if wrong and not waived_by else "",
            remedy=wrong[1][here] if wrong and not waived_by else "",
            waived_by=waived_by,
            waiver_reason=reason,
        )


def _in_order(document: str, evidence: wire.Evidence) -> wire.Paper:
    details: dict[str, Any] = dict.fromkeys(DOCUMENTS[document][2], True)
    if "expires" in details:
        details["expires"] = date(2028, 3, 31)
    return wire.Paper(document, "have", evidence=evidence, **details)


def _result(said: wire.Paper | None, needs: list[Any]) -> wire.Result | None:
    match said:
        case wire.Paper(state="missing"):
            return "missing"
        case wire.Paper(state="unsure"):
            return "unknown"
        case wire.Paper(attested=False) | wire.Paper(original=False):
            return "wrong_form"
        case wire.Paper(expires=date() as until) if until < TODAY:
            return "expired"
        case wire.Paper() if not needs:
            return "presented"
    return None


def _outcome(findings: list[wire.Finding]) -> wire.Outcome | None:
    results = {finding.result for finding in findings}
    if None in results:
        return None
    if results & {"missing", "expired", "wrong_form"}:
        return "incomplete"
    doubtful = any(not finding.proven for finding in findings if finding.result != "waived")
    return "refer" if doubtful or "unknown" in results else "ready"


def _problem(status: int, code: str, detail: str) -> wire.Problem:
    return wire.Problem("about:blank", code, status, code, detail)
