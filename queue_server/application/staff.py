"""Clerks and devices: added, disabled, signed in, enrolled. No password is ever chosen by the program."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain import office_events
from queue_server.domain.admission import wait_after
from queue_server.domain.errors import (
    NameTaken,
    NotSignedIn,
    SecondClerkRefused,
    SignedInElsewhere,
    TooMany,
    Unknown,
    WrongPassword,
)
from queue_server.domain.people import Clerk, Device, Session, proper_name
from queue_server.domain.trust import Actor, Role

SESSION_LASTS = timedelta(hours=12)


def set_up(tx: Transaction, code: str, username: str, password_hash: str) -> None:
    """Add the first administrator by the code of the first start, once. Raises `WrongPassword` for a wrong code."""
    if tx.own.setup_hash() != token_hash(code.strip().upper()):
        raise WrongPassword
    add_clerk(tx, username, username, Role.ADMINISTRATOR, password_hash)
    tx.own.forget_setup()


def add_clerk(
    tx: Transaction,
    username: str,
    name: str,
    role: Role,
    password_hash: str,
    *,
    agency: str | None = None,
    lines: tuple[str, ...] = (),
) -> Clerk:
    """Let somebody sign in, for a partner `agency` or for some `lines` only.

    Raises `NameTaken`, `BadName`, `Unknown`.
    """
    for line in lines:
        if line not in tx.catalogue.lines:
            raise Unknown("line", line)
    clerk = Clerk(
        tx.new_id(),
        proper_name(username),
        proper_name(name),
        role,
        password_hash,
        agency=agency_known(tx, agency),
        lines=lines,
    )
    if tx.people.clerk(username) is not None:
        raise NameTaken(name=username)
    tx.people.add_clerk(clerk)
    tx.record(office_events.ClerkAdded(clerk.id, role))
    return clerk


def disable_clerk(tx: Transaction, username: str) -> None:
    """Let somebody sign in no longer, and end every session at once. Raises `Unknown`."""
    clerk = _clerk(tx, username)
    tx.people.save_clerk(replace(clerk, disabled_at=tx.at))
    tx.people.end_sessions(clerk.id, tx.at)
    tx.record(office_events.ClerkDisabled(clerk.id))


def reset_clerk(tx: Transaction, username: str, password_hash: str) -> None:
    """Give a clerk a new password, free the account, and end every session. Raises `Unknown`."""
    clerk = _clerk(tx, username)
    tx.people.save_clerk(replace(clerk, password=password_hash, failures=0, locked_until=None, disabled_at=None))
    tx.people.end_sessions(clerk.id, tx.at)
    tx.record(office_events.PasswordReset(clerk.id))


def enrol_device(tx: Transaction, name: str, role: Role, counter: int | None, agency: str | None = None) -> str:
    """A token for a device, told this once; only its hash is kept. Raises `Unknown` for a counter, `BadName`."""
    if counter is not None and counter not in tx.catalogue.counters:
        raise Unknown("counter", str(counter))
    token = tx.secret()
    device = Device(tx.new_id(), proper_name(name), role, counter, agency=agency_known(tx, agency))
    tx.people.add_device(device, token_hash(token), tx.at)
    tx.record(office_events.DeviceEnrolled(device.id, role))
    return token


def revoke_device(tx: Transaction, name: str) -> int:
    """End every token of that name; how many there were."""
    ended = [device for device in tx.people.devices() if device.name == name]
    tx.people.revoke_devices(name, tx.at)
    for device in ended:
        tx.record(office_events.DeviceRevoked(device.id, device.name, tx.actor.name))
    return len(ended)


def may_try(tx: Transaction, username: str) -> Clerk | None:
    """The clerk who wants to sign in, None when there is none. Raises `TooMany` while the account waits."""
    clerk = tx.people.clerk(username)
    if clerk is not None and clerk.locked_until is not None and clerk.locked_until > tx.at:
        raise TooMany(seconds=int((clerk.locked_until - tx.at).total_seconds()) + 1)
    return clerk


def sign_in(tx: Transaction, username: str, fits: bool) -> wire.Session | None:
    """Begin a session when the password fits, else count the failure and return None.

    A clerk is signed in at one desk: whatever session there was elsewhere ends, and that desk is told why.
    The caller has compared the password already, outside the transaction, since that takes a tenth of a second by
    design; it answers `WrongPassword` for None, after the failure is kept.
    """
    clerk = recognised(tx, username, fits)
    if clerk is None:
        return None
    token = tx.secret()
    tx.people.end_sessions(clerk.id, tx.at)
    session = Session(tx.new_id(), clerk.id, tx.actor.id, tx.at, tx.at + SESSION_LASTS)
    tx.people.add_session(session, token_hash(token))
    tx.record(office_events.ClerkSignedIn(clerk.id, tx.actor.id))
    return wire.Session(token, clerk.username, clerk.name, clerk.role, session.expires_at, clerk.agency)


def recognised(tx: Transaction, username: str, fits: bool) -> Clerk | None:
    """The clerk whose password was compared and fits; else the failure is counted, and None."""
    clerk = tx.people.clerk(username)
    if clerk is None:
        return None
    if not fits or clerk.disabled_at is not None:
        failures = clerk.failures + 1
        wait = wait_after(failures)
        locked = tx.at + timedelta(seconds=wait) if wait else None
        tx.people.save_clerk(replace(clerk, failures=failures, locked_until=locked))
        return None
    tx.people.save_clerk(replace(clerk, failures=0, locked_until=None))
    return clerk


def confirm(tx: Transaction, recognised: Clerk | None) -> None:
    """Whoever typed a password at a locked desk is whoever it is locked for. Raises `WrongPassword`."""
    if recognised is None or recognised.id != tx.actor.id:
        raise WrongPassword


def sign_out(tx: Transaction) -> None:
    """End this session."""
    tx.people.end_sessions(tx.actor.id, tx.at, tx.actor.session)
    tx.record(office_events.ClerkSignedOut(tx.actor.id))


def send_off(tx: Transaction, supervisor: Clerk | None) -> None:
    """End this session for a clerk who left the desk locked, by a supervisor who typed name and password there.

    The counter and its visitor stay as they are. Raises `SecondClerkRefused`, silent on what does not fit.
    """
    if supervisor is None or supervisor.role is not Role.SUPERVISOR or supervisor.agency not in (None, tx.actor.agency):
        raise SecondClerkRefused
    tx.people.end_sessions(tx.actor.id, tx.at, tx.actor.session)
    tx.record(office_events.ClerkSignedOut(tx.actor.id, by=supervisor.name))


def whose(tx: Transaction, token: str) -> Actor:
    """Whom a token speaks for. Raises `NotSignedIn` when it is unknown, revoked, ended or expired.

    `SignedInElsewhere` is the kind that has a better reason to tell.
    A session ends with the desk it began on: a revoked desk has nobody signed in.
    """
    hashed = token_hash(token)
    device = tx.people.device_by_token(hashed)
    if device is not None:
        if device.revoked_at is not None:
            raise NotSignedIn
        return Actor(device.id, device.name, device.role, device.counter, agency=device.agency)
    found = tx.people.session_by_token(hashed)
    if found is None:
        raise NotSignedIn
    session, clerk = found
    newer = session.ended_at and tx.people.session_begun(clerk.id, session.ended_at)
    if newer and newer.device != session.device:
        raise SignedInElsewhere(desk=tx.people.device_name(newer.device))
    over = session.ended_at is not None or session.expires_at <= tx.at
    if over or clerk.disabled_at is not None or tx.people.is_revoked(session.device):
        raise NotSignedIn
    return Actor(clerk.id, clerk.name, clerk.role, session=session.id, agency=clerk.agency, lines=clerk.lines)


def token_hash(token: str) -> str:
    """What is kept of a token. It has 192 random bits, so a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


def agency_known(tx: Transaction, agency: str | None) -> str | None:
    """The agency as given. Raises `Unknown` when no line is its own."""
    if agency is not None and agency not in {line.agency for line in tx.catalogue.lines.values()}:
        raise Unknown("agency", agency)
    return agency


def _clerk(tx: Transaction, username: str) -> Clerk:
    clerk = tx.people.clerk(username)
    if clerk is None:
        raise Unknown("clerk", username)
    return clerk
