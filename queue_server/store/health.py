"""The last report of each station."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, false

from queue_server.domain.health import Health, Vitals
from queue_server.store.books import Book, Json, Shape
from queue_server.store.statements import putting
from queue_server.store.tables import health as table

_HEALTH = Shape(Health, table, vitals=Json(Vitals))
_FIND = _HEALTH.where(table.c.device == bindparam("device"))
_ALL = _HEALTH.where(order_by=[table.c.device])
_FALLEN_SILENT = _HEALTH.where(table.c.at < bindparam("before"), table.c.silent == false(), order_by=[table.c.device])
_KEEP = putting(table, table.c.office, table.c.device)


class HealthBook(Book):
    """One row a device: a report replaces the one before."""

    def find(self, device: str) -> Health | None:
        """A device's last report."""
        return self._one(_FIND, device=device)

    def all(self) -> Sequence[Health]:
        """Every device that ever reported."""
        return self._all(_ALL)

    def fallen_silent(self, before: datetime) -> Sequence[Health]:
        """Those whose last report came before a moment, and of whom that is not known yet."""
        return self._all(_FALLEN_SILENT, before=before)

    def keep(self, health: Health) -> None:
        """Keep a report."""
        self._do(_KEEP, **_HEALTH.values(health))
