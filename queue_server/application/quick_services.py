"""Quick services: settled on the ground floor with no number, and told to the journal all the same."""

from dataclasses import replace

from queue_server import wire
from queue_server.application.assessing import check_in_words
from queue_server.application.ports import Transaction
from queue_server.application.reception import todays
from queue_server.domain.day import seconds_between
from queue_server.domain.errors import NotQuick
from queue_server.domain.events import QuickServiceGiven


def give(tx: Transaction, check_id: str) -> wire.Check:
    """The matter of a check is settled: who settled it, what it was about, and how long after it was asked.

    Told once, however often it is said. Raises `Unknown`, `CheckStale`, `NotQuick`.
    """
    check = todays(tx, check_id)
    if check.outcome != "quick":
        raise NotQuick(service=check.service)
    if check.served_at is None:
        seconds = seconds_between(check.referred_at or check.created_at, tx.at)
        tx.record(QuickServiceGiven(check.id, check.service, seconds))
        check = replace(check, served_at=tx.at)
        tx.checks.save(check)
    return check_in_words(tx, check)
