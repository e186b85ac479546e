"""The small office's services and papers, and what its rules make of them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from queue_server import wire

START = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def text(en: str, ar: str) -> wire.Text:
    return {"en": en, "ar": ar}


LINES = [
    wire.LineEntry("commercial", text("Commercial services", "الخدمات التجارية"), "C", 1, "lmra", 20),
    wire.LineEntry("residency", text("Residency", "الإقامة"), "R", 1, "npra", 30, appointments=True),
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

FOUR_EYES = {"degree"}
"""What two clerks must let pass."""

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
BREAKS = [
    wire.Option("prayer", {"en": "Prayer", "ar": "الصلاة"}),
    wire.Option("meal", {"en": "Meal", "ar": "وجبة الطعام"}),
]
PARKINGS = [wire.Option("fetch", {"en": "To fetch a paper", "ar": "لإحضار مستند"})]
OFFICE = text("Labour Market Regulatory Authority", "هيئة تنظيم سوق العمل")
CALLERS = {"employer": text("Employer", "صاحب عمل"), "worker": text("Worker", "عامل")}

CATALOGUE = wire.Catalogue(
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
    breaks=BREAKS,
    parkings=PARKINGS,
)


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
    agreed: dict[str, str] = field(default_factory=dict)
    referred: bool = False
    ticket: str | None = None


def worded(record: Record, language: str) -> wire.Check:
    """The check as the server would say it."""
    name, line, documents = SERVICES[record.service]
    answered = "abroad" in record.answers
    findings = [_finding(record, document, language) for document in documents] if answered else []
    outcome = _outcome(findings) if answered or not documents else None
    return wire.Check(
        id=record.id,
        service=record.service,
        service_name=name[language],
        language=record.language,
        caller=record.caller,
        channel="kiosk",
        day=TODAY,
        questions=[_question(record, language)] if documents else [],
        findings=findings,
        outcome=outcome if line else "quick",
        resume_code=record.code,
        created_at=START,
        referred=record.referred,
        refer_reason=REFERRED[language] if record.referred else "",
        guidance=None if line else GUIDANCE[language],
        ticket=record.ticket,
    )


def _question(record: Record, language: str) -> wire.Question:
    choices = [wire.Choice(value, words[language]) for value, words in YES_NO.items()]
    return wire.Question("abroad", ABROAD[language], choices, record.answers.get("abroad"))


def _finding(record: Record, document: str, language: str) -> wire.Finding:
    name, hint, details, clerk_sees = DOCUMENTS[document]
    said = record.papers.get(document)
    needs: list[Any] = [detail for detail in details if getattr(said, detail, None) is None]
    result = _result(said, needs)
    waived_by, reason = record.waived.get(document, (None, None))
    wrong = WRONG.get(result or "")
    return wire.Finding(
        requirement=document,
        because=BECAUSE[language],
        documents=[wire.PaperAsked(document, name[language], hint[language], "form", needs, said)],
        alternatives=[[document]],
        result="waived" if waived_by else result,
        proven=said is not None and (said.evidence == "clerk" or not clerk_sees),
        reason=wrong[0][language] if wrong and not waived_by else "",
        remedy=wrong[1][language] if wrong and not waived_by else "",
        waived_by=waived_by,
        waiver_reason=reason,
        waived_with=record.agreed.get(document),
        four_eyes=document in FOUR_EYES,
    )


def in_order(document: str, evidence: wire.Evidence) -> wire.Paper:
    """A paper with nothing wrong."""
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
