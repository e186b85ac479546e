"""Steps played on the real office and on its model, each time from the morning on."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select

from queue_server.domain.people import Clerk
from queue_server.domain.trust import Role
from queue_server.store.database import Database, url_of
from queue_server.store.opening import OPERATOR, open_office
from queue_server.store.tables import metadata
from queue_server.store.transaction import OfficeTransaction
from tests.fakes import FakeChance, FakeClock
from tests.model.office import CLERKS, MORNING
from tests.model.steps import Step
from tests.model.twin import Twin

_MEMORY = Path("/dev/shm")  # noqa: S108  # Where the system has a place for files in memory, they are there.


class Stage:
    """One office's database under one policy, put back to its morning as often as wanted: cheaper than a new one."""

    def __init__(self, policy: str, url: str | None = None) -> None:
        self.policy = policy
        parent = _MEMORY if _MEMORY.is_dir() else None
        self._folder = tempfile.TemporaryDirectory(prefix="dawr-model-", dir=parent)
        self._clock, self._chance = FakeClock(MORNING), FakeChance()
        folder = Path(self._folder.name)
        url = url or url_of(folder, None)
        open_office(url, _catalogue(policy, folder), self._clock, self._chance)
        self._database = Database(url, "model", self._clock, self._chance)
        for one in CLERKS.values():
            self._add(Clerk(one.id, one.id, one.id, Role.SUPERVISOR if one.supervisor else Role.CLERK, ""))
        self._morning: dict[str, list[dict[str, Any]]] = self._database.read(OPERATOR, _rows).result()

    @contextmanager
    def twin(self, *, hall_every: int = 1) -> Iterator[Twin]:
        """The office as it was in the morning, with its model."""
        self._database.act(OPERATOR, self._back_to_morning).result()
        self._clock.passes(seconds=(MORNING - self._clock.now()).total_seconds())
        twin = Twin(self._database, self._clock, self._chance, self.policy, hall_every=hall_every)
        try:
            yield twin
        finally:
            self._database = twin.database
        twin.look_at_the_whole()

    def play(self, steps: Sequence[Step], *, hall_every: int = 1) -> None:
        """Do the steps from the morning on; raises `AssertionError` where office and model part."""
        with self.twin(hall_every=hall_every) as twin:
            for step in steps:
                getattr(twin, step.act)(**step.how)

    def close(self) -> None:
        """Let it go."""
        self._database.close()
        self._folder.cleanup()

    def _add(self, clerk: Clerk) -> None:
        self._database.act(OPERATOR, lambda tx: tx.people.add_clerk(clerk)).result()

    def _back_to_morning(self, tx: OfficeTransaction) -> None:
        for table in reversed(metadata.sorted_tables):
            tx.connection.execute(delete(table))
        for table in metadata.sorted_tables:
            if self._morning[table.name]:
                tx.connection.execute(insert(table), self._morning[table.name])


def _rows(tx: OfficeTransaction) -> dict[str, list[dict[str, Any]]]:
    return {
        table.name: [dict(row._mapping) for row in tx.connection.execute(select(table))]
        for table in metadata.sorted_tables
    }


def _catalogue(policy: str, folder: Path) -> Path:
    text = Path(__file__).with_name("office.toml").read_text("utf-8")
    file = folder / "office.toml"
    file.write_text(text.replace('policy = "due time"', f'policy = "{policy}"'), "utf-8")
    return file
