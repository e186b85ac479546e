"""Which rows of the journal are whose business."""

from collections.abc import Callable
from typing import TypeAlias

from queue_server.application.ports import Transaction
from queue_server.domain import events
from queue_server.domain.events import Entry
from queue_server.domain.trust import Role

Hears: TypeAlias = Callable[[Entry], bool]

_COUNTERS = frozenset({events.CounterOpened.__name__, events.BreakTaken.__name__, events.CounterClosed.__name__})


def hears(tx: Transaction) -> Hears:
    """What this actor may be told: a screen of calls, a partner agency of its own lines and of counters, others all."""
    if tx.actor.role is Role.SCREEN:
        return lambda entry: entry.kind in events.PUBLIC
    if tx.actor.agency is None:
        return lambda _entry: True
    ours = {line.id for line in tx.catalogue.lines.values() if line.agency == tx.actor.agency}
    return lambda entry: entry.kind in _COUNTERS or entry.data.get("line") in ours
