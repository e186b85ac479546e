"""What somebody who serves may know of their own day, and of nobody else's."""

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.clerks_day import tell
from queue_server.domain.day import day_begins


def own_day(tx: Transaction) -> wire.OwnDay:
    """The day so far of whoever asks."""
    begun = day_begins(tx.day, tx.catalogue.timezone, tx.catalogue.day_starts)
    told = tell(tx.journal.by(tx.actor.id, begun))
    return wire.OwnDay(tx.day, told.served, told.no_shows, told.serving, told.coming)
