"""The strip above the counter's page: where things stand, in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from desk.ui.mark import Mark
from desk.ui.plain import Plain, restyle
from desk.ui.words import figures, outcome_tone, phase_word, stopwatch
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire


class Strip(QFrame):
    """Counter · state · number · service · time · papers."""

    def __init__(self, counter: Counter, hall: Hall, language: Language) -> None:
        super().__init__()
        self._counter, self._hall, self._language = counter, hall, language
        self.setObjectName("strip")
        self.setFixedHeight(72)
        self._place, self._state = Plain("quiet"), Plain("title")
        self._number, self._service = Plain("title"), Plain("strong")
        self._service.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._time, self._mark, self._papers = Plain("title"), Mark(), Plain("strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        for widget in (self._place, self._state, self._number):
            row.addWidget(widget)
        row.addWidget(self._service, 1)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._papers)
        row.addWidget(self._time)

    def refresh(self) -> None:
        """Show where things stand now."""
        status, ticket = self._counter.status, self._counter.ticket
        restyle(self, "phase", self._counter.phase)
        self._place.setText(status.name if status else "")
        self._state.setText(phase_word(self._counter.phase, self._language))
        self._number.show_text(figures(ticket.number) if ticket else "")
        self._service.setText(ticket.service_name if ticket else self._waiting())
        running = self._counter.since_start()
        if running is None:
            running = self._counter.since_call()
        self._time.show_text("" if running is None else figures(stopwatch(running)))
        self._show_papers(self._counter.check)

    def _show_papers(self, check: wire.Check | None) -> None:
        say = self._language.say
        waived = check is not None and any(finding.result == "waived" for finding in check.findings)
        self._mark.setVisible(check is not None)
        self._mark.set_tone("careful" if waived else outcome_tone(check.outcome if check else None))
        self._papers.show_text((say("A paper was waived") if waived else say("Papers complete")) if check else "")

    def _waiting(self) -> str:
        own, _ = self._hall.lines_of(self._counter.n)
        return self._language.say("{count} waiting", count=sum(line.waiting for line in own)) if own else ""
