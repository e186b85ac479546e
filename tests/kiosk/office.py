"""A small office behind the kiosk's own client: it speaks the wire's words over a transport instead of a socket."""

from base64 import b64encode
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import msgspec

from queue_server import wire
from tests.kiosk.office_catalogue import BECAUSE, CATALOGUE, DOCUMENTS, FILES, NEEDS, PAPERS, Detail, both

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
CODE = "BCDFGHJK"
FILED = "WP2026-0042"
BOOKED = "ZLXWVTSR"
VALID = TODAY + timedelta(days=700)
EXPIRED = TODAY - timedelta(days=30)


_SERVICES = {service.id: service for service in CATALOGUE.services}


class Kept(msgspec.Struct):
    """A check as the office keeps it."""

    service: str
    language: str
    caller: str
    answers: dict[str, str] = {}
    papers: dict[str, wire.Paper] = {}
    referred: str | None = None


class Office:
    """Answers as the server does, for the few services above.

    `away` makes every attempt fail to connect, `deaf` those of the kiosk to tell of itself; `refuses` maps a path's
    ending to a problem; `doubts` lets no name on a paper match; `booked_papers` are on file for whoever is in time.
    """

    def __init__(self) -> None:
        self.away = False
        self.slip = b"slip C042"
        self.catalogue = CATALOGUE
        self.deaf = False
        self.refuses: dict[str, wire.Problem] = {}
        self.checks: dict[str, Kept] = {}
        self.priorities: list[str] = []
        self.fared: list[wire.SlipFared] = []
        self._keys: set[str] = set()
        self.copies = 0
        self.reports: list[wire.HealthReport] = []
        self.appointments: list[str | None] = []
        self.booked_papers: list[str] = []
        self.booked = wire.Appointment("a", BOOKED, "renew", "commercial", NOW, "en", "booked")
        self.served: list[str] = []
        self.holders: dict[str, str] = {}
        self.doubts = False
        self.sent: list[wire.NewReferral] = []

    @property
    def transport(self) -> httpx.MockTransport:
        """The line a kiosk speaks over."""
        return httpx.MockTransport(self._answer)

    def refuse(self, ending: str, status: int, code: str) -> None:
        """Answer no to whatever has a path with that ending."""
        self.refuses[ending] = wire.Problem("about:blank", code, status, code, code)

    @property
    def check(self) -> Kept:
        """The check begun last."""
        return list(self.checks.values())[-1]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if self.away:
            raise httpx.ConnectError("nobody there")
        path = request.url.path.removeprefix("/api/v1/")
        for ending, problem in self.refuses.items():
            if path.endswith(ending):
                return httpx.Response(problem.status, content=msgspec.json.encode(problem))
        if (request.method, path) == ("POST", "referrals"):
            return self._sent_on(msgspec.json.decode(request.content, type=wire.NewReferral))
        return self._read(path.split("/")) if request.method == "GET" else self._act(path.split("/"), request)

    def _read(self, path: list[str]) -> httpx.Response:
        match path:
            case ["catalogue"]:
                return _said(self.catalogue)
            case ["applications", number] if number == FILED:
                return _said(wire.Application(number, "renew", "employer", ["passport"]))
            case ["appointments", code] if code == BOOKED:
                return _said(self.booked)
            case ["checks", check]:
                return _said(self._told(check))
            case ["checks" | "referrals" as of, name, "slip"]:
                words = "visitor 7" if of == "referrals" else f"list {name}"
                return _said(wire.Slip(b64encode(words.encode()).decode()))
        return _unknown()

    def _act(self, path: list[str], request: httpx.Request) -> httpx.Response:
        body = request.content
        match path:
            case ["checks"]:
                return self._opened(msgspec.json.decode(body, type=wire.NewCheck))
            case ["checks", "resume"]:
                return self._resumed(msgspec.json.decode(body, type=wire.ResumeCheck))
            case ["checks", check]:
                return self._changed(check, msgspec.json.decode(body, type=wire.CheckChange))
            case ["checks", check, "served"]:
                self.served.append(check)
                return _said(self._told(check))
            case ["tickets"]:
                return self._issued(msgspec.json.decode(body, type=wire.NewTicket))
        return self._heard_of_itself(path, body, request.headers["Idempotency-Key"])

    def _heard_of_itself(self, path: list[str], body: bytes, key: str) -> httpx.Response:
        """What the kiosk tells of its slips and of itself."""
        if self.deaf:
            raise httpx.ConnectError("nobody listens")
        match path:
            case ["tickets", _ticket, "slip"]:
                fared = msgspec.json.decode(body, type=wire.SlipFared)
                if key not in self._keys:
                    self._keys.add(key)
                    self.fared.append(fared)
                return _said(wire.SlipTold(fared.result, fared.trouble, fared.copy, NOW))
            case ["tickets", ticket, "reprint"]:
                self.copies += 1
                slip = b64encode(b"copy %d of " % self.copies + self.slip).decode()
                return _said(wire.Reprinted(ticket, "C042", self.copies, NOW, 3, slip))
            case ["devices", "health"]:
                self.reports.append(msgspec.json.decode(body, type=wire.HealthReport))
                return httpx.Response(204)
        return _unknown()

    def _opened(self, new: wire.NewCheck) -> httpx.Response:
        kept = Kept(new.service, new.language, new.caller.class_)
        if new.application:
            kept.papers = {"passport": wire.Paper("passport", "have", expires=VALID, evidence="agency")}
        if new.appointment == BOOKED and self.booked.comes in {"early", "in_time"}:
            kept.papers |= {
                each: wire.Paper(each, "have", expires=VALID, evidence="agency") for each in self.booked_papers
            }
        name = f"check-{len(self.checks)}"
        self.checks[name] = kept
        return _said(self._told(name), 201)

    def _resumed(self, resume: wire.ResumeCheck) -> httpx.Response:
        if resume.code != CODE:
            return _unknown()
        kept = Kept("new", resume.language or "ar", "employer", {"abroad": "yes"})
        kept.papers = {"passport": wire.Paper("passport", "have", expires=VALID)}
        self.checks["resumed"] = kept
        return _said(self._told("resumed"))

    def _changed(self, name: str, change: wire.CheckChange) -> httpx.Response:
        kept = self.checks[name]
        kept.answers |= change.answers or {}
        kept.papers |= {paper.document: paper for paper in change.documents or []}
        self.holders |= change.holders or {}
        if change.holders and self.doubts:
            kept.papers |= {paper: wire.Paper(paper, "unsure", evidence="machine") for paper in change.holders}
        kept.language = change.language or kept.language
        kept.referred = change.refer or kept.referred
        return _said(self._told(name))

    def _sent_on(self, new: wire.NewReferral) -> httpx.Response:
        self.sent.append(new)
        if new.check:
            self.checks[new.check].referred = new.reason
        return _said(wire.Referral("referral", 7, new.reason, new.language, NOW, new.check), 201)

    def _issued(self, new: wire.NewTicket) -> httpx.Response:
        self.priorities.append(new.priority)
        self.appointments.append(new.appointment)
        slip = b64encode(self.slip).decode()
        line = _SERVICES[self.checks[new.check].service].line or ""
        slot = self.booked.slot if new.appointment and self.booked.comes != "late" else None
        return _said(wire.Issued("ticket", "C042", line, 3, "track", 1, "Commercial services", slip, slot), 201)

    def _told(self, name: str) -> wire.Check:
        kept = self.checks[name]
        service = _SERVICES[kept.service]
        findings = [_finding(document, kept) for document in PAPERS.get(kept.service, ["contract"])]
        questions = [_question(kept)] if service.line else []
        return wire.Check(
            id=name,
            service=kept.service,
            service_name=service.name[kept.language],
            language=kept.language,
            caller=kept.caller,
            channel="kiosk",
            day=TODAY,
            questions=questions,
            findings=findings,
            outcome=_outcome(service, questions, findings),
            resume_code=CODE,
            created_at=NOW,
            referred=kept.referred is not None,
            refer_reason=kept.referred or "",
            guidance=service.guidance[kept.language] if service.guidance else None,
        )


def _question(kept: Kept) -> wire.Question:
    fact = CATALOGUE.facts[0]
    options = [wire.Choice(option.value, option.text[kept.language]) for option in fact.options]
    return wire.Question(fact.id, fact.question[kept.language], options, kept.answers.get(fact.id))


def _finding(document: str, kept: Kept) -> wire.Finding:
    said, entry = kept.papers.get(document), DOCUMENTS[document]
    needs = [need for need in NEEDS[document] if said and said.state == "have" and getattr(said, need) is None]
    result = _result(said, needs)
    wanting = result not in {None, "presented", "on_file"}
    proven = document != "marriage" and result != "unknown"
    reason = _REASON if wanting else _SEEN if result and not proven else both("", "")
    asked = wire.PaperAsked(
        document,
        entry.name[kept.language],
        entry.hint[kept.language],
        entry.picture,
        needs or NEEDS[document],
        said,
        reason[kept.language],
        _REMEDY[kept.language] if wanting else "",
        file=document in FILES,
    )
    return wire.Finding(
        requirement=document,
        because=BECAUSE[document][kept.language],
        documents=[asked],
        alternatives=[[document]],
        result=result,
        proven=proven,
        reason=asked.reason,
        remedy=asked.remedy,
    )


_REASON = both("You said it is not here.", "قلت إنه ليس معك.")
_SEEN = both("A clerk must see it.", "يجب أن يراه موظف.")
_REMEDY = both("Bring it, valid for six more months.", "أحضره ساري المفعول ستة أشهر أخرى.")


def _result(said: wire.Paper | None, needs: list[Detail]) -> wire.Result | None:
    if said is None or needs:
        return None
    if said.evidence == "agency":
        return "on_file"
    if said.state != "have":
        return "missing" if said.state == "missing" else "unknown"
    if said.expires and said.expires < TODAY:
        return "expired"
    return "wrong_form" if False in {said.attested, said.original} else "presented"


def _outcome(
    service: wire.ServiceEntry, questions: list[wire.Question], findings: list[wire.Finding]
) -> wire.Outcome | None:
    if service.line is None:
        return "quick"
    results = {finding.result for finding in findings}
    if None in results or any(question.answer is None for question in questions):
        return None
    if results & {"missing", "expired", "wrong_form"}:
        return "incomplete"
    return "ready" if all(finding.proven for finding in findings) else "refer"


def _said(words: Any, status: int = 200) -> httpx.Response:
    return httpx.Response(status, content=msgspec.json.encode(words))


def _unknown() -> httpx.Response:
    problem = wire.Problem("about:blank", "Unknown", 404, "unknown", "Nothing by that name.")
    return httpx.Response(404, content=msgspec.json.encode(problem))
