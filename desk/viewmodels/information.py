"""The information desk: papers checked with the visitor, before a number."""

import re
from base64 import b64decode
from collections.abc import Callable
from functools import partial
from typing import TypeAlias
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from desk.viewmodels.appointments import Appointments
from desk.viewmodels.arrivals import Arrival, arrivals
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from queue_server.client.number_slip import NumberSlip, tell_untold
from queue_server.client.printer import Printed, Printer
from queue_server.client.slipbook import SlipBook

_NUMBER = re.compile(r"[A-Za-z]{1,3}\d{3,6}")
_HELP_NUMBER = re.compile(r"[0-9]{1,4}")

Taken: TypeAlias = tuple[wire.Referral | None, wire.Check | None]
"""A visitor who was sent here, with the check they were at; either may be wanting."""
"""A number as it is printed on a slip; every code is of letters alone."""


class Information(QObject):
    """The checks handed over by the kiosks, and what is in hand: a check, a number given before, an appointment."""

    changed = Signal()
    opened = Signal()
    """What was looked up is in hand."""

    def __init__(self, api: Api, acts: Acts, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts, self._printer = api, acts, printer
        self.referred: list[wire.Check] = []
        self.sent: list[wire.Referral] = []
        self.helping: wire.Referral | None = None
        self.check: wire.Check | None = None
        self.issued: wire.Issued | None = None
        self.found: wire.Ticket | None = None
        self.printed: Printed | None = None
        self._slip: NumberSlip | None = None
        self._book = SlipBook()
        self._keys: dict[tuple[str, wire.Priority, str | None], str] = {}
        """What a number was asked for under, by what was asked: asked for again it is the same number."""
        self.appointments = Appointments(api, acts, self)
        self.appointments.changed.connect(self.changed)
        acts.changed.connect(self.changed)

    @property
    def busy(self) -> bool:
        """Whether an act is under way."""
        return bool(self._acts.busy)

    @property
    def may_give_number(self) -> bool:
        """Whether the papers have earned a number."""
        return self.check is not None and self.check.outcome == "ready" and not self.issued and not self.busy

    @property
    def may_print_list(self) -> bool:
        """Whether there is something to bring."""
        return self.check is not None and self.check.outcome in {"incomplete", "refer"} and not self.busy

    @property
    def may_print_number(self) -> bool:
        """Whether there is a number whose slip did not come out for certain, or that wants a copy."""
        came_out = self.printed is not None and self.printed.result == "printed"
        return self._slip is not None and not came_out and not self.busy

    @property
    def arrivals(self) -> list[Arrival]:
        """Who waits for this desk, oldest first."""
        return arrivals(self.referred, self.sent)

    def catch_up(self) -> None:
        """Ask who was sent here, and how the check in hand stands."""
        self._acts.read(self._api.referrals, self._asking)
        self._acts.read(self._api.referred_checks, self._sent_here)
        if self.check and not self.issued:
            check = self.check.id
            self._acts.read(lambda: self._api.check(check), self._still)

    def take(self, key: str) -> None:
        """Take a visitor from the list: no other clerk can any more, when they asked for a person."""
        arrival = next((each for each in self.arrivals if each.key == key), None)
        if arrival is not None:
            self._acts.act(f"take {key}", partial(self._taken, arrival), self._with_visitor)

    def look_up(self, said: str) -> None:
        """Take in hand what the visitor shows: the code of a check or an appointment, a visit's or a help number."""
        self._acts.act(f"look up {said}", lambda: self._look(said.removeprefix(wire.RESUME)), self._shown)

    def begin(self, service: str, caller: str, language: str) -> None:
        """Begin a check with a visitor who has none; `language` is the visitor's."""
        new = wire.NewCheck(service, language, wire.Caller(caller), "information")
        self._acts.act(f"begin {service} {caller}", lambda: self._api.open_check(new), self._in_hand)

    def put_away(self) -> None:
        """Done with this visitor; a quick service was given, and is told."""
        check = self.check
        self.forget()
        self.appointments.forget()
        if check and check.outcome == "quick" and not check.served:
            given = check.id
            self._acts.act(f"served {given}", lambda: self._api.give_quick_service(given), lambda _: self.catch_up())
        else:
            self.catch_up()

    def forget(self) -> None:
        """Have nothing in hand, and ask nothing: whoever sits here next may not be allowed to."""
        self.check = self.issued = self.printed = self.found = self._slip = self.helping = None
        self._keys.clear()
        self.changed.emit()

    def answer(self, fact: str, value: str) -> None:
        """The visitor's answer to a question."""
        self._change(f"answer {fact} {value}", wire.CheckChange(answers={fact: value}))

    def present(self, paper: wire.Paper) -> None:
        """What the clerk sees of a paper, or sees missing."""
        self._change(f"present {paper}", wire.CheckChange(documents=[paper]))

    def waive(self, requirement: str, reason: str, second: wire.SignIn | None = None) -> None:
        """Let a finding pass, with another clerk who agrees where the office asks for two."""
        self._change(f"waive {requirement}", wire.CheckChange(waive=wire.Waiver(requirement, reason, second)))

    def give_number(self, priority: wire.Priority) -> None:
        """Give the number and print its slip."""
        if self.check and self.may_give_number:
            check, appointment = self.check.id, self.appointments.code_for(self.check.service)
            key = self._keys.setdefault((check, priority, appointment), uuid4().hex)
            self._acts.act("give_number", lambda: self._api.issue(check, priority, appointment, key=key), self._given)

    def print_number(self) -> None:
        """Print the number's slip once more: as it is if it certainly did not come out, else marked as a copy."""
        if self._slip:
            self._print("print_number", self._slip.again)

    def print_list(self) -> None:
        """Print what to bring, with the code to come back by."""
        if self.check:
            check = self.check.id
            self._print("print_list", lambda: self._printer.print(b64decode(self._api.bring_list(check).slip)))

    def _change(self, name: str, change: wire.CheckChange) -> None:
        if self.check:
            check = self.check.id
            self._acts.act(name, lambda: self._api.change_check(check, change), self._still)

    def _print(self, name: str, work: Callable[[], Printed]) -> None:
        self.printed = None
        self._acts.act(name, work, self._on_paper)

    def _sent_here(self, checks: list[wire.Check]) -> None:
        self.referred = checks
        self.changed.emit()

    def _look(self, said: str) -> wire.Check | wire.Ticket | wire.Appointment | Taken:
        referral = self._api.find_referral(int(said)) if _HELP_NUMBER.fullmatch(said) else None
        if referral:
            return self._taken(Arrival(None, referral))
        if _NUMBER.fullmatch(said):
            return self._api.find_ticket(said)
        try:
            return self._api.resume_check(said)
        except Refused as no_check:
            if no_check.code != "unknown":
                raise
            try:
                return self._api.appointment(said)
            except Refused:
                raise no_check from None

    def _shown(self, what: wire.Check | wire.Ticket | wire.Appointment | Taken) -> None:
        self.opened.emit()
        match what:
            case wire.Check():
                self._in_hand(what)
            case wire.Ticket():
                self.forget()
                self.found = what
                # Nothing of it was printed here: the first piece is the server's copy.
                self._slip = NumberSlip(_as_given(what), self._printer, self._book, self._api)
                self.changed.emit()
            case wire.Appointment():
                self.forget()
                self.appointments.take(what)
            case tuple():
                self.forget()
                self._with_visitor(what)

    def _asking(self, referrals: list[wire.Referral]) -> None:
        self.sent = referrals
        self.changed.emit()

    def _taken(self, arrival: Arrival) -> Taken:
        """Off the screen's thread. A visitor without a check is helped all the same."""
        referral = self._api.take_referral(arrival.referral.id) if arrival.referral else None
        about = arrival.check.id if arrival.check else referral.check if referral else None
        return referral, self._api.check(about) if about else None

    def _with_visitor(self, taken: Taken) -> None:
        self.helping, check = taken
        self.sent = [each for each in self.sent if not self.helping or each.id != self.helping.id]
        if check:
            self._in_hand(check)
        else:
            self.check = self.issued = self.printed = self.found = self._slip = None
            self.changed.emit()

    def _in_hand(self, check: wire.Check) -> None:
        self.issued = self.printed = self.found = self._slip = None
        self.check = check
        self.changed.emit()

    def _still(self, check: wire.Check) -> None:
        if self.check and self.check.id == check.id:
            self.check = check
            self.changed.emit()

    def _given(self, issued: wire.Issued) -> None:
        self.issued = issued
        self.referred = [check for check in self.referred if not self.check or check.id != self.check.id]
        self.changed.emit()
        self.catch_up()
        self._slip = NumberSlip(issued, self._printer, self._book, self._api)
        self._print("print_number", self._slip.print)

    def _on_paper(self, printed: Printed) -> None:
        self.printed = printed
        self.changed.emit()
        # How it fared is told beside: nobody waits for that.
        self._acts.read(lambda: tell_untold(self._book, self._api), lambda _told: None)


def _as_given(ticket: wire.Ticket) -> wire.Issued:
    """A number given before, without its slip."""
    return wire.Issued(ticket.id, ticket.number, ticket.legs[0].line, ticket.ahead, "", 0, "")
