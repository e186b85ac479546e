"""Appointments at the information desk: found, booked, given back."""

from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from queue_server import wire
from queue_server.client.api import Api


class Appointments(QObject):
    """The slots of a day as they were asked for, and the appointment in hand."""

    changed = Signal()

    def __init__(self, api: Api, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts = api, acts
        self.slots: list[wire.Slot] | None = None
        self.asked: tuple[str, date] | None = None
        self.in_hand: wire.Appointment | None = None

    def ask(self, service: str, day: date) -> None:
        """Which times of a day are free; what was asked before is forgotten at once."""
        self.slots, self.asked = None, (service, day)
        self.changed.emit()
        self._acts.read(lambda: self._api.slots(service, day), lambda slots: self._told(service, day, slots))

    def book(self, service: str, slot: datetime, language: str) -> None:
        """Take a place for a visitor who reads `language`."""
        name = f"book {service} {slot.isoformat()}"
        self._acts.act(name, lambda: self._api.book(service, slot, language), self.take)

    def give_back(self) -> None:
        """Cancel the appointment in hand."""
        if self.in_hand:
            code = self.in_hand.code
            self._acts.act(f"cancel booking {code}", lambda: self._api.cancel_booking(code), self.take)

    def take(self, appointment: wire.Appointment) -> None:
        """Have an appointment in hand."""
        self.in_hand, self.slots, self.asked = appointment, None, None
        self.changed.emit()

    def forget(self) -> None:
        """Have none in hand."""
        self.in_hand = self.slots = self.asked = None
        self.changed.emit()

    def code_for(self, service: str) -> str | None:
        """The code to check in with when a number for `service` is given; None without an appointment for it."""
        held = self.in_hand
        return held.code if held and held.service == service and held.state == "booked" else None

    def _told(self, service: str, day: date, slots: list[wire.Slot]) -> None:
        if self.asked == (service, day):
            self.slots = slots
            self.changed.emit()
