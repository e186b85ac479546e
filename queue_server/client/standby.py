"""The server's acts for a kiosk that goes on without it: asked of the server while it answers, else of the outpost."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Away, Refused, Unreachable, VisitorLeft
from queue_server.client.outpost import Outpost
from queue_server.domain.errors import DawrError

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds an act is repeated before the outpost does it."""


class Standby(Api):
    """An `Api` that does what it can by itself when the server does not answer.

    A visit that went on here stays here to its end. What only the server knows raises `Away`. Until the office's rules
    were fetched once there is nothing to go on with, and every act waits for the server.
    """

    def __init__(self, outpost: Outpost, server: str, token: str, **how: Any) -> None:
        super().__init__(server, token, **how)
        self.outpost = outpost
        self.away = False

    @property
    def ready(self) -> bool:
        """Whether a visit can go on without the server."""
        return self.outpost.ready

    def catalogue(self) -> wire.Catalogue:
        """The office's pages; the kept ones without the server."""
        return self._else(super().catalogue, self._pages)

    def open_check(self, new: wire.NewCheck) -> wire.Check:
        """Begin a check. Raises `Away` for one that begins with an application number."""
        if new.application is not None:
            return self._begun(self._only(lambda: Api.open_check(self, new)), new)
        return self._else(
            lambda: self._begun(Api.open_check(self, new), new), lambda: _plainly(lambda: self.outpost.open_check(new))
        )

    def resume_check(self, code: str, language: str | None = None) -> wire.Check:
        """Come back to a check by its code. Raises `Away`."""
        return self._followed(self._only(lambda: Api.resume_check(self, code, language)))

    def application(self, number: str) -> wire.Application:
        """What the agency's file says. Raises `Away`."""
        return self._only(lambda: Api.application(self, number))

    def appointment(self, code: str) -> wire.Appointment:
        """An appointment by its code. Raises `Away`."""
        return self._only(lambda: Api.appointment(self, code))

    def give_quick_service(self, check: str) -> wire.Check:
        """The matter of a check was settled without a number. Raises `Away` when the check is at the server."""
        if self.outpost.give_quick_service(check):
            raise Away  # Nobody waits for an answer: the check is told of when it is handed over.
        return self._only(lambda: Api.give_quick_service(self, check))

    def check(self, check: str) -> wire.Check:
        """One check as it stands."""
        return self._of(check, lambda: self._followed(Api.check(self, check)), self.outpost.check)

    def change_check(self, check: str, change: wire.CheckChange) -> wire.Check:
        """Answer, present papers, change language, or refer to the information desk."""
        return self._of(
            check,
            lambda: self._followed(Api.change_check(self, check, change), change),
            lambda: self.outpost.change_check(change),
        )

    def refer(self, new: wire.NewReferral) -> wire.Referral:
        """Send a visitor to the information desk. Raises `Away`; a check under way tells it later."""

        def told_later() -> wire.Referral:
            self.outpost.refer(new.reason)
            raise Away

        if new.check is None:
            return self._only(lambda: Api.refer(self, new))
        return self._of(new.check, lambda: Api.refer(self, new), told_later)

    def bring_list(self, check: str) -> wire.Slip:
        """The "what to bring" slip."""
        return self._of(check, lambda: Api.bring_list(self, check), self.outpost.bring_list)

    def issue(
        self, check: str, priority: wire.Priority = "none", appointment: str | None = None, *, key: str | None = None
    ) -> wire.Issued:
        """A number for a ready check. Raises `NoNumberHere`."""
        key = key or uuid4().hex
        asked: list[str] = []
        new = wire.NewTicket(check, priority, appointment)

        def at_the_server() -> wire.Issued:
            asked.append(key)
            return self._act("POST", "/api/v1/tickets", new, wire.Issued, key=key)

        return self._of(
            check, at_the_server, lambda: self.outpost.issue(priority, appointment, asked[0] if asked else None)
        )

    def _of(self, check: str, there: Callable[[], T], here: Callable[[], T]) -> T:
        """Something of a check, where it is under way; taken up here when the server is away."""
        if self.outpost.alone(check):
            return _plainly(here)

        def go_on() -> T:
            if self.outpost.take_up(check) is None:
                raise Unreachable("the check is at the server")
            return _plainly(here)

        return self._else(there, go_on)

    def _else(self, there: Callable[[], T], here: Callable[[], T]) -> T:
        """Ask the server; if it does not answer, or is known not to, do it here."""
        if not self.ready:
            return there()
        if not self.away:
            self.patience = PATIENCE
            try:
                return there()
            except VisitorLeft:
                raise
            except Unreachable:
                self.away = True
                self._sleep(0)  # Raises when the visitor has left: nobody wants it any more.
        return here()

    def _only(self, there: Callable[[], T]) -> T:
        """What only the server can do."""
        if not self.ready:
            return there()
        if self.away:
            raise Away
        self.patience = PATIENCE
        try:
            return there()
        except VisitorLeft:
            raise
        except Unreachable as lost:
            raise Away from lost

    def _begun(self, check: wire.Check, new: wire.NewCheck) -> wire.Check:
        self.outpost.follow(check, application=new.application)
        return check

    def _followed(self, check: wire.Check, change: wire.CheckChange | None = None) -> wire.Check:
        self.outpost.follow(check, change)
        return check

    def _pages(self) -> wire.Catalogue:
        pages = self.outpost.catalogue
        if pages is None:
            raise Away
        return pages


def _plainly(here: Callable[[], T]) -> T:
    """The outpost's refusals as the server would say them."""
    try:
        return here()
    except DawrError as refused:
        raise Refused(wire.Problem(f"urn:dawr:{refused.code}", refused.code, 422, refused.code)) from refused
