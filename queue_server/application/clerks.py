"""Clerks as their supervisor looks after them: let in, put out, given a new password."""

from queue_server import wire
from queue_server.application import staff
from queue_server.application.counters import shut
from queue_server.application.ports import Transaction
from queue_server.domain.errors import Forbidden, Unknown
from queue_server.domain.people import Clerk
from queue_server.domain.trust import CLERKS, Role

_LOOKS_AFTER: dict[Role, frozenset[Role]] = {
    Role.SUPERVISOR: frozenset({Role.CLERK, Role.INFORMATION}),
    Role.ADMINISTRATOR: CLERKS,
}
"""Nobody makes another more powerful than themselves."""


def clerks(tx: Transaction) -> wire.ClerkList:
    """Everybody who may sign in, or might once; a partner agency's people see their own."""
    return wire.ClerkList([_presented(tx, clerk) for clerk in tx.people.clerks() if _seen(tx, clerk)])


def engage(tx: Transaction, new: wire.NewClerk, password_hash: str) -> wire.Clerk:
    """Let somebody sign in. Raises `Forbidden`, `NameTaken`, `BadName`, and `Unknown` for a line or an agency."""
    may_engage(tx, new)
    clerk = staff.add_clerk(
        tx, new.username, new.name, Role(new.role), password_hash, agency=new.agency, lines=tuple(new.lines)
    )
    return _presented(tx, clerk)


def may_engage(tx: Transaction, new: wire.NewClerk) -> None:
    """Raises `Forbidden` for a role, or for another agency, that is not this actor's to give."""
    if Role(new.role) not in _LOOKS_AFTER[tx.actor.role] or tx.actor.agency not in {None, new.agency}:
        raise Forbidden(role=str(tx.actor.role))


def dismiss(tx: Transaction, username: str) -> wire.Clerk:
    """Let somebody sign in no longer; the counter they hold is closed unless a visitor is there.

    Raises `Unknown`, and `Forbidden` for oneself and for those one does not look after.
    """
    clerk = _looked_after(tx, username)
    if clerk.id == tx.actor.id:
        raise Forbidden(role=str(tx.actor.role))
    staff.disable_clerk(tx, username)
    seat = tx.counters.held_by(clerk.id)
    if seat is not None and tx.tickets.at_counter(seat.n) is None:
        shut(tx, seat.n)
    return _presented(tx, _looked_after(tx, username))


def give_password(tx: Transaction, username: str, password_hash: str) -> wire.Clerk:
    """Give a clerk a new password: whoever was disabled may sign in again. Raises as `dismiss`."""
    _looked_after(tx, username)
    staff.reset_clerk(tx, username, password_hash)
    return _presented(tx, _looked_after(tx, username))


def _looked_after(tx: Transaction, username: str) -> Clerk:
    clerk = tx.people.clerk(username)
    if clerk is None or not _seen(tx, clerk):
        raise Unknown("clerk", username)
    if clerk.role not in _LOOKS_AFTER[tx.actor.role]:
        raise Forbidden(role=str(tx.actor.role))
    return clerk


def _seen(tx: Transaction, clerk: Clerk) -> bool:
    return tx.actor.agency in {None, clerk.agency}


def _presented(tx: Transaction, clerk: Clerk) -> wire.Clerk:
    seat = tx.counters.held_by(clerk.id)
    return wire.Clerk(
        username=clerk.username,
        name=clerk.name,
        role=clerk.role.value,
        disabled=clerk.disabled_at is not None,
        counter=None if seat is None else seat.n,
        agency=clerk.agency,
        lines=list(clerk.lines),
        yours=clerk.role in _LOOKS_AFTER[tx.actor.role] and clerk.id != tx.actor.id,
    )
