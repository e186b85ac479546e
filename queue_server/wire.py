"""The words spoken over HTTP, as msgspec structs shared by the server and its clients.

Times are UTC (RFC 3339), dates `YYYY-MM-DD`, durations seconds. A `Text` holds one wording per language code.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

Text = dict[str, str]

Id = Annotated[str, Meta(min_length=1, max_length=64)]
Words = Annotated[str, Meta(max_length=500)]
Moment = Annotated[datetime, Meta(tz=True)]
Code = Annotated[str, Meta(min_length=1, max_length=32)]
LanguageCode = Annotated[str, Meta(pattern="^[a-z]{2,3}$")]

Evidence = Literal["said", "machine", "clerk", "agency"]
DocumentState = Literal["have", "missing", "unsure"]
Result = Literal[
    "on_file", "presented", "missing", "expired", "short_validity", "wrong_form", "mismatch", "unknown", "waived"
]
Outcome = Literal["ready", "incomplete", "refer", "quick"]
Priority = Literal["none", "elderly", "pregnant", "disabled"]
LegState = Literal["planned", "waiting", "called", "serving", "done", "parked", "no_show", "cancelled", "expired"]
DueBy = Literal["arrival", "appointment", "kept", "first", "last"]
CounterState = Literal["closed", "open", "break"]
ReferralReason = Literal[
    "understand", "papers", "read", "machine", "moving", "other", "question", "guidance", "unsettled"
]
Scan = Literal["passport", "card"]
Channel = Literal["kiosk", "information", "web"]
SlipState = Literal["reserved", "printing", "printed", "uncertain", "failed"]
PrinterState = Literal["ready", "paper_low", "no_paper", "cover_open", "offline", "unknown", "none"]

RESUME = "DAWR:R:"
"""What a QR code holds before the code that leads back to a check."""

APPOINTMENT = "DAWR:A:"
"""The same of an appointment the office booked, which has no check yet."""


# ── catalogue ────────────────────────────────────────────────────────────────────────────────────────────────────


class Option(Struct, frozen=True):
    """One answer a question may have."""

    value: str
    text: Text


class FactEntry(Struct, frozen=True):
    """Something a rule may ask, with its question and the declared answers."""

    id: str
    question: Text
    options: list[Option]


class DocumentEntry(Struct, frozen=True):
    """A kind of paper. `picture` names an SVG under `assets/images`, without its ending.

    `scan` is what a machine looks for that reads it, null when none can.
    """

    id: str
    name: Text
    hint: Text
    picture: str
    scan: Scan | None = None


class GroupEntry(Struct, frozen=True):
    """How services are grouped on the kiosk's page."""

    id: str
    name: Text
    picture: str


class ServiceEntry(Struct, frozen=True):
    """What a visitor comes for. A quick service has no line and carries `guidance`: where to go, without a number.

    `then` are the lines the visit goes on to.
    """

    id: str
    name: Text
    group: str
    picture: str
    callers: list[str]
    line: str | None = None
    guidance: Text | None = None
    then: list[str] = []


class LineEntry(Struct, frozen=True):
    """A queue of tickets for a group of services."""

    id: str
    name: Text
    series: str
    floor: int
    agency: str
    target_minutes: int
    appointments: bool = False


class CounterEntry(Struct, frozen=True):
    """A numbered place where clerks serve, and the lines it takes from.

    `two_step`: calling next only draws the ticket, recalling it calls it aloud.
    """

    n: int
    name: Text
    lines: list[str]
    two_step: bool = False


class Catalogue(Struct, frozen=True):
    """Everything a station needs to draw its pages, in all languages.

    `phones` is the address under which visitors' phones reach the office; empty where the office gives none.
    """

    office: str
    name: Text
    timezone: str
    version: str
    languages: list[str]
    callers: list[Option]
    facts: list[FactEntry]
    documents: list[DocumentEntry]
    groups: list[GroupEntry]
    services: list[ServiceEntry]
    lines: list[LineEntry]
    counters: list[CounterEntry]
    breaks: list[Option] = []
    """Reasons of a break, and in `parkings` of letting a visitor go, in the languages clerks read."""
    parkings: list[Option] = []
    phones: str = ""


# ── checks ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Caller(Struct, frozen=True):
    """Who the visitor is. `class` is one of the catalogue's callers; the rest is checked for form and not kept."""

    class_: Id = field(name="class")
    cpr: Annotated[str, Meta(pattern="^[0-9]{9}$")] | None = None
    mobile: Annotated[str, Meta(pattern=r"^\+?[0-9]{8,15}$")] | None = None


class NewCheck(Struct, frozen=True, forbid_unknown_fields=True):
    """Begin a check of one visitor's papers for one service.

    `appointment` is the code of one the visitor comes with: in time for this service, it is not asked for on paper.
    """

    service: Id
    language: LanguageCode
    caller: Caller
    channel: Channel = "kiosk"
    application: Annotated[str, Meta(pattern="^[A-Za-z0-9-]{1,32}$")] | None = None
    appointment: Code | None = None


class ResumeCheck(Struct, frozen=True, forbid_unknown_fields=True):
    """Come back to a check by the code on the slip."""

    code: Annotated[str, Meta(min_length=1, max_length=32)]
    language: LanguageCode | None = None


class Paper(Struct, frozen=True, forbid_unknown_fields=True):
    """What is said or seen of one document. A detail left out is not known."""

    document: Id
    state: DocumentState
    expires: date | None = None
    issued: date | None = None
    attested: bool | None = None
    original: bool | None = None
    evidence: Evidence = "said"


class Waiver(Struct, frozen=True, forbid_unknown_fields=True):
    """A clerk's decision to let a finding pass, with the reason.

    `second` is another clerk who agrees, where the office asks for four eyes: compared and forgotten.
    """

    requirement: Id
    reason: Annotated[str, Meta(min_length=3, max_length=500)]
    second: "SignIn | None" = None


class CheckChange(Struct, frozen=True, forbid_unknown_fields=True):
    """Answers, papers, a waiver, a change of language, or handing the check to the information desk.

    `holders` are the names a machine read on papers, by document: compared with whom the application names, and
    forgotten.
    """

    answers: dict[Id, Id] | None = None
    documents: list[Paper] | None = None
    waive: Waiver | None = None
    language: LanguageCode | None = None
    refer: Words | None = None
    holders: dict[Id, Words] | None = None


class Question(Struct, frozen=True):
    """A fact that matters for this check, in the check's language; `answer` once given."""

    fact: str
    text: str
    options: list["Choice"]
    answer: str | None = None


class Choice(Struct, frozen=True):
    """One answer offered, in the check's language."""

    value: str
    text: str


class PaperAsked(Struct, frozen=True):
    """One document of a finding: which details still matter (`needs`), and what was said of it so far.

    `reason` is what is wrong with it and `remedy` what to do, empty when nothing is. `file`: neither the original nor
    an attestation is asked for, so a photo or a file of it may do.
    """

    document: str
    name: str
    hint: str
    picture: str
    needs: list[Literal["expires", "issued", "attested", "original"]]
    said: Paper | None = None
    reason: str = ""
    remedy: str = ""
    file: bool = False


class Finding(Struct, frozen=True):
    """One requirement's result. `result` is null until the visitor has answered for its documents.

    `documents` are those of the alternative nearest to being met, `alternatives` every set of documents that would
    do, by id. `proven` is false when the paper is there but someone still has to see it. `because` says why the
    paper is asked for; `reason` and `remedy` are those of the first document that falls short. `four_eyes`: two clerks
    must agree to let it pass; `waived_with` is the second.
    """

    requirement: str
    because: str
    documents: list[PaperAsked]
    alternatives: list[list[str]]
    result: Result | None
    proven: bool
    reason: str = ""
    remedy: str = ""
    waived_by: str | None = None
    waiver_reason: str | None = None
    waived_with: str | None = None
    four_eyes: bool = False


class Check(Struct, frozen=True):
    """One visitor's papers for one service, as they stand under today's rules, worded in `language`."""

    id: str
    service: str
    service_name: str
    language: str
    caller: str
    channel: str
    day: date
    questions: list[Question]
    findings: list[Finding]
    outcome: Outcome | None
    resume_code: str
    created_at: datetime
    referred: bool = False
    refer_reason: str = ""
    """One of the reasons of a referral, `confirm`, or what somebody wrote."""
    referred_at: datetime | None = None
    guidance: str | None = None
    ticket: str | None = None
    number: str | None = None
    served: bool = False
    appointment: "Appointment | None" = None
    """The one taken from home with this check; told to whoever comes back to it."""


class Prepared(Struct, frozen=True):
    """A check made at home was kept: the code to come with, and the secret of its page."""

    code: str
    page: str


class CheckList(Struct, frozen=True):
    """Checks handed to the information desk and not yet settled, oldest first."""

    checks: list[Check]


class NewReferral(Struct, frozen=True, forbid_unknown_fields=True):
    """A visitor to be helped at the information desk; the same `visit` is the same visitor.

    `page` and `subject` are where at the kiosk they stand.
    """

    visit: Id
    reason: ReferralReason
    language: LanguageCode
    check: Id | None = None
    service: Id | None = None
    page: Id | None = None
    subject: Id | None = None


class Referral(Struct, frozen=True):
    """A visitor sent to the information desk, worded for whoever asks. `number` is what they show there.

    `about` is the group, question or paper they stood before, empty when it was none.
    """

    id: str
    number: int
    reason: ReferralReason
    language: str
    asked_at: datetime
    check: str | None = None
    service: str | None = None
    service_name: str = ""
    page: str | None = None
    about: str = ""
    taken: bool = False


class ReferralList(Struct, frozen=True):
    """Visitors sent to the information desk whom nobody took yet, oldest first."""

    referrals: list[Referral]


class Application(Struct, frozen=True):
    """What the agency's file says of an application number: enough to begin its check."""

    number: str
    service: str
    caller: str
    on_file: list[str]


class Slip(Struct, frozen=True):
    """Bytes for a printer, base64 ESC/POS."""

    slip: str


# ── tickets and counters ─────────────────────────────────────────────────────────────────────────────────────────


class NewTicket(Struct, frozen=True, forbid_unknown_fields=True):
    """Ask for a number: only for a check whose outcome is `ready`. `appointment` is the code of one, to check in.

    Whoever prints nothing says so by `slip`, and none is drawn.
    """

    check: Id
    priority: Priority = "none"
    appointment: Code | None = None
    slip: bool = True


class Issued(Struct, frozen=True):
    """A number was given. `slip` is base64 ESC/POS, empty when none was asked for; `track` the visitor's own page.

    `slot` is the time of the appointment it was given for, if that was kept.
    `ahead` is None where it is not known: without the server.
    """

    id: str
    number: str
    line: str
    ahead: int | None
    track: str
    floor: int
    line_name: str
    slip: str = ""
    slot: datetime | None = None


class SlipFared(Struct, frozen=True, forbid_unknown_fields=True):
    """How a ticket's slip fared at a printer, or its copy of that number; `trouble` is what the printer wants."""

    result: Literal["printed", "uncertain", "failed"]
    trouble: PrinterState | None = None
    copy: Annotated[int, Meta(ge=0, le=1000)] = 0


class SlipTold(Struct, frozen=True):
    """What is known of a ticket's paper: its newest piece, and how many copies were made."""

    state: SlipState
    trouble: str | None
    copies: int
    at: datetime


class Reprinted(Struct, frozen=True):
    """The same number once more. `slip` is base64 ESC/POS, marked with the number of the copy and its time."""

    id: str
    number: str
    copy: int
    at: datetime
    ahead: int | None
    slip: str = ""


class Leg(Struct, frozen=True):
    """One stop of a visit. `due_by` says how its due time came about, `note` is what one clerk told the next."""

    id: str
    line: str
    service: str
    state: LegState
    waiting_since: datetime
    due: datetime
    due_by: DueBy
    called_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    counter: int | None = None
    calls: int = 0
    outcome: str | None = None
    for_counter: int | None = None
    note: str = ""
    reason: str = ""
    return_at: datetime | None = None


class Ticket(Struct, frozen=True):
    """One visit with its number and its legs. `waited` is seconds from the number to the first call or until now.

    `slip` is told when a ticket is asked for by itself.
    """

    id: str
    number: str
    service: str
    service_name: str
    language: str
    priority: Priority
    check: str
    issued_at: datetime
    ahead: int
    waited: int
    waivers: int
    legs: list[Leg]
    slot: datetime | None = None
    slip: SlipTold | None = None


class OpenCounter(Struct, frozen=True, forbid_unknown_fields=True):
    """Open a counter."""


class TakeBreak(Struct, frozen=True, forbid_unknown_fields=True):
    """Stop calling for a while. `reason`: one of the catalogue's `breaks`, or what the clerk writes."""

    reason: Words = ""


class Finish(Struct, frozen=True, forbid_unknown_fields=True):
    """End the visit at this counter. `papers_wrong` names the requirement that should have stopped it at the gate."""

    outcome: Literal["completed", "not_completed", "papers_wrong"] = "completed"
    requirement: Id | None = None


class CallNumber(Struct, frozen=True, forbid_unknown_fields=True):
    """Call one number out of turn."""

    number: Annotated[str, Meta(min_length=1, max_length=16)]


class Park(Struct, frozen=True, forbid_unknown_fields=True):
    """Let the visitor go and come back, of themselves at `until` if that is known.

    `reason`: one of the catalogue's `parkings`, or what the clerk writes.
    """

    reason: Words = ""
    until: Moment | None = None


class Transfer(Struct, frozen=True, forbid_unknown_fields=True):
    """Send the visitor on: to exactly one of a line, a counter and a clerk (by username, or as the holder of one).

    `place`: due by the visit's first arrival, first in the line, or last in it.
    """

    line: Id | None = None
    counter: int | None = None
    clerk: Id | None = None
    place: Literal["keep", "first", "last"] = "keep"
    note: Words = ""


class WalkIn(Struct, frozen=True, forbid_unknown_fields=True):
    """Serve somebody who came without a number; `reason` is why the clerk lets every paper pass."""

    service: Id
    caller: Id
    reason: Annotated[str, Meta(min_length=3, max_length=500)]
    language: LanguageCode = "en"
    priority: Priority = "none"


class AddService(Struct, frozen=True, forbid_unknown_fields=True):
    """Let the visit go on to another service."""

    service: Id
    note: Words = ""


class DayOver(Struct, frozen=True):
    """The day was ended: how many legs were sent home."""

    day: date
    expired: int


class NextInLine(Struct, frozen=True):
    """Who would be called next from a line; `papers` is `waived` when a clerk let one pass."""

    number: str
    service: str
    service_name: str
    language: str
    priority: Priority
    waited: int
    papers: Literal["ready", "waived"]


class LineStatus(Struct, frozen=True):
    """One line as it stands: `longest` is the longest present wait in seconds.

    One not `open` gives no more numbers today; whoever waits is served.
    """

    line: str
    name: str
    waiting: int
    longest: int
    target_minutes: int
    next: NextInLine | None = None
    open: bool = True
    closed_because: str = ""


class CounterStatus(Struct, frozen=True):
    """One counter as it stands, with the ticket called to it or being served.

    `reason`: of a break, one of the catalogue's `breaks` or what the clerk wrote.
    `since`: when it was opened, went on a break, or its last visitor left. `holder` is whose it is, by id.
    """

    n: int
    name: str
    lines: list[str]
    state: CounterState
    clerk: str | None = None
    reason: str = ""
    ticket: Ticket | None = None
    holder: str | None = None
    since: datetime | None = None


class Hall(Struct, frozen=True):
    """The live floor. `seq` is the journal's last number; follow `/api/v1/events` from there."""

    seq: int
    now: datetime
    lines: list[LineStatus]
    counters: list[CounterStatus]
    referred: int


class Due(Struct, frozen=True):
    """What a due time is made of: `came` is the arrival it counts from. `text` says it in the reader's language."""

    number: str
    line: str
    due: datetime
    due_by: DueBy
    came: datetime
    target_minutes: int
    head_start_minutes: int
    text: str


class Explanation(Struct, frozen=True):
    """Why one number was called before another, by which call; `text` says it in the reader's language.

    `code` is stable; `dues` are those of the two that had one then.
    """

    first: str
    second: str
    code: str
    text: str
    counter: int | None
    called_at: datetime | None
    dues: list[Due]


# ── appointments ─────────────────────────────────────────────────────────────────────────────────────────────────


class Slot(Struct, frozen=True):
    """A moment at which a service can be had, and how many places are free."""

    at: datetime
    free: int


class SlotList(Struct, frozen=True):
    """The slots of one day still to come."""

    slots: list[Slot]


class NewAppointment(Struct, frozen=True, forbid_unknown_fields=True):
    """Take a place at one of the slots."""

    service: Id
    slot: Moment
    language: LanguageCode = "en"


Comes = Literal["early", "in_time", "late", "another_day", "missed", "used", "cancelled"]
"""How a visitor comes with an appointment now: `late` is too late today, `missed` was an earlier day."""


class Appointment(Struct, frozen=True):
    """A place at a moment. `code` is what the visitor shows; nothing here says who they are.

    `comes` is what becomes of whoever shows it now.
    """

    id: str
    code: str
    service: str
    line: str
    slot: datetime
    language: str
    state: Literal["booked", "kept", "cancelled", "released"]
    ticket: str | None = None
    comes: Comes = "in_time"


# ── kiosks without the server ────────────────────────────────────────────────────────────────────────────────────

BootName = Annotated[str, Meta(pattern="^[A-Za-z0-9-]{8,64}$")]
"""One start of a kiosk's machine."""


class Rules(Struct, frozen=True):
    """A version of the office's catalogue as it was written, with its wordings: to check papers without the server."""

    version: str
    text: str


class NewLeases(Struct, frozen=True, forbid_unknown_fields=True):
    """Ask for numbers of these series to give without the server, or only tell that this start is still under way."""

    boot: BootName
    series: Annotated[list[Id], Meta(max_length=26)] = []


class Lease(Struct, frozen=True):
    """The numbers `first` to `last` of a day's series are the kiosk's, until its machine starts anew."""

    id: str
    day: date
    series: str
    first: int
    last: int
    boot: str


class Leases(Struct, frozen=True):
    """What was lent. `now` is the server's time; a visitor's own page is `page` with the ticket's `track` after it."""

    leases: list[Lease]
    now: datetime
    page: str = ""
    superseded: bool = False


class GivenNumber(Struct, frozen=True, forbid_unknown_fields=True):
    """A lent number that was given; `given_at` by the kiosk's reckoning of the server's time.

    `appointment` is the code of one the visitor came with; it is kept if they came in time.
    """

    lease: Id
    n: Annotated[int, Meta(ge=1, lt=1_000_000)]
    given_at: Moment
    track: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{22,64}$")]
    priority: Priority = "none"
    appointment: Code | None = None


class HandOver(Struct, frozen=True, forbid_unknown_fields=True):
    """A visit the kiosk went through without the server: the check, and the number if one was given.

    `refer` is why they were sent to the information desk, `referred_at` when. `continues` is the check it was begun as;
    `unheard` the key under which a number was asked for and no answer came.
    `catalogue` is the version of the rules it was checked by; `served` when a quick service was given.
    """

    visit: Annotated[str, Meta(pattern="^[0-9a-f]{24}$")]
    boot: BootName
    service: Id
    language: LanguageCode
    caller: Id
    catalogue: Annotated[str, Meta(max_length=16)]
    began_at: Moment
    answers: dict[Id, Id]
    documents: list[Paper]
    resume_code: Annotated[str, Meta(pattern="^[A-Z]{8}$")]
    refer: Words | None = None
    referred_at: Moment | None = None
    continues: Id | None = None
    unheard: Annotated[str, Meta(max_length=128)] | None = None
    served: bool = False
    given: GivenNumber | None = None


class HandedOver(Struct, frozen=True):
    """What became of a visit handed over. One set aside is kept for a person; `code` says why it was not taken."""

    visit: str
    state: Literal["taken", "set_aside"]
    number: str = ""
    code: str = ""


class OutpostStatus(Struct, frozen=True):
    """One kiosk as a supervisor sees it. `contested` when two machines speak with its token."""

    device: str
    name: str
    heard_at: datetime
    contested: bool
    leases: list[Lease]


class VisitAside(Struct, frozen=True):
    """A visit that could not be taken, with what a person needs to help: its number, its service, and why."""

    visit: str
    number: str
    device: str
    code: str
    text: str
    at: datetime
    service: str
    language: str


class Outposts(Struct, frozen=True):
    """The kiosks that were lent numbers, and the visits set aside."""

    kiosks: list[OutpostStatus]
    aside: list[VisitAside]


# ── screens ──────────────────────────────────────────────────────────────────────────────────────────────────────


class ScreenCall(Struct, frozen=True):
    """A call as a screen shows and says it: number, place and the language of the ticket, nothing else."""

    seq: int
    number: str
    counter: int
    floor: int
    line: str
    at: datetime
    recall: bool = False
    language: str = ""


class ScreenLine(Struct, frozen=True):
    """How many wait in a line; a visitor knows the line by the letters of their number, its `series`."""

    line: str
    name: Text
    series: str
    waiting: int


class ScreenMessage(Struct, frozen=True):
    """What a screen says besides calls, until a moment."""

    text: Text
    until: datetime


class ScreenSound(Struct, frozen=True):
    """How a screen sounds: how loud, 0 to 100, and in which languages it says a call; none when it does not speak.

    With `visitors_own` a call is said in the ticket's language as well.
    """

    volume: int
    languages: list[str]
    visitors_own: bool


MediaKind = Literal["image", "video"]


class MediaFile(Struct, frozen=True):
    """A picture or a film beside the calls."""

    name: str
    kind: MediaKind


class MediaList(Struct, frozen=True):
    """What a screen shows beside the calls, one after another."""

    files: list[MediaFile]


class ScreenCounter(Struct, frozen=True):
    """How the counter below its sign stands, and the number whose visitor is expected or served there."""

    state: CounterState
    number: str | None = None


class ScreenState(Struct, frozen=True):
    """What a screen shows now: today's calls, newest first; above a counter how that one stands."""

    seq: int
    now: datetime
    office: Text
    timezone: str
    calls: list[ScreenCall]
    lines: list[ScreenLine]
    message: ScreenMessage | None = None
    sound: ScreenSound | None = None
    counter: ScreenCounter | None = None


class VisitorLeg(Struct, frozen=True):
    """One stop of the visit, as its visitor sees it. `now` is the one that counts."""

    state: LegState
    line: Text
    floor: int
    now: bool


class VisitorView(Struct, frozen=True):
    """What the visitor's own page tells: nothing personal.

    `seq` is the journal's last number, `calls` how often this stop was called so far;
    `until` is when whoever asked for more time is back in line; `may_take_time` while that may still be asked.
    """

    number: str
    state: LegState
    language: str
    ahead: int
    counter: int | None
    floor: int
    line: Text
    office: Text
    timezone: str
    now: datetime
    seq: int = 0
    calls: int = 0
    until: datetime | None = None
    may_take_time: bool = False
    legs: list[VisitorLeg] = []


# ── what a supervisor arranges ───────────────────────────────────────────────────────────────────────────────────

Reason = Annotated[str, Meta(min_length=3, max_length=500)]


class Because(Struct, frozen=True, forbid_unknown_fields=True):
    """Why something is done."""

    reason: Reason


class CounterLines(Struct, frozen=True, forbid_unknown_fields=True):
    """The lines a counter takes from for the rest of the day, and why."""

    lines: Annotated[list[Id], Meta(min_length=1, max_length=100)]
    reason: Reason


class Prioritise(Struct, frozen=True, forbid_unknown_fields=True):
    """Give a visitor who waits a priority, or take it back, and say why."""

    priority: Priority
    reason: Reason


Shown = Annotated[str, Meta(max_length=120)]


class NewMessage(Struct, frozen=True, forbid_unknown_fields=True):
    """Say something on one screen, or on all, for some minutes: in Arabic, in English, or both."""

    minutes: Annotated[int, Meta(ge=1, le=720)]
    screen: Id | None = None
    ar: Shown = ""
    en: Shown = ""


class Hush(Struct, frozen=True, forbid_unknown_fields=True):
    """Take the message of one screen away, or the one for all."""

    screen: Id | None = None


class SoundTest(Struct, frozen=True, forbid_unknown_fields=True):
    """Let one screen sound, or all."""

    screen: Id | None = None


class ScreenStatus(Struct, frozen=True):
    """A screen of the office, and its own message if there is one."""

    screen: str
    name: str
    message: ScreenMessage | None = None


class ScreenList(Struct, frozen=True):
    """The office's screens, and the message that stands on all of them."""

    screens: list[ScreenStatus]
    everywhere: ScreenMessage | None = None


# ── people and devices ───────────────────────────────────────────────────────────────────────────────────────────


class SetUp(Struct, frozen=True, forbid_unknown_fields=True):
    """The one-time code of the first start, and the first administrator."""

    code: Annotated[str, Meta(min_length=1, max_length=32)]
    username: Annotated[str, Meta(min_length=1, max_length=64)]
    password: Annotated[str, Meta(min_length=1, max_length=256)]


class SignIn(Struct, frozen=True, forbid_unknown_fields=True):
    """A clerk signs in on an enrolled desk."""

    username: Annotated[str, Meta(min_length=1, max_length=64)]
    password: Annotated[str, Meta(min_length=1, max_length=256)]


class Session(Struct, frozen=True):
    """Who signed in, and the token to speak with until `expires_at`. `agency` is a partner's, None for our own."""

    token: str
    username: str
    name: str
    role: str
    expires_at: datetime
    agency: str | None = None


class OwnDay(Struct, frozen=True):
    """A clerk's own day so far: visitors served and not come, and averages in seconds; None of nothing yet."""

    day: date
    served: int
    no_shows: int
    serving_seconds: int | None
    coming_seconds: int | None


Username = Annotated[str, Meta(min_length=1, max_length=64)]
Password = Annotated[str, Meta(min_length=1, max_length=256)]


class NewClerk(Struct, frozen=True, forbid_unknown_fields=True):
    """Let somebody sign in, for a partner `agency` or for some `lines` only."""

    username: Username
    name: Annotated[str, Meta(min_length=1, max_length=64)]
    role: Literal["clerk", "information", "supervisor", "administrator", "auditor"]
    password: Password
    agency: Id | None = None
    lines: Annotated[list[Id], Meta(max_length=100)] = []


class ClerkNamed(Struct, frozen=True, forbid_unknown_fields=True):
    """One clerk, by the name signed in with."""

    username: Username


class NewPassword(Struct, frozen=True, forbid_unknown_fields=True):
    """Another password for a clerk."""

    username: Username
    password: Password


class Clerk(Struct, frozen=True):
    """Somebody who may sign in, or might once. `yours`: whoever asks looks after this clerk."""

    username: str
    name: str
    role: str
    disabled: bool
    counter: int | None = None
    agency: str | None = None
    lines: list[str] = []
    yours: bool = False


class ClerkList(Struct, frozen=True):
    """The clerks, by the name signed in with."""

    clerks: list[Clerk]


DeviceRole = Literal["kiosk", "screen", "desk"]
AdmissionState = Literal["asked", "approved", "refused", "expired"]
DeviceName = Annotated[str, Meta(min_length=1, max_length=64)]
Place = Annotated[str, Meta(max_length=64)]


class AskAdmission(Struct, frozen=True, forbid_unknown_fields=True):
    """A device wants to be let in. It makes `secret` itself, of 128 random bits or more, to fetch its token."""

    secret: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{22,128}$")]
    role: DeviceRole


class Admission(Struct, frozen=True):
    """How a device's wish to be let in stands; `code` is what it shows. `token` once it is approved.

    `seconds` are left of the code: what a device counts down by, whose own clock may be wrong.
    """

    state: AdmissionState
    code: str
    expires_at: datetime
    token: str | None = None
    name: str = ""
    place: str = ""
    seconds: int = 0


class Approve(Struct, frozen=True, forbid_unknown_fields=True):
    """Let the device in that shows the code: what it is, how it is called, where it stands.

    `screen` is the one a television becomes; it may be left out where the office has only one.
    """

    name: DeviceName
    role: Id
    place: Place = ""
    counter: int | None = None
    agency: Id | None = None
    screen: Id | None = None


class Pairing(Struct, frozen=True):
    """How the wish of a television stands; `screen` is the one it became."""

    state: AdmissionState
    code: str
    seconds: int
    screen: str | None = None


class Device(Struct, frozen=True):
    """A device that holds a token."""

    name: str
    role: str
    place: str
    counter: int | None = None
    screen: str | None = None


class DeviceList(Struct, frozen=True):
    """Every device that holds a token, by name."""

    devices: list[Device]


class DeviceNamed(Struct, frozen=True, forbid_unknown_fields=True):
    """One device, by its name."""

    device: DeviceName


class ServiceCode(Struct, frozen=True):
    """What opens a device's service page, once."""

    code: str
    expires_at: datetime


class OpenService(Struct, frozen=True, forbid_unknown_fields=True):
    """The code typed on a device's service page."""

    code: Code


class ServiceOpened(Struct, frozen=True):
    """The service page may be opened: who had asked for its code, and which device this is."""

    approver: str
    device: Device
    version: str


Megabytes = Annotated[int, Meta(ge=0, le=1_000_000_000)]


class HealthReport(Struct, frozen=True, forbid_unknown_fields=True):
    """How a station fares. `server_lost` counts the tries that did not reach the server since the last report.

    `disk_free` is where it keeps its records; `memory` what the program uses, `memory_free` what the machine has left.
    """

    printer: PrinterState
    server_lost: Annotated[int, Meta(ge=0, le=1_000_000)]
    disk_free: Megabytes
    memory: Megabytes
    memory_free: Megabytes
    version: Annotated[str, Meta(pattern=r"^[0-9A-Za-z.+-]{1,32}$")]


class DeviceHealth(Struct, frozen=True):
    """A station's last report, which came at `at`, and what in it wants a person's hand, the same since `since`.

    `troubles`: the printer's state unless it is ready, `disk_low`, `memory_low`. `silent_since` is the time of the
    last report when no other has come for 90 seconds.
    """

    device: str
    name: str
    role: str
    at: datetime
    since: datetime
    silent_since: datetime | None
    troubles: list[str]
    printer: str
    server_lost: int
    disk_free: int
    memory: int
    memory_free: int
    version: str


class HealthList(Struct, frozen=True):
    """Every station that ever reported and still has its token."""

    devices: list[DeviceHealth]


class Health(Struct, frozen=True):
    """Whether the server answers and its database with it."""

    status: Literal["ok", "trouble"]
    database: Literal["ok", "trouble"]
    version: str


class Event(Struct, frozen=True):
    """One row of the journal. `data` depends on `kind` (see domain/events.py); ids and numbers, never names."""

    seq: int
    at: datetime
    kind: str
    actor: str
    data: dict[str, Any]


class Problem(Struct, frozen=True, omit_defaults=True):
    """RFC 9457 problem details, with our `code` and, for papers_incomplete, the findings."""

    type: str
    title: str
    status: int
    code: str
    detail: str = ""
    instance: str = ""
    findings: list[Finding] | UnsetType = UNSET
