"""The office as kiosks reach it, without its HTTP interface: each request done exactly once by its key."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from queue_server import wire
from queue_server.application import handing_over, lending, presenting, reception
from queue_server.application.once import once
from queue_server.application.ports import Transaction
from queue_server.client.errors import Refused
from queue_server.domain.errors import DawrError
from queue_server.domain.trust import Actor
from queue_server.store.database import Database

_READS: Mapping[str, Callable[[Transaction], Any]] = {
    "/health": lambda _tx: wire.Health("ok", "ok", ""),
    "/api/v1/catalogue": lambda tx: presenting.catalogue(tx.catalogue),
    "/api/v1/catalogue/rules": lambda tx: wire.Rules(tx.catalogue.version, tx.own.text(tx.catalogue.version) or ""),
}
_ACTS: Mapping[str, tuple[Callable[[Transaction, Any], Any], type]] = {
    "/api/v1/checks": (reception.open_check, wire.NewCheck),
    "/api/v1/tickets": (reception.issue_ticket, wire.NewTicket),
    "/api/v1/leases": (lending.lend_numbers, wire.NewLeases),
    "/api/v1/visits": (handing_over.take_over, wire.HandOver),
}
_ONE_CHECK = "/api/v1/checks/"


class Teller:
    """Answers what kiosks ask."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answer(self, actor: Actor, path: str, content: bytes | None, key: str | None) -> bytes:
        """What the server says; without a key it is only asked. Raises `Refused`."""
        try:
            if key is None:
                return self._database.read(actor, lambda tx: msgspec.json.encode(_look(tx, path))).result(60)
            said = f"{actor.id} {path} {content!r}"
            return self._database.act(actor, lambda tx: once(tx, key, said, _act(path, content or b""))).result(60)
        except DawrError as refused:
            raise Refused(wire.Problem("", refused.code, 422, refused.code)) from refused


def _look(tx: Transaction, path: str) -> Any:
    if path.startswith(_ONE_CHECK):
        return reception.check_status(tx, path.removeprefix(_ONE_CHECK))
    return _READS[path](tx)


def _act(path: str, content: bytes) -> Callable[[Transaction], Any]:
    if path.startswith(_ONE_CHECK):
        change = msgspec.json.decode(content, type=wire.CheckChange)
        return lambda tx: reception.change_check(tx, path.removeprefix(_ONE_CHECK), change)
    act, kind = _ACTS[path]
    said: Any = msgspec.json.decode(content, type=kind)
    return lambda tx: act(tx, said)
