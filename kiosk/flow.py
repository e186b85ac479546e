"""The visitor's walk as a table: which page follows which. No Qt, no network, no words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from queue_server import wire


class Page(StrEnum):
    """A page of the kiosk; one thing is asked or told on each."""

    CLOSED = "closed"
    """Not open to visitors: not let in by the office yet, or being looked after. Drawn by the pages for staff."""
    WAITING = "waiting"
    LANGUAGE = "language"
    CALLER = "caller"
    GROUP = "group"
    SERVICE = "service"
    APPLICATION = "application"
    CODE = "code"
    APPOINTMENT = "appointment"
    QUESTION = "question"
    PAPER = "paper"
    DETAIL = "detail"
    SCAN = "scan"
    PHONE = "phone"
    READY = "ready"
    PRIORITY = "priority"
    NUMBER = "number"
    MISSING = "missing"
    REFER = "refer"
    GUIDANCE = "guidance"
    HELP = "help"
    PERSON = "person"
    COMFORT = "comfort"
    CHECK = "check"
    """Not drawn: it stands in the table for whatever the check asks or concludes next."""


NEXT: Mapping[Page, Page] = {
    Page.LANGUAGE: Page.CALLER,
    Page.CALLER: Page.GROUP,
    Page.GROUP: Page.SERVICE,
    Page.SERVICE: Page.CHECK,
    Page.APPLICATION: Page.CHECK,
    Page.CODE: Page.CHECK,
    Page.QUESTION: Page.CHECK,
    Page.PAPER: Page.CHECK,
    Page.DETAIL: Page.CHECK,
    Page.SCAN: Page.CHECK,
    Page.PHONE: Page.CHECK,
    Page.READY: Page.NUMBER,
    Page.PRIORITY: Page.NUMBER,
}

CONCLUSION: Mapping[wire.Outcome | None, Page] = {
    "ready": Page.READY,
    "incomplete": Page.MISSING,
    "refer": Page.REFER,
    "quick": Page.GUIDANCE,
    None: Page.PERSON,  # Nothing left to ask and yet no outcome: a person will know.
}

STAGES: Mapping[Page, int] = {
    Page.APPOINTMENT: 0,
    Page.CALLER: 0,
    Page.GROUP: 1,
    Page.SERVICE: 1,
    Page.APPLICATION: 1,
    Page.CODE: 1,
    Page.QUESTION: 2,
    Page.PAPER: 2,
    Page.DETAIL: 2,
    Page.SCAN: 2,
    Page.PHONE: 2,
    Page.MISSING: 2,
    Page.REFER: 2,
    Page.READY: 3,
    Page.PRIORITY: 3,
    Page.NUMBER: 3,
}
"""Which of the four steps a page belongs to: who, what, papers, number."""


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the walk. `subject` is the group, fact or document it is about, `detail` what of the document."""

    page: Page
    subject: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """The pages walked so far, the present one last."""

    steps: tuple[Step, ...] = (Step(Page.LANGUAGE),)

    @property
    def here(self) -> Step:
        """The present step."""
        return self.steps[-1]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page to go back to; a number once given is not taken back."""
        return len(self.steps) > 1 and self.here.page is not Page.NUMBER

    def on(self, subject: str = "", check: wire.Check | None = None) -> "Walk":
        """To the next page, which is about `subject`, or about what `check` asks or concludes."""
        page = NEXT[self.here.page]
        if page is not Page.CHECK:
            return self._to(Step(page, subject))
        if check is None:
            raise ValueError(f"the walk from {self.here.page} needs a check")
        return self.concluded(check)

    def concluded(self, check: wire.Check) -> "Walk":
        """To what `check` asks next, or to its outcome."""
        return self._to(next(open_steps(check), Step(CONCLUSION[check.outcome])))

    def aside(self, page: Page, subject: str = "") -> "Walk":
        """To a page beside the straight way, as the keypad for a code, or the scan of the document `subject`."""
        return self._to(Step(page, subject))

    def back(self, check: wire.Check | None = None) -> "Walk":
        """To the last page that still has something to say: a question no longer asked is passed over."""
        steps = self.steps[:-1]
        while len(steps) > 1 and not _still_asked(steps[-1], check):
            steps = steps[:-1]
        return Walk(steps or self.steps)

    def _to(self, step: Step) -> "Walk":
        return self if step == self.here else Walk((*self.steps, step))


def open_steps(check: wire.Check) -> Iterator[Step]:
    """What the check still asks, in order: questions, then each paper followed by its details."""
    for question in check.questions:
        if question.answer is None:
            yield Step(Page.QUESTION, question.fact)
    for finding in check.findings:
        if finding.result is None:
            for paper in finding.documents:
                yield from _open_steps_of(paper)


def _open_steps_of(paper: wire.PaperAsked) -> Iterator[Step]:
    if paper.said is None:
        yield Step(Page.PAPER, paper.document)
    elif paper.said.state == "have":
        for need in paper.needs:
            yield Step(Page.DETAIL, paper.document, need)


def question_of(check: wire.Check, fact: str) -> wire.Question | None:
    """The check's question about a fact, while it is asked."""
    return next((question for question in check.questions if question.fact == fact), None)


def paper_of(check: wire.Check, document: str) -> tuple[wire.Finding, wire.PaperAsked] | None:
    """The first finding that asks for a document, and how it asks."""
    for finding in check.findings:
        for paper in finding.documents:
            if paper.document == document:
                return finding, paper
    return None


def _still_asked(step: Step, check: wire.Check | None) -> bool:
    match step.page:
        case Page.QUESTION:
            return check is not None and question_of(check, step.subject) is not None
        case Page.PAPER | Page.DETAIL:
            return check is not None and paper_of(check, step.subject) is not None
        case Page.SCAN | Page.PHONE:
            return False  # Whoever goes back is past the machine, and done with the telephone.
        case _:
            return True
