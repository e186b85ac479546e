"""What a supervisor reads of stations, devices and counters."""

from datetime import datetime
from zoneinfo import ZoneInfo

from desk.ui.words import figures
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from desk.viewmodels.stations import Need

_NEEDS: dict[Need, str] = {
    "contested": "Two machines use this name",
    "silent": "Not heard",
    "no_paper": "No paper",
    "cover_open": "The cover is open",
    "offline": "The printer is away",
    "unknown": "The printer is silent",
    "paper_low": "Little paper left",
    "disk_low": "The disk is nearly full",
    "memory_low": "Little memory left",
}

_REMEDIES: dict[Need, str] = {
    "contested": "Two machines use this kiosk's name. Revoke it, then let the right machine in by its code.",
    "silent": "Look whether it is switched on and its network cable is in.",
    "no_paper": "Put in a new roll of paper.",
    "cover_open": "Close the printer's cover.",
    "offline": "Look at the printer's cable and its power.",
    "unknown": "The printer does not answer. Print a test page on its service page.",
    "paper_low": "Have a new roll ready.",
    "disk_low": "Call support: its records soon have no room.",
    "memory_low": "Start it anew when nobody is there.",
}

_ROLES = {
    "kiosk": "Kiosk",
    "screen": "Screen",
    "desk": "Desk",
    "channel": "Channel",
    "clerk": "Clerk",
    "information": "Information desk",
    "supervisor": "Supervisor",
    "administrator": "Administrator",
    "auditor": "Auditor",
}


def need_word(need: Need, language: Language) -> str:
    """What a station wants."""
    return language.say(_NEEDS[need])


def remedy_word(need: Need, language: Language) -> str:
    """What to do about it."""
    return language.say(_REMEDIES[need])


def role_word(role: str, language: Language) -> str:
    """What a device is, or what a person does."""
    return language.say(_ROLES[role]) if role in _ROLES else role


def clock(moment: datetime, hall: Hall) -> str:
    """A time of day in the office."""
    zone = ZoneInfo(hall.catalogue.timezone) if hall.catalogue else moment.tzinfo
    return figures(f"{moment.astimezone(zone):%H:%M}")
