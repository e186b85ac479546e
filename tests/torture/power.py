"""Power cuts: an office at work on a disk that forgets; at each cut, what is found must still hold every promise.

A life is one opening of the office. Its cuts come at random operations of the disk; what would be found is set aside
with what the clients had been told by then. The last cut is the death of that life: the next one begins with what was
found, and everybody asks again for whatever was not answered.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Literal

from sqlalchemy import event

from tests.history.check import check
from tests.history.record import History
from tests.history.rows import read
from tests.torture.disk import DISK_FULL, IO_ERROR, SYNC_FAILED, WRITE_FAILED, Disk, Operation
from tests.torture.office import Client, Office, Seeded, Ticking, in_memory, staff
from tests.torture.sqlite_vfs import OK, put_in

Synchronous = Literal["FULL", "NORMAL", "OFF"]
_FAILURES: dict[Operation, tuple[int, ...]] = {
    "write": (WRITE_FAILED, DISK_FULL),
    "truncate": (WRITE_FAILED,),
    "sync": (SYNC_FAILED,),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """How to torture: `cuts` a life; `failing` is the share of disk operations that fail, with no power cut needed.

    `synchronous`: how commits wait for the disk, the product's own way unless it is said.
    """

    seed: int
    lives: int = 3
    cuts: int = 10
    failing: float = 0.0
    synchronous: Synchronous | None = None


@dataclass
class Tally:
    """What came of it. A broken promise is `seed, life, operation: what`."""

    cuts: int = 0
    acts: int = 0
    acknowledged: int = 0
    failures: int = 0
    broken: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another's in."""
        self.cuts += other.cuts
        self.acts += other.acts
        self.acknowledged += other.acknowledged
        self.failures += other.failures
        self.broken += other.broken

    def __str__(self) -> str:
        return (
            f"{self.cuts} cuts, {self.failures} failed disk operations, {self.acts} acts, "
            f"{self.acknowledged} acknowledged, {len(self.broken)} promises broken"
        )


@dataclass(frozen=True, slots=True)
class _Cut:
    operation: int
    told: int
    found: dict[str, bytes]


def cut_power(plan: Plan) -> Tally:
    """Live through a plan; the same plan always goes the same way."""
    chance, tally, history = Random(plan.seed), Tally(), History()
    clock, ids = Ticking(Random(plan.seed + 1)), Seeded(Random(plan.seed + 2))
    clients = staff(chance, clock.at.date())
    with TemporaryDirectory(prefix="dawr-power-", dir=in_memory()) as name:
        folder = Path(name)
        Office(folder, clock, ids, history).close()
        for life in range(plan.lives):
            cuts = _live(_Life(plan, folder, chance, clock, ids, history), clients, tally)
            for cut in cuts:
                for trouble in _judge(folder / "found", cut, clock, ids, history):
                    tally.broken.append(f"seed {plan.seed}, life {life}, operation {cut.operation}: {trouble}")
            history = history.until(cuts[-1].told)
            _put(folder, cuts[-1].found)
            if tally.broken:
                break
    acts = history.acts()
    tally.acts, tally.acknowledged = len(acts), sum(act.outcome == "ok" for act in acts)
    return tally


@dataclass(frozen=True, slots=True)
class _Life:
    plan: Plan
    folder: Path
    chance: Random
    clock: Ticking
    ids: Seeded
    history: History


def _live(life: _Life, clients: Sequence[Client], tally: Tally) -> list[_Cut]:
    """Open the office, work until the last cut, and give what was found at each."""
    cuts: list[_Cut] = []
    fates = _fates(life)

    def before(disk: Disk, operation: Operation) -> int:
        if len(cuts) == life.plan.cuts:
            return IO_ERROR  # Nothing is written without power.
        fate = next(fates)
        if fate == "cut":
            cuts.append(_Cut(disk.operations, len(life.history), disk.image()))
        if fate != "fails" or len(cuts) == life.plan.cuts:
            return OK if len(cuts) < life.plan.cuts else IO_ERROR
        tally.failures += 1
        return life.chance.choice(_FAILURES[operation])

    office = Office(life.folder, life.clock, life.ids, life.history)
    _settle(office, life)
    put_in(Disk(life.folder, life.chance, before))
    while len(cuts) < life.plan.cuts:
        together = life.chance.sample(clients, life.chance.randint(1, len(clients)))
        heard = office.together(together)
        if len(cuts) < life.plan.cuts:  # Else the answers were on their way when the power went.
            office.tell(together, heard)
            if life.chance.random() < 0.05:
                office.keep_time()
    office.close()
    tally.cuts += len(cuts)
    return cuts


def _fates(life: _Life) -> Iterator[str]:
    """For each operation of the disk: it is done, or fails, or the power goes before it."""
    while True:
        for _ in range(life.chance.randint(1, 120)):
            yield "fails" if life.chance.random() < life.plan.failing else "done"
        yield "cut"


def _settle(office: Office, life: _Life) -> None:
    """Choose how often the log is carried over, and how durable commits are if the plan says so."""
    pages = life.chance.choice([5, 20, 100, 1000])
    durable = [f"synchronous={life.plan.synchronous}"] if life.plan.synchronous else []

    @event.listens_for(office.database._writes, "connect")
    def _chosen(connection: object, _record: object) -> None:
        for pragma in (*durable, f"wal_autocheckpoint={pages}"):
            connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]


def _judge(folder: Path, cut: _Cut, clock: Ticking, ids: Seeded, history: History) -> list[str]:
    """Open what was found as the server would at its next start, and hold it against what had been told."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    _put(folder, cut.found)
    try:
        office = Office(folder, clock, ids, History())
    except Exception as error:  # noqa: BLE001  # Whatever it is, an office that does not open is lost.
        return [f"the office does not open: {error}"]
    try:
        return check([history.until(cut.told)], *read(office.database))
    except Exception as error:  # noqa: BLE001
        return [f"the office cannot be read: {error}"]
    finally:
        office.close()


def _put(folder: Path, files: dict[str, bytes]) -> None:
    for file in folder.glob("dawr.sqlite*"):
        file.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
