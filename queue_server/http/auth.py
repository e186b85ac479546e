"""Who may do what: one table of routes and roles, and a guard that knows nothing else. What is not in it is denied."""

import time
from dataclasses import replace
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from queue_server.application.staff import token_hash, whose
from queue_server.domain.errors import Forbidden, NotSignedIn
from queue_server.domain.trust import CLERKS, Actor, Role
from queue_server.http.languages import language_of
from queue_server.http.office import Office

SCREEN_COOKIE = "dawr_screen"
_FRESH = 2.0
"""Seconds a token's owner is remembered; a revoked token is refused this much later at most."""

ANYONE = frozenset({None, *Role})
_SIGNED_IN = frozenset(CLERKS)
_SERVES = frozenset({Role.CLERK, Role.SUPERVISOR})
_CHECKS = frozenset({Role.KIOSK, Role.CHANNEL, Role.INFORMATION, Role.SUPERVISOR})
_NUMBERS = frozenset({Role.KIOSK, Role.INFORMATION, Role.SUPERVISOR})
_DESK = frozenset({Role.INFORMATION, Role.SUPERVISOR})
_LOOKS = frozenset({Role.CLERK, Role.INFORMATION, Role.SUPERVISOR, Role.ADMINISTRATOR})
_BOOKS = frozenset({Role.CHANNEL, Role.INFORMATION, Role.SUPERVISOR})
_ARRANGES = frozenset({Role.SUPERVISOR})
_LETS_IN = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
_STATIONS = frozenset({Role.KIOSK, Role.DESK, Role.CHANNEL, Role.SCREEN}) | _SIGNED_IN

NOBODY = Actor("anyone", "anyone", Role.CHANNEL)
"""Somebody who has not said who they are."""

TABLE: dict[tuple[str, str], frozenset[Role | None]] = {
    ("GET", "/health"): ANYONE,
    ("GET", "/schema/openapi.json"): ANYONE,
    ("POST", "/api/v1/setup"): ANYONE,
    ("GET", "/api/v1/catalogue"): _STATIONS,
    ("GET", "/api/v1/catalogue/rules"): frozenset({Role.KIOSK}),
    ("POST", "/api/v1/leases"): frozenset({Role.KIOSK}),
    ("POST", "/api/v1/visits"): frozenset({Role.KIOSK}),
    ("GET", "/api/v1/outposts"): _LOOKS | {Role.AUDITOR},
    ("GET", "/api/v1/checks"): _DESK,
    ("POST", "/api/v1/checks"): _CHECKS,
    ("POST", "/api/v1/checks/resume"): _CHECKS,
    ("GET", "/api/v1/checks/{check_id}"): _CHECKS | _SERVES,
    ("PATCH", "/api/v1/checks/{check_id}"): _CHECKS,
    ("GET", "/api/v1/checks/{check_id}/slip"): _CHECKS,
    ("GET", "/api/v1/checks/{check_id}/bring.pdf"): _CHECKS,
    ("POST", "/api/v1/checks/{check_id}/served"): _NUMBERS,
    ("GET", "/api/v1/referrals"): _DESK,
    ("POST", "/api/v1/referrals"): frozenset({Role.KIOSK}),
    ("GET", "/api/v1/referrals/{referral_id}/slip"): frozenset({Role.KIOSK}),
    ("POST", "/api/v1/referrals/{referral_id}/take"): _DESK,
    ("GET", "/api/v1/applications/{number}"): _CHECKS,
    ("POST", "/api/v1/tickets"): _NUMBERS,
    ("GET", "/api/v1/tickets/{ticket_id}"): _NUMBERS | _LOOKS,
    ("GET", "/api/v1/tickets"): _NUMBERS | _LOOKS,
    ("POST", "/api/v1/tickets/{ticket_id}/cancel"): _NUMBERS | _SERVES,
    ("POST", "/api/v1/tickets/{ticket_id}/return"): _NUMBERS | _SERVES,
    ("POST", "/api/v1/tickets/{ticket_id}/slip"): _NUMBERS,
    ("POST", "/api/v1/tickets/{ticket_id}/reprint"): _NUMBERS,
    ("POST", "/api/v1/devices/health"): frozenset({Role.KIOSK, Role.DESK, Role.SCREEN}),
    ("GET", "/api/v1/devices/health"): frozenset({Role.INFORMATION, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    ("POST", "/api/v1/enrolments"): ANYONE,
    ("GET", "/api/v1/enrolment"): ANYONE,
    ("POST", "/api/v1/enrolments/{code}"): _LETS_IN,
    ("POST", "/api/v1/enrolments/{code}/refuse"): _LETS_IN,
    ("GET", "/api/v1/devices"): _LETS_IN,
    ("GET", "/api/v1/devices/self"): frozenset({Role.KIOSK, Role.DESK, Role.SCREEN}),
    ("POST", "/api/v1/devices/revoke"): _LETS_IN,
    ("POST", "/api/v1/service-codes"): _LETS_IN,
    ("POST", "/api/v1/service"): frozenset({Role.KIOSK, Role.SCREEN}),
    ("GET", "/api/v1/appointments/slots"): _BOOKS,
    ("POST", "/api/v1/appointments"): _BOOKS,
    ("GET", "/api/v1/appointments/{code}"): _BOOKS | _NUMBERS,
    ("POST", "/api/v1/appointments/{code}/cancel"): _BOOKS,
    ("POST", "/api/v1/day/end"): _ARRANGES,
    ("POST", "/api/v1/lines/{line}/close"): _ARRANGES,
    ("POST", "/api/v1/lines/{line}/open"): _ARRANGES,
    ("POST", "/api/v1/counters/{n}/lines"): _ARRANGES,
    ("POST", "/api/v1/tickets/{ticket_id}/priority"): _ARRANGES,
    ("GET", "/api/v1/screens"): _LETS_IN,
    ("POST", "/api/v1/screens/message"): _ARRANGES,
    ("POST", "/api/v1/screens/hush"): _ARRANGES,
    ("POST", "/api/v1/screens/preview"): _LETS_IN,
    ("POST", "/api/v1/screens/sound"): _ARRANGES,
    ("GET", "/api/v1/clerks"): _LETS_IN,
    ("POST", "/api/v1/clerks"): _LETS_IN,
    ("POST", "/api/v1/clerks/disable"): _LETS_IN,
    ("POST", "/api/v1/clerks/password"): _LETS_IN,
    ("POST", "/api/v1/session"): frozenset({Role.DESK}),
    ("DELETE", "/api/v1/session"): _SIGNED_IN,
    ("POST", "/api/v1/session/confirm"): _SIGNED_IN,
    ("POST", "/api/v1/session/end"): _SIGNED_IN,
    ("GET", "/api/v1/me/day"): _SERVES,
    ("GET", "/api/v1/hall"): _LOOKS,
    ("GET", "/api/v1/explain"): _LOOKS | {Role.AUDITOR},
    ("GET", "/api/v1/counters/{n}"): _LOOKS,
    ("POST", "/api/v1/counters/{n}/open"): _SERVES,
    ("POST", "/api/v1/counters/{n}/break"): _SERVES,
    ("POST", "/api/v1/counters/{n}/close"): _SERVES,
    ("POST", "/api/v1/counters/{n}/next"): _SERVES,
    ("POST", "/api/v1/counters/{n}/recall"): _SERVES,
    ("POST", "/api/v1/counters/{n}/start"): _SERVES,
    ("POST", "/api/v1/counters/{n}/no-show"): _SERVES,
    ("POST", "/api/v1/counters/{n}/finish"): _SERVES,
    ("POST", "/api/v1/counters/{n}/call"): _SERVES,
    ("POST", "/api/v1/counters/{n}/park"): _SERVES,
    ("POST", "/api/v1/counters/{n}/return"): _SERVES,
    ("POST", "/api/v1/counters/{n}/transfer"): _SERVES,
    ("POST", "/api/v1/counters/{n}/add"): _SERVES,
    ("POST", "/api/v1/counters/{n}/walk-in"): _SERVES,
    ("POST", "/api/v1/counters/{n}/undo"): _SERVES,
    ("GET", "/api/v1/events"): _LOOKS | {Role.AUDITOR, Role.SCREEN},
    ("GET", "/display"): ANYONE,
    ("GET", "/display/pairing"): ANYONE,
    ("GET", "/display/preview"): ANYONE,
    ("GET", "/display/preview/{layout}"): ANYONE,
    ("GET", "/display/preview/{layout}/state"): ANYONE,
    ("GET", "/display/preview/{layout}/events"): ANYONE,
    ("GET", "/display/preview/{layout}/media"): ANYONE,
    ("GET", "/display/preview/{layout}/media/{name}"): ANYONE,
    ("GET", "/display/{screen_id}"): ANYONE,
    ("GET", "/display/static/{name}"): ANYONE,
    ("GET", "/display/{screen_id}/state"): frozenset({Role.SCREEN}),
    ("GET", "/display/{screen_id}/events"): frozenset({Role.SCREEN}),
    ("GET", "/display/{screen_id}/media"): frozenset({Role.SCREEN}),
    ("GET", "/display/{screen_id}/media/{name}"): frozenset({Role.SCREEN}),
    ("GET", "/display/{screen_id}/call.wav"): frozenset({Role.SCREEN}),
    ("GET", "/display/{screen_id}/test.wav"): frozenset({Role.SCREEN}),
    ("GET", "/check"): ANYONE,
    ("POST", "/check"): ANYONE,
    ("GET", "/check/{page}"): ANYONE,
    ("GET", "/check/{page}/bring.pdf"): ANYONE,
    ("GET", "/check/{page}/times"): ANYONE,
    ("POST", "/check/{page}/times"): ANYONE,
    ("GET", "/visit"): ANYONE,
    ("GET", "/visit/{code}"): ANYONE,
    ("GET", "/visit/{code}/times"): ANYONE,
    ("POST", "/visit/{code}/times"): ANYONE,
    ("POST", "/visit/{code}/cancel"): ANYONE,
    ("GET", "/visit/{code}/place.ics"): ANYONE,
    ("GET", "/file"): ANYONE,
    ("POST", "/file"): ANYONE,
    ("GET", "/t/{token}"): ANYONE,
    ("GET", "/t/{token}/events"): ANYONE,
    ("GET", "/t/{token}/leave"): ANYONE,
    ("POST", "/t/{token}/leave"): ANYONE,
    ("GET", "/t/{token}/more-time"): ANYONE,
    ("POST", "/t/{token}/more-time"): ANYONE,
}
"""None stands for somebody without a token."""


PARTNERS: frozenset[tuple[str, str]] = frozenset(
    {
        ("GET", "/health"),
        ("GET", "/api/v1/catalogue"),
        ("DELETE", "/api/v1/session"),
        ("POST", "/api/v1/session/confirm"),
        ("POST", "/api/v1/session/end"),
        ("GET", "/api/v1/me/day"),
        ("GET", "/api/v1/hall"),
        ("GET", "/api/v1/explain"),
        ("GET", "/api/v1/events"),
        ("GET", "/api/v1/checks/{check_id}"),
        ("GET", "/api/v1/tickets"),
        ("GET", "/api/v1/tickets/{ticket_id}"),
        ("POST", "/api/v1/tickets/{ticket_id}/cancel"),
        ("POST", "/api/v1/tickets/{ticket_id}/return"),
        ("POST", "/api/v1/lines/{line}/close"),
        ("POST", "/api/v1/lines/{line}/open"),
        ("GET", "/api/v1/clerks"),
        ("POST", "/api/v1/clerks"),
        ("POST", "/api/v1/clerks/disable"),
        ("POST", "/api/v1/clerks/password"),
    }
) | {route for route in TABLE if route[1].startswith("/api/v1/counters/{n}")}
"""All that a partner agency's people may ask, whatever their role: the rest is the office's own business."""


def allows(actor: Actor, route: tuple[str, str]) -> bool:
    """Whether somebody may ask for that."""
    partner = actor.agency is not None and actor.role in CLERKS
    return actor.role in TABLE.get(route, ()) and (not partner or route in PARTNERS)


class Doorkeeper:
    """The guard: finds out whom the token speaks for, and asks the table. Raises `NotSignedIn` or `Forbidden`."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._known: dict[str, tuple[float, Actor]] = {}

    async def __call__(self, connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
        route = (str(connection.scope.get("method", "")), connection.scope["path_template"])
        actor = NOBODY
        if None not in TABLE.get(route, ()):
            actor = await self._whose(_token(connection))
            if not allows(actor, route):
                raise Forbidden(role=str(actor.role))
        connection.scope["user"] = replace(actor, language=language_of(connection))

    def knows(self, authorization: str, route: tuple[str, str]) -> Actor | None:
        """Whom an `Authorization` speaks for, if that is known just now and the table allows them the route."""
        scheme, _, token = authorization.partition(" ")
        known = self._known.get(token_hash(token)) if scheme == "Bearer" else None
        if known is None or known[0] <= time.monotonic() or not allows(known[1], route):
            return None
        return known[1]

    def forget(self) -> None:
        """Ask the database again from here on, since somebody signed out."""
        self._known.clear()

    async def _whose(self, token: str) -> Actor:
        if not token:
            raise NotSignedIn
        hashed, now = token_hash(token), time.monotonic()
        known = self._known.get(hashed)
        if known is not None and known[0] > now:
            return known[1]
        actor = await self._office.read(NOBODY, lambda tx: whose(tx, token))
        if len(self._known) > 10_000:
            self._known.clear()
        self._known[hashed] = (now + _FRESH, actor)
        return actor


def bearer(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The secret a request carries in its `Authorization`; empty when it carries none."""
    scheme, _, token = connection.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _token(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    token = bearer(connection)
    if token:
        return token
    if connection.scope["path"].startswith("/display/"):
        return connection.cookies.get(SCREEN_COOKIE, "")
    return ""
