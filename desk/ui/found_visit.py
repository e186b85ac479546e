"""A number given before, found again: how the visit stands, and its slip once more."""

from PySide6.QtWidgets import QVBoxLayout

from desk.ui.plain import Panel, Plain
from desk.ui.words import figures, leg_word, visitor_words
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language


class FoundVisit(Panel):
    """Read only, but for the copy that F6 prints."""

    def __init__(self, information: Information, language: Language) -> None:
        super().__init__()
        self._information, self._language = information, language
        self._number, self._service, self._about = Plain("number"), Plain("title", wraps=True), Plain("quiet")
        self._stands, self._paper = Plain("large", wraps=True), Plain("body", wraps=True)
        self._number.setObjectName("found-number")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        for label in (self._number, self._service, self._about, self._stands, self._paper):
            column.addWidget(label)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the number found."""
        ticket, say = self._information.found, self._language.say
        if ticket is None:
            return
        self._number.setText(figures(ticket.number))
        self._service.setText(ticket.service_name)
        self._about.setText(" · ".join(visitor_words(ticket, self._language)))
        begun = [leg for leg in ticket.legs if leg.state != "planned"]
        stands = leg_word((begun or ticket.legs)[-1].state, self._language)
        ahead = say("Ahead: {ahead}", ahead=ticket.ahead) if (begun or ticket.legs)[-1].state == "waiting" else ""
        self._stands.setText(" · ".join(filter(None, (stands, ahead))))
        copies = ticket.slip.copies if ticket.slip else 0
        self._paper.setText(say("Copies printed so far: {copies}", copies=copies))
