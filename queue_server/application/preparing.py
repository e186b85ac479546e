"""Coming prepared: papers checked at home by the same rules, and kept only when the visitor wants the code."""

from dataclasses import replace

from queue_server import wire
from queue_server.application import reception
from queue_server.application.assessing import check_in_words
from queue_server.application.ports import Transaction
from queue_server.domain.check import KEPT_FROM_HOME, Check
from queue_server.domain.errors import Unknown
from queue_server.papers.checking import begun, told


def look(tx: Transaction, new: wire.NewCheck, said: wire.CheckChange) -> wire.Check:
    """What today's rules make of these answers and papers. Nothing is kept, so this may be asked in a mere reading.

    Raises what `open_check` and `change_check` do.
    """
    booked = may_be_booked(tx, new.service)
    check = begun(tx.catalogue, new, None, check="", code="", day=tx.day, at=tx.at, booked=booked)
    return check_in_words(tx, told(tx.catalogue, check, said, tx.actor.role))


def keep(tx: Transaction, new: wire.NewCheck, said: wire.CheckChange) -> wire.Prepared:
    """Keep a check made at home, and make its page; raises what `open_check` and `change_check` do."""
    check = reception.open_check(tx, new, booked=may_be_booked(tx, new.service))
    reception.change_check(tx, check.id, said)
    page = tx.secret()
    tx.checks.save(replace(find(tx, check.id), page=page))
    return wire.Prepared(check.resume_code, page)


def may_be_booked(tx: Transaction, service: str) -> bool:
    """Whether visitors take the appointments for a service from home: then none need be there before."""
    known = tx.catalogue.services.get(service)
    slots = tx.catalogue.lines[known.line].slots if known and known.line else None
    return slots is not None and slots.home is not None


def prepared(tx: Transaction, page: str) -> Check:
    """The check of a page, as long as it can be come back to and led to no number. Raises `Unknown`."""
    check = tx.checks.by_page(page)
    if check is None or check.ticket is not None or check.is_over(tx.day) or check.service not in tx.catalogue.services:
        raise Unknown("page", "")
    return check


def forget(tx: Transaction) -> int:
    """Drop the checks made at home that can no longer be come back to; how many."""
    return tx.checks.forget_from_home(tx.day - KEPT_FROM_HOME)


def find(tx: Transaction, check_id: str) -> Check:
    """A check by its id. Raises `Unknown`."""
    check = tx.checks.find(check_id)
    if check is None:
        raise Unknown("check", check_id)
    return check
