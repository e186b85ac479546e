"""The middle of the information desk: the check in hand."""

from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assets.words import in_fours
from desk.ui.arrival_words import reason_word
from desk.ui.mark import Mark
from desk.ui.plain import Panel, Plain, restyle
from desk.ui.questions import Questions
from desk.ui.requirement_card import Keys, RequirementCard
from desk.ui.visitor import Stopwatch
from desk.ui.words import figures, language_word, outcome_tone, outcome_word
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from queue_server import wire


class CheckSheet(Panel):
    """What the visitor came for, the outcome so far, the questions, and a card for each requirement."""

    def __init__(self, information: Information, hall: Hall, language: Language) -> None:
        super().__init__()
        self._information, self._hall, self._language = information, hall, language
        self._stopwatch, self._hint = Stopwatch(), Plain("small", wraps=True)
        self._service, self._about = Plain("title", wraps=True), Plain("quiet", wraps=True)
        self._outcome, self._mark, self._word = Panel("outcome"), Mark(26), Plain("strong", wraps=True)
        self._questions = Questions()
        self._questions.answered.connect(information.answer)
        self._cards: dict[str, RequirementCard] = {}
        self._requirements = QVBoxLayout()
        self._requirements.setSpacing(8)
        self._shown: wire.Check | None = None
        self._scroll = QScrollArea()
        self._lay_out()
        self._bind()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def refresh(self) -> None:
        """Show the check as it stands."""
        check = self._information.check
        self.setVisible(check is not None)
        if check is None or self._shown is None or check.id != self._shown.id:
            self._put_away()
        if check is not None:
            self._show_head(check)
            self._questions.show_questions(check.questions)
            self._questions.setEnabled(not self._information.issued)
            self._show_findings(check)
        self._shown = check

    def _bind(self) -> None:
        keys = {"+": lambda: self._press("have"), "-": lambda: self._press("missing"), "F8": self._begin_waiver}
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        second = QTimer(self, interval=1000)
        second.timeout.connect(self._show_time)
        second.start()

    def _press(self, state: wire.DocumentState) -> None:
        """The next paper a clerk has not looked at."""
        check = self._information.check
        for finding in check.findings if check and not self._information.busy else []:
            settled = finding.result in {"on_file", "waived"}
            for paper in [] if settled else finding.documents:
                if paper.said is None or paper.said.evidence != "clerk":
                    self._cards[finding.requirement].press(paper.document, state)
                    return

    def _present(self, paper: wire.Paper) -> None:
        # A figure typed next is a key again, not part of a date; and a button that is not to be pressed while the
        # server thinks would hand the focus on to whatever comes next.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._information.present(paper)

    def _begin_waiver(self) -> None:
        check = self._information.check
        for finding in check.findings if check else []:
            if self._cards[finding.requirement].may_waive():
                self._cards[finding.requirement].begin_waiver()
                return

    def _show_time(self) -> None:
        check = self._information.check
        timed = check is not None and check.outcome == "quick" and not check.served
        self._stopwatch.setVisible(timed)
        if check is not None and timed:
            self._stopwatch.show_time(self._language.say("Since the visitor came"), self._hall.since(check.created_at))

    def _show_head(self, check: wire.Check) -> None:
        self._service.setText(check.service_name)
        code = self._language.say("Code {code}", code=figures(in_fours(check.resume_code)))
        about = (code, language_word(check.language), reason_word(check.refer_reason, self._language))
        self._about.setText(" · ".join(filter(None, about)))
        tone = outcome_tone(check.outcome)
        restyle(self._outcome, "tone", tone)
        self._mark.set_tone(tone)
        self._show_time()
        papers = bool(check.findings) and not self._information.issued
        keys = self._language.say(
            "{digits} that paper is seen · {plus} the next is seen · {minus} the next is missing · {key} let it pass",
            digits=figures("1–9"),
            plus=figures("+"),
            minus=figures("-"),
            key=figures("F8"),
        )
        self._hint.show_text(keys if papers else "")
        issued = self._information.issued
        words = (
            self._language.say("Number {number} was given.", number=figures(issued.number))
            if issued
            else outcome_word(check.outcome, self._language)
        )
        self._word.setText(" ".join(filter(None, (words, check.guidance if check.outcome == "quick" else ""))))

    def _show_findings(self, check: wire.Check) -> None:
        for gone in self._cards.keys() - {finding.requirement for finding in check.findings}:
            self._cards.pop(gone).deleteLater()
        keys = _keys(check, asking=any(question.answer is None for question in check.questions))
        enabled = not (self._information.busy or self._information.issued)
        for place, finding in enumerate(check.findings):
            card = self._cards.get(finding.requirement)
            if card is None:
                card = self._cards[finding.requirement] = self._new_card(finding.requirement)
            self._requirements.insertWidget(place, card)
            card.show_finding(finding, keys, enabled=enabled)
        if self._shown is not None and check is not self._shown:
            any(self._cards[finding.requirement].focus_need(finding) for finding in check.findings)

    def _new_card(self, requirement: str) -> RequirementCard:
        card = RequirementCard(requirement, self._language)
        card.presented.connect(self._present)
        card.left.connect(self.setFocus)
        card.waived.connect(self._information.waive)
        card.grown.connect(partial(self._show_whole, card), Qt.ConnectionType.QueuedConnection)
        return card

    def _show_whole(self, card: RequirementCard) -> None:
        self._scroll.ensureWidgetVisible(card)

    def _put_away(self) -> None:
        for card in self._cards.values():
            card.deleteLater()
        self._cards.clear()

    def _lay_out(self) -> None:
        outcome = QHBoxLayout(self._outcome)
        outcome.setContentsMargins(12, 8, 12, 8)
        outcome.addWidget(self._mark)
        outcome.addWidget(self._word, 1)
        page = QWidget()
        page.setObjectName("scrolled")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(8, 0, 8, 0)
        rows.setSpacing(8)
        rows.addWidget(self._questions)
        rows.addLayout(self._requirements)
        rows.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 16)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        title = QHBoxLayout()
        title.addWidget(self._service, 1)
        title.addWidget(self._stopwatch)
        head.addLayout(title)
        for widget in (self._about, self._outcome):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._hint)


def _keys(check: wire.Check, *, asking: bool) -> Keys:
    """A figure for each of the first nine papers, with Alt while one types; with Alt only while a question is open."""
    papers = chain.from_iterable(finding.documents for finding in check.findings)
    names = dict.fromkeys(paper.document for paper in papers)
    figures = zip(range(1, 10), names, strict=False)
    return {name: (f"Alt+{figure}",) if asking else (str(figure), f"Alt+{figure}") for figure, name in figures}
