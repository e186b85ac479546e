"""Which rows of the journal are whose business, and how much of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from queue_server.application.ports import Transaction
from queue_server.domain import events, office_events
from queue_server.domain.events import Entry
from queue_server.domain.trust import Role

Hears: TypeAlias = Callable[[Entry], Entry | None]
"""The entry as the listener is told it; None when it is not their business."""

_COUNTERS = frozenset({events.CounterOpened.__name__, events.BreakTaken.__name__, events.CounterClosed.__name__})
_REARRANGED = frozenset({events.ActUndone.__name__, office_events.CounterLinesArranged.__name__})


def hears(tx: Transaction) -> Hears:
    """What this actor may be told: a screen of calls, a partner agency of its own lines and counters, others all."""
    if tx.actor.role is Role.SCREEN:
        return lambda entry: entry if entry.kind in events.PUBLIC else None
    if tx.actor.agency is None:
        return lambda entry: entry
    lines = {line.id for line in tx.catalogue.lines.values() if line.agency == tx.actor.agency}
    counters = {counter.n for counter in tx.catalogue.counters.values() if not lines.isdisjoint(counter.lines)}
    return lambda entry: _partners(entry, lines, counters)


def _partners(entry: Entry, lines: set[str], counters: set[int]) -> Entry | None:
    if entry.data.get("line") in lines:
        return entry
    if entry.data.get("to_line") in lines:  # Handed over by another agency: from where is not their business.
        told = {name: entry.data[name] for name in ("ticket", "number", "to_line", "to_leg", "due")}
        return replace(entry, actor="", data=told)
    if entry.data.get("counter") not in counters:
        return None
    if entry.kind in _REARRANGED:  # Of which visit or line is not told: they ask how the counter stands.
        return replace(entry, data={"counter": entry.data["counter"]})
    return entry if entry.kind in _COUNTERS else None
