"""The strip above the counter's page: where things stand, in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desk.ui.mark import Mark
from desk.ui.plain import Elided, Plain, restyle
from desk.ui.words import figures, outcome_tone, phase_word, standing_word, stopwatch
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire


class Strip(QFrame):
    """Counter · state · number · service · papers · time; `alone`, who is next and not the counter."""

    def __init__(self, counter: Counter, hall: Hall, language: Language, *, alone: bool = False) -> None:
        super().__init__()
        self._alone, self._roomy = alone, True
        self._counter, self._hall, self._language = counter, hall, language
        self.setObjectName("strip")
        self.setFixedHeight(72)
        self._place, self._state = Plain("quiet"), Plain("title")
        self._number, self._service = Plain("title"), Elided("strong")
        self._time, self._mark, self._papers = Plain("title"), Mark(), Plain("strong")
        self._standing, self._next = Mark(), Plain("strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        for widget in (self._place, self._state, self._number):
            row.addWidget(widget)
        row.addWidget(self._service, 1)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._papers)
        row.addWidget(self._time)
        row.addWidget(self._standing, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._next)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room to tell who waits while a visitor is here."""
        self._roomy = roomy

    def refresh(self) -> None:
        """Show where things stand now."""
        status, ticket = self._counter.status, self._counter.ticket
        restyle(self, "phase", self._counter.phase)
        self._place.show_text(status.name if status and not self._alone else "")
        self._state.setText(phase_word(self._counter.phase, self._language))
        self._number.show_text(figures(ticket.number) if ticket else "")
        self._service.setText(self._about(ticket) if ticket else "" if self._alone else self._waiting())
        running = self._counter.since_start()
        if running is None:
            running = self._counter.since_call()
        self._time.show_text("" if running is None else figures(stopwatch(running)))
        self._show_papers(self._counter.check)
        self._show_next()

    def _about(self, ticket: wire.Ticket) -> str:
        if not self._alone:
            return ticket.service_name
        waited = self._language.say("waited {minutes} min", minutes=ticket.waited // 60)
        return f"{ticket.service_name} · {waited}"

    def _show_papers(self, check: wire.Check | None) -> None:
        say = self._language.say
        waived = check is not None and any(finding.result == "waived" for finding in check.findings)
        self._mark.setVisible(check is not None)
        self._mark.set_tone("careful" if waived else outcome_tone(check.outcome if check else None))
        words = say("A paper was waived") if waived else say("Papers complete")
        self._mark.setAccessibleName(words)
        self._papers.show_text(words if check and not self._alone else "")

    def _show_next(self) -> None:
        own, _ = self._hall.lines_of(self._counter.n)
        worst = max(own, key=lambda line: self._hall.longest(line) / line.target_minutes, default=None)
        told = self._alone and (self._roomy or self._counter.ticket is None)
        self._standing.setVisible(told and worst is not None and worst.waiting > 0)
        if worst is not None:
            standing = self._hall.standing(worst)
            self._standing.set_tone(standing)
            self._standing.setAccessibleName(standing_word(standing, self._language))
        numbers = [figures(line.next.number) for line in own if line.next]
        say = self._language.say
        next_ = [say("Next {number}", number=", ".join(numbers))] if numbers and self._counter.phase == "free" else []
        self._next.show_text(" · ".join([*next_, self._waiting()]) if told and own else "")

    def _waiting(self) -> str:
        own, _ = self._hall.lines_of(self._counter.n)
        return self._language.say("{count} waiting", count=sum(line.waiting for line in own)) if own else ""
