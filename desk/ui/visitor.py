"""The middle of the counter's page: the visitor who is here."""

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desk.keys import Keys
from desk.ui.findings import Findings
from desk.ui.plain import Panel, Plain
from desk.ui.words import figures, stopwatch, visitor_words
from desk.viewmodels.counter import Counter
from desk.viewmodels.language import Language


class Stopwatch(QWidget):
    """A running time under its name."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._time = Plain("small"), Plain("figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._name)
        column.addWidget(self._time)
        column.addStretch(1)

    def show_time(self, name: str, seconds: int | None) -> None:
        """Show the time; nothing when the watch has not been started."""
        self.setVisible(seconds is not None)
        self._name.setText(name)
        self._time.setText(figures(stopwatch(seconds)))
        self.setAccessibleName(f"{name} {stopwatch(seconds)}")


class Visitor(Panel):
    """Number, service, language, wait, running times and papers; a plain sentence when nobody is here."""

    def __init__(self, counter: Counter, language: Language, keys: Keys) -> None:
        super().__init__()
        self._counter, self._language, self._keys = counter, language, keys
        self._number, self._service, self._about = Plain("number"), Plain("title", wraps=True), Plain("quiet")
        self._since_call, self._since_start = Stopwatch(), Stopwatch()
        self._papers, self._findings = Plain("heading"), Findings(language)
        self._nobody, self._advice = Plain("title", wraps=True).centre(), Plain("quiet", wraps=True).centre()
        self._note = Plain("strong", wraps=True)
        self._number.setObjectName("visitor-number")
        self._note.setObjectName("hand-over-note")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nobody_page())
        self._pages.addWidget(self._visitor_page())

    def _nobody_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.addStretch(1)
        for label in (self._nobody, self._advice):
            column.addWidget(label)
        column.addStretch(1)
        return page

    def _visitor_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._number, 1)
        head.addWidget(self._since_call)
        head.addWidget(self._since_start)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._service)
        column.addWidget(self._about)
        column.addWidget(self._note)
        column.addSpacing(8)
        column.addWidget(self._papers)
        column.addWidget(self._findings, 1)
        return page

    def refresh(self) -> None:
        """Show who is here now."""
        self._pages.setCurrentIndex(1 if self._counter.ticket else 0)
        self._show_visitor()
        self._show_times()
        nobody, advice = self._nobody_words()
        self._nobody.setText(nobody)
        self._advice.setText(advice)

    def _show_visitor(self) -> None:
        ticket = self._counter.ticket
        if ticket is None:
            return
        say = self._language.say
        self._number.setText(figures(ticket.number))
        self._number.setAccessibleName(say("Number {number}", number=ticket.number))
        self._service.setText(ticket.service_name)
        waited = say("waited {minutes} min", minutes=ticket.waited // 60)
        self._about.setText(" · ".join((waited, *visitor_words(ticket, self._language))))
        note = self._counter.leg.note if self._counter.leg else ""
        self._note.show_text(say("Handed over with: {note}", note=note) if note else "")
        coming = say("The papers are coming …") if ticket.check else say("No papers are needed at this counter.")
        self._papers.setText(say("The visitor's papers") if self._counter.check else coming)
        self._findings.show_check(self._counter.check)

    def _show_times(self) -> None:
        say = self._language.say
        self._since_call.show_time(say("Since the call"), self._counter.since_call())
        self._since_start.show_time(say("Since the start"), self._counter.since_start())

    def _nobody_words(self) -> tuple[str, str]:
        say = self._language.say
        match self._counter.phase:
            case "free":
                return say("Nobody is at the counter"), say(
                    "Press {key} to call the next visitor.", key=figures(self._keys["next"][0])
                )
            case "break":
                return say("You are on a break"), say("Nobody is called here until you come back.")
        return say("The counter is closed"), say("Press {key} to open it.", key=figures(self._keys["open"][0]))
