"""Visitors with an appointment: what their code leads to, who may come with it, and what they are told."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from assets.days import written
from assets.words import say
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused

_COUNTS: frozenset[wire.Comes] = frozenset({"early", "in_time", "late"})
"""Whoever comes so is checked in with the appointment; the others may take a number like anybody."""

_TELLS: Mapping[wire.Comes, tuple[str, str, str]] = {
    "early": (
        "Your appointment is today at {time}",
        "You are early. Check your papers now. You are called at about {time}.",
        "Check my papers",
    ),
    "in_time": (
        "Your appointment is today at {time}",
        "First we check your papers. Then you get your number.",
        "Check my papers",
    ),
    "late": (
        "The time of your appointment, {time}, is over",
        "You can still take a number and wait with the others.",
        "Take a number for today",
    ),
    "another_day": (
        "Your appointment is on {day} at {time}",
        "Come on that day. Or take a number for today.",
        "Take a number for today",
    ),
    "missed": (
        "Your appointment was on {day}",
        "You can still take a number for today.",
        "Take a number for today",
    ),
    "cancelled": (
        "This appointment was cancelled",
        "You can still take a number for today.",
        "Take a number for today",
    ),
    "used": (
        "A number was already given for this appointment",
        "Look at your paper, or ask at the information desk.",
        "",
    ),
}
"""Title, what to do, and the touch that does it; no touch where there is nothing to do here."""

_EXPECTED: frozenset[wire.Comes] = frozenset({"early", "in_time"})
_PREPARED = ("Your papers were checked. You are called at about {time}.", "Continue")


def told(booked: wire.Appointment, timezone: str, language: str, *, ready: bool = False) -> tuple[str, str, str]:
    """A title, what to do, and the touch that does it; no touch where there is nothing to do here.

    `ready`: the papers were checked at home and pass.
    """
    slot = booked.slot.astimezone(ZoneInfo(timezone))
    when = {"day": written(slot.date(), language), "time": f"{slot:%H:%M}"}
    title, do, touch = _TELLS[booked.comes]
    if ready and booked.comes in _EXPECTED:
        do, touch = _PREPARED
    return say(title, language, **when), say(do, language, **when), say(touch, language) if touch else ""


def led_to(api: Api, code: str, language: str) -> wire.Check | wire.Appointment:
    """What a code on paper leads to: a visitor need not know which kind it is. Raises `Refused` for neither."""
    try:
        return api.resume_check(code, language)
    except Refused as refused:
        # A check used on an earlier day leaves the appointment taken with it as it was.
        if refused.code not in {"unknown", "check_settled"}:
            raise
        no_check = refused
    try:
        return api.appointment(code)
    except Refused:
        raise no_check from None


def checks_in_with(booked: wire.Appointment | None) -> str | None:
    """The code of the appointment a number is given for; None without one, or when it is for another time."""
    return booked.code if booked and booked.comes in _COUNTS else None


def callers_of(catalogue: wire.Catalogue, booked: wire.Appointment | None) -> list[str]:
    """Who may come: those the service of the appointment is for, anybody without one."""
    services = [service for service in catalogue.services if booked and service.id == booked.service]
    return services[0].callers if services else [caller.value for caller in catalogue.callers]
