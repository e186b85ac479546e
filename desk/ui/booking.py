"""Booking an appointment: the service typed, the day, one of the free times."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from desk.ui.button import KeyButton
from desk.ui.day_edit import DayEdit
from desk.ui.plain import Panel, Plain
from desk.ui.service_search import ServiceSearch
from desk.ui.words import figures
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from queue_server import wire

_SLOT = Qt.ItemDataRole.UserRole


class Booking(Panel):
    """Enter goes on from the service to the day, from the day to its times, and books the time chosen."""

    closed = Signal()

    def __init__(self, information: Information, hall: Hall, language: Language) -> None:
        super().__init__()
        self._information, self._appointments = information, information.appointments
        self._hall, self._language = hall, language
        self._service = ""
        self._shown: list[tuple[datetime, str]] | None = None
        self._title, self._day_label, self._told = Plain("title", wraps=True), Plain("heading"), Plain(wraps=True)
        self._search, self._day, self._times = ServiceSearch("book", language), DayEdit(), QListWidget()
        self._back = KeyButton("Esc")
        self._day.setObjectName("book-day")
        self._times.setObjectName("book-times")
        self._back.setObjectName("book-back")
        self._search.chosen.connect(self._on_service)
        self._day.returnPressed.connect(self._ask)
        self._times.itemActivated.connect(self._on_time)
        self._back.clicked.connect(self.closed)
        self._day_label.setBuddy(self._day)
        self._lay_out()

    def begin(self) -> None:
        """Ask anew, for a time today."""
        self._service, self._shown = "", None
        self._appointments.forget()
        self._day.clear()
        if self._hall.floor and self._hall.catalogue:
            self._day.show_day(self._hall.floor.now.astimezone(ZoneInfo(self._hall.catalogue.timezone)).date())
        self.refresh()
        self._search.begin()

    def refresh(self) -> None:
        """Show what was chosen so far, and the times as they were told."""
        say, catalogue = self._language.say, self._hall.catalogue
        if catalogue is None:
            return
        giving = {line.id for line in catalogue.lines if line.appointments}
        services = [service for service in catalogue.services if service.line in giving]
        chosen = next((service for service in services if service.id == self._service), None)
        self._title.setText(self._language.of(chosen.name) if chosen else say("Book an appointment"))
        self._search.offer(services)
        self._search.setVisible(chosen is None)
        self._day_label.setText(say("Day"))
        self._day.setAccessibleName(say("Day"))
        self._times.setAccessibleName(say("Free times"))
        self._back.show_title(say("Back"))
        for widget in (self._day_label, self._day, self._times):
            widget.setVisible(chosen is not None)
        self._show_times(catalogue.timezone)

    def _show_times(self, timezone: str) -> None:
        slots = self._appointments.slots
        free = [slot for slot in slots or [] if slot.free]
        rows = [(slot.at, self._words(slot, timezone)) for slot in free]
        nothing = self._language.say("No time is free on this day.") if slots is not None and not free else ""
        self._told.show_text(nothing)
        if rows == self._shown:
            return
        arrived, self._shown = bool(rows), rows
        self._times.clear()
        for at, words in rows:
            QListWidgetItem(words, self._times).setData(_SLOT, at)
        if arrived:
            self._times.setCurrentRow(0)
            self._times.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, slot: wire.Slot, timezone: str) -> str:
        there = slot.at.astimezone(ZoneInfo(timezone))
        return f"{figures(f'{there:%H:%M}')}   {self._language.say('{count} free', count=slot.free)}"

    def _on_service(self, service: str) -> None:
        self._service = service
        self.refresh()
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        day: date | None = self._day.day
        if self._service and day is not None:
            self._shown = None
            self._appointments.ask(self._service, day)

    def _on_time(self, item: QListWidgetItem) -> None:
        self._appointments.book(self._service, item.data(_SLOT), self._language.code)

    def _lay_out(self) -> None:
        day = QHBoxLayout()
        day.addWidget(self._day_label)
        day.addWidget(self._day)
        day.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._search, 1)
        column.addLayout(day)
        column.addWidget(self._told)
        column.addWidget(self._times, 1)
        column.addWidget(self._back)
