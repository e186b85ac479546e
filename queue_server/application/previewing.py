"""Who may try layouts of screens in a browser: whoever has a code that a supervisor asked for at a desk."""

from datetime import timedelta

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.admission import ServiceCode
from queue_server.domain.errors import Forbidden
from queue_server.domain.office_events import PreviewAllowed

LASTS = timedelta(hours=1)
_PREVIEW = "preview"
"""In place of the device whose page a service code opens: no device has this id."""


def allow_preview(tx: Transaction) -> wire.ServiceCode:
    """A code that opens the page where layouts are tried, for an hour. Raises `Forbidden` to a partner's people."""
    if tx.actor.agency is not None:
        raise Forbidden(role=str(tx.actor.role))
    allowed = ServiceCode(tx.code(), _PREVIEW, tx.actor.id, tx.actor.name, tx.at + LASTS)
    tx.admission.add_service(allowed)
    tx.record(PreviewAllowed(tx.actor.name))
    return wire.ServiceCode(allowed.code, allowed.expires_at)


def may_preview(tx: Transaction, code: str) -> bool:
    """Whether that code opens the page now."""
    allowed = tx.admission.service(code)
    return allowed is not None and allowed.device == _PREVIEW and allowed.expires_at > tx.at
