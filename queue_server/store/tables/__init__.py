"""The tables. Uniqueness and claims are held here, by the database, whatever the acts believe."""

from queue_server.store.tables.base import metadata
from queue_server.store.tables.office import answer, catalogue, journal, office, screen_message
from queue_server.store.tables.papers import application, check, referral
from queue_server.store.tables.people import clerk, device, enrolment, health, service_code, session, tries
from queue_server.store.tables.queue import (
    BUSY,
    NOT_CLOSED,
    OPEN,
    TAKEN,
    WAITING,
    appointment,
    boot,
    closed_line,
    counter,
    lease,
    leg,
    series,
    set_aside,
    slip,
    ticket,
    undo,
)

__all__ = [
    "BUSY",
    "NOT_CLOSED",
    "OPEN",
    "TAKEN",
    "WAITING",
    "answer",
    "application",
    "appointment",
    "boot",
    "catalogue",
    "check",
    "clerk",
    "closed_line",
    "counter",
    "device",
    "enrolment",
    "health",
    "journal",
    "lease",
    "leg",
    "metadata",
    "office",
    "referral",
    "screen_message",
    "series",
    "service_code",
    "session",
    "set_aside",
    "slip",
    "ticket",
    "tries",
    "undo",
]
