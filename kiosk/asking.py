"""What each page asks, in the visitor's language: plain data for the page to draw."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from assets.words import languages, native_name, say
from kiosk.booked import callers_of, told
from kiosk.flow import Page, Step, paper_of, question_of
from queue_server import wire

ASIDE = "aside:"
"""An answer that begins so leads to the page it names instead of answering."""


HELP = "help:"
"""An answer that begins so sends the visitor to the information desk, for the reason it names."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to touch."""

    value: str
    label: str
    picture: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `lead` above the title, `why` it is asked, `hint` how to tell; the less likely answers apart."""

    title: str
    lead: str = ""
    why: str = ""
    hint: str = ""
    picture: str = ""
    answers: tuple[Answer, ...] = ()
    others: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a visitor stands: all that the pages are worded from. `scans`: there is a machine that reads papers."""

    step: Step
    catalogue: wire.Catalogue
    language: str
    caller: str = ""
    check: wire.Check | None = None
    scans: bool = False
    begun: bool = False
    """Whether a language was chosen already."""
    appointment: wire.Appointment | None = None

    @property
    def scan(self) -> wire.Scan | None:
        """What a machine here would look for to read the paper of this page; None when none can."""
        asked = self.step.subject if self.step.page in {Page.PAPER, Page.DETAIL, Page.SCAN} else ""
        known = next((paper for paper in self.catalogue.documents if paper.id == asked), None)
        return known.scan if known and self.scans else None

    @property
    def phone(self) -> str:
        """Where the visitor's phone says whether a file of this page's paper can be read; empty when no file may do."""
        asked = self.step.subject if self.step.page in {Page.PAPER, Page.PHONE} else ""
        found = self.check and paper_of(self.check, asked)
        if not found or not found[1].file or not self.catalogue.phones:
            return ""
        return f"{self.catalogue.phones}/file?lang={self.language}"

    def say(self, english: str, **values: object) -> str:
        """The kiosk's own words."""
        return say(english, self.language, **values)

    def of(self, text: wire.Text) -> str:
        """The office's words; English where this language has none."""
        return text.get(self.language) or text.get("en", "")


def asked(standing: Standing) -> Asked:
    """What the present page asks; nothing on a page that only tells."""
    ask = _ASKS.get(standing.step.page)
    return ask(standing) if ask else Asked("")


def spoken(catalogue: wire.Catalogue) -> list[str]:
    """The languages both the office and the kiosk speak, Arabic and English first."""
    both = [language for language in catalogue.languages if language in languages()]
    return sorted(both, key=lambda language: {"ar": 0, "en": 1}.get(language, 2))


def _language(standing: Standing) -> Asked:
    offered = spoken(standing.catalogue)
    answers = tuple(
        Answer(language, native_name(language), chosen=standing.begun and language == standing.language)
        for language in offered
    )
    if standing.begun:
        return Asked(standing.say("Choose your language"), answers=answers)
    return Asked(
        title="\n".join(say("Welcome", language) for language in offered[:2]),
        lead="\n".join(standing.catalogue.name.get(language, "") for language in offered[:2]),
        why="\n".join(say("Choose your language", language) for language in offered[:2]),
        answers=answers,
    )


def _caller(standing: Standing) -> Asked:
    fit = callers_of(standing.catalogue, standing.appointment)
    code = Answer(ASIDE + Page.CODE, standing.say("I have a code"), "paper")
    return Asked(
        title=standing.say("Who are you?"),
        why=standing.say("Choose what fits best today."),
        answers=tuple(
            Answer(caller.value, standing.of(caller.text), _CALLERS.get(caller.value, "person"))
            for caller in standing.catalogue.callers
            if caller.value in fit
        ),
        others=() if standing.appointment else (code,),
    )


def _appointment(standing: Standing) -> Asked:
    booked = standing.appointment
    if booked is None:
        return Asked("")
    ready = standing.check is not None and standing.check.outcome == "ready"
    title, do, touch = told(booked, standing.catalogue.timezone, standing.language, ready=ready)
    names = (standing.of(service.name) for service in standing.catalogue.services if service.id == booked.service)
    return Asked(
        title=title,
        lead=next(names, ""),
        why=do,
        picture="check" if booked.comes in {"early", "in_time"} else "status",
        answers=(Answer("go", touch),) if touch else (),
    )


_CALLERS = {
    "employer": "company",
    "messenger": "letter",
    "worker": "worker",
    "family": "family",
    "household": "home-worker",
}
"""Pictures for the callers most offices have; anyone else is a person."""


def _offered(standing: Standing) -> Iterable[wire.ServiceEntry]:
    return (service for service in standing.catalogue.services if standing.caller in service.callers)


def _group(standing: Standing) -> Asked:
    offered = {service.group for service in _offered(standing)}
    return Asked(
        title=standing.say("What did you come for?"),
        answers=tuple(
            Answer(group.id, standing.of(group.name), group.picture)
            for group in standing.catalogue.groups
            if group.id in offered
        ),
        others=(
            Answer(ASIDE + Page.APPLICATION, standing.say("I have an application number"), "form"),
            Answer(ASIDE + Page.CODE, standing.say("I have a code"), "paper"),
        ),
    )


def _service(standing: Standing) -> Asked:
    group = next(group for group in standing.catalogue.groups if group.id == standing.step.subject)
    return Asked(
        title=standing.say("Which service do you need?"),
        lead=standing.of(group.name),
        answers=tuple(
            Answer(service.id, standing.of(service.name), service.picture)
            for service in _offered(standing)
            if service.group == group.id
        ),
    )


def _question(standing: Standing) -> Asked:
    question = standing.check and question_of(standing.check, standing.step.subject)
    if not question:
        return Asked("")
    return Asked(
        title=question.text,
        answers=tuple(
            Answer(option.value, option.text, chosen=option.value == question.answer) for option in question.options
        ),
        others=(Answer(HELP + "question", standing.say("I am not sure"), "unsure"),),
    )


def _paper(standing: Standing) -> Asked:
    found = standing.check and paper_of(standing.check, standing.step.subject)
    if not found:
        return Asked("")
    finding, paper = found
    said = paper.said.state if paper.said else ""
    asides = (
        *((Answer(ASIDE + Page.SCAN, standing.say("Scan it"), "scan"),) if standing.scan else ()),
        *((Answer(ASIDE + Page.PHONE, standing.say("It is on my phone"), "phone"),) if standing.phone else ()),
    )
    return Asked(
        title=paper.name,
        lead=standing.say("Do you have this paper with you?"),
        why=finding.because,
        hint=paper.hint,
        picture=paper.picture,
        answers=(
            Answer("have", standing.say("I have it"), "check", said == "have"),
            Answer("missing", standing.say("I don't have it"), "cross", said == "missing"),
        ),
        others=(*asides, Answer("unsure", standing.say("I am not sure"), "unsure", said == "unsure")),
    )


def _phone(standing: Standing) -> Asked:
    """A paper on the visitor's telephone: whether it can be read they learn there, and say here that they have it."""
    asked_before = _paper(standing)
    return replace(
        asked_before,
        lead=asked_before.title,
        title=standing.say("Is it clear on your phone?"),
        why=standing.say("Scan this with your phone. It tells you if your file can be read."),
        hint=standing.say("Your file is not kept."),
        picture="phone",
        others=tuple(each for each in asked_before.others if not each.value.startswith(ASIDE)),
    )


def _detail(standing: Standing) -> Asked:
    found = standing.check and paper_of(standing.check, standing.step.subject)
    if not found:
        return Asked("")
    _finding, paper = found
    title, why = _DETAILS[standing.step.detail]
    yes_or_no = (
        Answer("yes", standing.say("Yes"), "check"),
        Answer("no", standing.say("No"), "cross"),
    )
    return Asked(
        title=standing.say(title),
        lead=paper.name,
        why=standing.say(why),
        picture=paper.picture,
        answers=() if standing.step.detail in DATES else yes_or_no,
        others=(Answer("unsure", standing.say("I am not sure"), "unsure"),),
    )


DATES = frozenset({"expires", "issued"})
"""Details that are dates; the others are answered by yes or no."""

_DETAILS: Mapping[str, tuple[str, str]] = {
    "expires": ("When does it expire?", "Look for the expiry date printed on the paper."),
    "issued": ("When was it issued?", "Look for the date of issue printed on the paper."),
    "attested": ("Is it attested?", "An attested paper carries the stamp of the authority that confirmed it."),
    "original": ("Is it the original?", "A copy or a picture on a phone is not the original."),
}


def _guidance(standing: Standing) -> Asked:
    return Asked(
        title=standing.say("Did this answer your question?"),
        answers=(
            Answer("answered", standing.say("Yes, thank you"), "check"),
            Answer(HELP + "guidance", standing.say("No, I need a person"), "person"),
        ),
    )


def _help(standing: Standing) -> Asked:
    return Asked(
        title=standing.say("What do you need help with?"),
        why=standing.say("Touch what fits. A person will help you."),
        answers=tuple(_reason(standing, reason) for reason in _REASONS),
    )


def _reason(standing: Standing, reason: wire.ReferralReason) -> Answer:
    return Answer(HELP + reason, standing.say(_REASONS[reason]), _REASON_PICTURES[reason])


_REASONS: Mapping[wire.ReferralReason, str] = {
    "understand": "I do not understand",
    "papers": "My papers are different",
    "read": "I cannot read this",
    "machine": "The machine does not work",
    "moving": "I need help moving",
    "other": "Something else",
}
"""What a visitor may say they need a person for."""

_REASON_PICTURES: Mapping[wire.ReferralReason, str] = {
    "understand": "question",
    "papers": "other-papers",
    "read": "not-read",
    "machine": "out-of-order",
    "moving": "disabled",
    "other": "person",
}
"""For whoever does not read."""


def _ready(standing: Standing) -> Asked:
    return Asked(
        title=standing.say("Your papers are complete"),
        why=standing.say("You can take your number now."),
        answers=(Answer("none", standing.say("Take my number"), "paper"),),
        others=(Answer(ASIDE + Page.PRIORITY, standing.say("I need help or priority"), "person"),),
    )


def _priority(standing: Standing) -> Asked:
    return Asked(
        title=standing.say("Who should be helped sooner?"),
        why=standing.say("No proof is needed. Your number is given at once."),
        answers=(
            Answer("elderly", standing.say("I am elderly"), "elderly"),
            Answer("pregnant", standing.say("I am pregnant"), "pregnant"),
            Answer("disabled", standing.say("I have a disability"), "disabled"),
        ),
    )


_ASKS: Mapping[Page, Callable[[Standing], Asked]] = {
    Page.LANGUAGE: _language,
    Page.CALLER: _caller,
    Page.APPOINTMENT: _appointment,
    Page.GROUP: _group,
    Page.SERVICE: _service,
    Page.QUESTION: _question,
    Page.PAPER: _paper,
    Page.PHONE: _phone,
    Page.DETAIL: _detail,
    Page.READY: _ready,
    Page.PRIORITY: _priority,
    Page.GUIDANCE: _guidance,
    Page.HELP: _help,
}
