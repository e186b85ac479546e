"""An appointment found or just booked: when, how one comes with it now, and its code in large letters."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from assets.days import written
from assets.words import in_fours
from desk.ui.button import KeyButton
from desk.ui.mark import Tone
from desk.ui.plain import Panel, Plain
from desk.ui.words import figures
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from queue_server import wire

_COMES: dict[wire.Comes, str] = {
    "early": "It is early. The number will be called at the appointment's time.",
    "in_time": "The visitor comes in time.",
    "late": "It is too late for this appointment. The number takes its turn like the others.",
    "another_day": "The appointment is for another day.",
    "missed": "The appointment was on an earlier day.",
    "used": "A number was given for this appointment.",
    "cancelled": "This appointment was cancelled.",
}

_TONES: dict[wire.Comes, Tone] = {"early": "good", "in_time": "good"}


class FoundAppointment(Panel):
    """Check in by checking the papers, or give the place back."""

    check_in = Signal(str)

    def __init__(self, information: Information, hall: Hall, language: Language) -> None:
        super().__init__()
        self._information, self._hall, self._language = information, hall, language
        self._service, self._when, self._comes = Plain("title", wraps=True), Plain("large"), Plain("body", wraps=True)
        self._code_label, self._code = Plain("heading"), Plain("figure")
        self._check, self._cancel = KeyButton("F5"), KeyButton("Shift+F8")
        self._code.setObjectName("appointment-code")
        self._check.setObjectName("appointment-check")
        self._cancel.setObjectName("appointment-cancel")
        self._check.clicked.connect(self._on_check)
        self._cancel.clicked.connect(information.appointments.give_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(10)
        for widget in (self._service, self._when, self._comes, self._code_label, self._code):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._check)
        column.addWidget(self._cancel)

    def refresh(self) -> None:
        """Show the appointment in hand."""
        held, catalogue, say = self._information.appointments.in_hand, self._hall.catalogue, self._language.say
        if held is None or catalogue is None:
            return
        services = {service.id: service for service in catalogue.services}
        name = services.get(held.service)
        self._service.setText(self._language.of(name.name) if name else held.service)
        self._when.setText(moment(held.slot, catalogue.timezone, self._language.code))
        self._comes.setText(say(_COMES[held.comes]))
        self._comes.set_look(_TONES.get(held.comes, "careful"))
        self._code_label.setText(say("Code of the appointment"))
        self._code.setText(figures(in_fours(held.code)))
        today = held.state == "booked" and held.comes in {"early", "in_time", "late"}
        self._check.show_title(say("Check the papers"))
        self._check.setEnabled(today and not self._information.busy)
        self._check.set_great(today)
        self._cancel.show_title(say("Give the place back"))
        self._cancel.setEnabled(held.state == "booked" and not self._information.busy)

    def _on_check(self) -> None:
        held = self._information.appointments.in_hand
        if held is not None:
            self.check_in.emit(held.service)


def moment(at: datetime, timezone: str, language: str) -> str:
    """A day and a time on the office's wall."""
    there = at.astimezone(ZoneInfo(timezone))
    return f"{written(there.date(), language)} · {figures(f'{there:%H:%M}')}"
