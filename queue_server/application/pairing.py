"""Televisions that become screens of the office by a code they show."""

from queue_server import wire
from queue_server.application import admission
from queue_server.application.ports import Transaction
from queue_server.application.staff import token_hash
from queue_server.domain.people import Device
from queue_server.domain.trust import Role


def pairing(tx: Transaction, secret: str) -> tuple[wire.Pairing, str | None]:
    """How the wish of the television that holds `secret` stands, and its token once it was let in. Raises `Unknown`."""
    told = admission.look(tx, secret)
    device = None if told.token is None else tx.people.device_by_token(token_hash(told.token))
    shown = None if device is None else screen_of(tx, device)
    return wire.Pairing(told.state, told.code, told.seconds, shown), told.token


def television(tx: Transaction, token: str) -> Device | None:
    """The screen's device a token belongs to; None when it is another's, or was revoked."""
    device = tx.people.device_by_token(token_hash(token))
    return None if device is None or device.role is not Role.SCREEN or device.revoked_at is not None else device


def screen_of(tx: Transaction, device: Device) -> str | None:
    """The screen a television is, as far as the catalogue still has it; the office's only one where none was chosen."""
    screens = tx.catalogue.screens
    if device.screen is None:
        return next(iter(screens)) if len(screens) == 1 else None
    return device.screen if device.screen in screens else None
