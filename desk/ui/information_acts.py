"""What the information desk gives: a number, or a list of what to bring."""

from PySide6.QtWidgets import QVBoxLayout

from desk.ui.button import KeyButton
from desk.ui.choice import Choice
from desk.ui.plain import Panel, Plain
from desk.ui.words import figures, priority_word
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from queue_server import wire
from queue_server.client.printer import Printed

_PRIORITIES: tuple[wire.Priority, ...] = ("none", "elderly", "pregnant", "disabled")


class InformationActs(Panel):
    """The number, once it is given, is the largest thing here."""

    def __init__(self, information: Information, language: Language) -> None:
        super().__init__()
        self._information, self._language = information, language
        self._heading, self._given = Plain("heading"), Plain("quiet")
        self._number, self._where, self._paper = Plain("number"), Plain("large", wraps=True), Plain("body", wraps=True)
        self._ahead = Plain()
        self._number.setObjectName("given-number")
        self._priority_label, self._priority = Plain("small"), Choice()
        self._priority.setObjectName("priority")
        self._give, self._slip = KeyButton("F5"), KeyButton("F6")
        self._list, self._done = KeyButton("F7"), KeyButton("F9")
        buttons = {"give": self._give, "print-slip": self._slip, "print-list": self._list, "done": self._done}
        for name, button in buttons.items():
            button.setObjectName(name)
        self._give.clicked.connect(self._on_give)
        self._slip.clicked.connect(information.print_number)
        self._list.clicked.connect(information.print_list)
        self._done.clicked.connect(information.put_away)
        self._lay_out()

    def refresh(self) -> None:
        """Show what was given and what may be given."""
        say, information = self._language.say, self._information
        self._heading.setText(say("What to do"))
        self._show_issued(information.issued)
        self._paper.show_text(self._paper_words(information.printed))
        self._give.show_title(say("Give the number"))
        self._slip.show_title(say("Print a copy") if information.found else say("Print the slip"))
        self._list.show_title(say("Print the list"))
        self._done.show_title(say("Done"))
        self._give.setEnabled(information.may_give_number)
        self._slip.setEnabled(information.may_print_number)
        self._list.setEnabled(information.may_print_list)
        in_hand = information.check or information.found or information.appointments.in_hand or information.helping
        self._done.setEnabled(in_hand is not None and not information.busy)
        self._choose_primary()

    def _show_issued(self, issued: wire.Issued | None) -> None:
        say = self._language.say
        self._given.show_text(say("The number is") if issued else "")
        self._number.show_text(figures(issued.number) if issued else "")
        self._where.show_text(say("{line}, floor {floor}", line=issued.line_name, floor=issued.floor) if issued else "")
        self._ahead.show_text(say("Ahead: {ahead}", ahead=issued.ahead) if issued else "")
        self._priority_label.show_text("" if issued else say("Priority"))
        self._priority.setVisible(issued is None)
        self._priority.setAccessibleName(say("Priority"))
        self._priority.offer([(priority, priority_word(priority, self._language)) for priority in _PRIORITIES])
        if self._information.check is None:
            self._priority.setCurrentIndex(0)

    def _paper_words(self, printed: Printed | None) -> str:
        if printed is None:
            return ""
        say = self._language.say
        words = {
            "printed": say("The slip is printed."),
            "uncertain": say("Look whether the slip came out."),
            "failed": say("The slip did not come out. Write the number down for the visitor."),
        }[printed.result]
        return f"{words} {printed.trouble.explain(self._language.code)}" if printed.trouble else words

    def _choose_primary(self) -> None:
        information = self._information
        primary: KeyButton | None
        if information.found:
            primary = self._slip if information.may_print_number else self._done
        elif information.issued:
            primary = self._done
        elif information.check and information.check.outcome == "incomplete":
            primary = self._list
        elif information.check and information.check.outcome == "quick":
            primary = self._done
        else:
            primary = self._give if information.check else None
        for button in (self._give, self._slip, self._list, self._done):
            button.set_great(button is primary)

    def _on_give(self) -> None:
        self._information.give_number(self._priority.currentData())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for widget in (self._heading, self._given, self._number, self._where, self._ahead, self._paper):
            column.addWidget(widget)
        column.addWidget(self._priority_label)
        column.addWidget(self._priority)
        for button in (self._give, self._slip, self._list, self._done):
            column.addWidget(button)
        column.addStretch(1)
