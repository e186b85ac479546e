"""Every write and every sync fails once: the process dies there, or the disk says EIO or ENOSPC, once or from then on.

A driver process plays one fixed day on a real file; strace makes its nth call of the system fail. Afterwards the office
is opened anew and judged by what the driver had been told. While it lives, the driver asks again under the same key.
"""

import ctypes
import itertools
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import msgspec

from queue_server import wire
from queue_server.domain.trust import Role
from queue_server.store.database import Database, url_of
from queue_server.store.opening import office_at
from tests.history.check import check
from tests.history.record import History, Line
from tests.history.rows import read
from tests.torture.office import Client, Office, Seeded, Ticking
from tests.torture.people import PAPERS, Ask, Person
from tests.torture.servers import FORKED

CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "unlink")
FAULTS = ("signal=KILL", "error=EIO", "error=ENOSPC")
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Point:
    """The nth call of one kind by a thread, and what becomes of it; `on`: of all after it too.

    `closing`: by the thread that opens and closes the office, instead of the one that writes.
    """

    call: str
    nth: int
    fault: str
    on: bool = False
    closing: bool = False

    @property
    def strace(self) -> list[str]:
        """What strace is told. It counts calls by thread, and follows only the first one without -f."""
        when = f"inject={self.call}:{self.fault}:when={self.nth}{'+' if self.on else ''}"
        return ["-e", when] if self.closing else ["-f", "-e", when]


@dataclass
class Tally:
    """What came of it."""

    points: int = 0
    acts: int = 0
    unanswered: int = 0

    def __str__(self) -> str:
        return f"{self.points} points, {self.acts} acts asked for, {self.unanswered} without an answer in the end"


def break_points(seed: int, most: int | None, tally: Tally, part: tuple[int, int] = (1, 1)) -> Iterator[str]:
    """Break at every point there is, or at so many of them; every broken promise, with its point.

    `part` 2 of 3 is every third of them, beginning with the second: for as many processes at once.
    """
    with TemporaryDirectory(prefix="dawr-points-") as name:
        fresh = Path(name) / "fresh"
        Office(fresh, Ticking(Random(1)), Seeded(Random(2)), History()).close()
        points = _every_point(fresh)
        first, step = part
        for point in (points if most is None else Random(seed).sample(points, most))[first - 1 :: step]:
            for trouble in _break(fresh, point, tally):
                yield f"{point}: {trouble}"


def _every_point(fresh: Path) -> list[Point]:
    """All points of the day, found by counting an undisturbed one."""
    folder = _copy(fresh)
    trace = folder / "trace"
    if _drive(folder, ["-f", "-o", str(trace)]) != 0:
        raise RuntimeError("the day does not go well even undisturbed")
    made = Counter(re.findall(rf"^(\d+) +({'|'.join(CALLS)})\(", trace.read_text(), re.MULTILINE))
    shutil.rmtree(folder)
    first = min(thread for thread, _call in made)  # The driver itself; its writing thread came later.
    return [
        Point(call, nth, fault, on, closing=thread == first)
        for (thread, call), count in made.items()
        for nth in range(1, count + 1)
        for fault in FAULTS
        for on in ((False, True) if nth % 7 == 1 and fault != "signal=KILL" else (False,))
    ]


def day() -> Iterator[tuple[str, Role, Person]]:
    """Three visitors and everything that may befall them at two counters."""
    for n in (1, 2, 3):
        yield f"kiosk-{n}", Role.KIOSK, _visit(give_up=n == 3)
    yield "web", Role.CHANNEL, _booking()
    yield "boss", Role.SUPERVISOR, _supervisor()
    yield "clerk-1", Role.CLERK, _clerk(1)


def _visit(*, give_up: bool) -> Person:
    check = yield Ask("open_check", (wire.NewCheck("renew", "en", wire.Caller("employer")),))
    change = wire.CheckChange(answers={"worker-abroad": "no"}, documents=PAPERS)
    yield Ask("change_check", (check["id"], change))
    issued = yield Ask("issue", (check["id"], "none", None))
    if give_up:
        yield Ask("cancel", (issued["id"],))


def _booking() -> Person:
    slots = yield Ask("slots", ("residence", date(2026, 11, 24)))
    yield Ask("book", ("residence", datetime.fromisoformat(slots[0]["at"]), "en"))
    booked = yield Ask("book", ("residence", datetime.fromisoformat(slots[1]["at"]), "en"))
    yield Ask("cancel_booking", (booked["code"],))


def _supervisor() -> Person:
    second = yield Ask("find_ticket", ("C002",))
    yield Ask("prioritise", (second["id"], "elderly", "stands with a stick"))
    yield Ask("arrange_counter", (1, ["commercial", "residency"], "two of us are ill"))


def _clerk(n: int) -> Person:
    yield Ask("open_counter", (n,))
    called = yield Ask("call_next", (n,))
    yield Ask("recall", (n,))
    yield Ask("start", (n,))
    yield Ask("add_service", (n, "renew", ""))
    yield Ask("park", (n, "fetches a paper"))
    yield Ask("call_number", (n, called["number"]))
    yield Ask("start", (n,))
    yield Ask("finish", (n, wire.Finish()))
    yield Ask("undo", (n,))
    yield Ask("transfer", (n, wire.Transfer(line="residency", place="first")))
    yield Ask("call_next", (n,))
    yield Ask("send_back", (n,))
    yield Ask("call_next", (n,))
    yield Ask("no_show", (n,))
    yield Ask("walk_in", (n, wire.WalkIn("renew", "employer", "was here yesterday")))
    yield Ask("finish", (n, wire.Finish("not_completed")))
    yield Ask("take_break", (n, "coffee"))
    yield Ask("close_counter", (n,))


def _break(fresh: Path, point: Point, tally: Tally) -> list[str]:
    folder = _copy(fresh)
    try:
        code = _drive(folder, ["-o", "/dev/null", *point.strace])
        killed = point.fault == "signal=KILL"
        found = [] if code == (-9 if killed else 0) else [f"the driver ended with {code}"]
        history = _history(folder)
        tally.points += 1
        acts = history.acts()
        tally.acts += len(acts)
        tally.unanswered += sum(act.outcome == "unknown" for act in acts)
        if not killed and not point.on and any(act.outcome == "unknown" for act in acts):
            found.append("one fault, and an act was never answered")
        return found + _judge(folder, history)
    finally:
        shutil.rmtree(folder)


def _judge(folder: Path, history: History) -> list[str]:
    url = url_of(folder, None)
    database = Database(url, office_at(url), Ticking(Random(3)), Seeded(Random(4)))
    try:
        return check([history], *read(database))
    finally:
        database.close()


def _copy(fresh: Path) -> Path:
    return Path(shutil.copytree(fresh, fresh.with_name(f"run-{next(_NUMBERS)}")))


_NUMBERS = itertools.count(1)


def _drive(folder: Path, how: Sequence[str]) -> int:
    """Play the day in a process of its own under strace, whose rules hold for the database's files only."""
    driver = FORKED.Process(target=_play, args=(folder,), daemon=True)
    driver.start()
    files = [option for ending in ("", "-wal", "-journal") for option in ("-P", f"{folder}/dawr.sqlite{ending}")]
    watching = ["strace", "-q", "-e", f"trace={','.join(CALLS)}", *files, *how, "-p", str(driver.pid)]
    with subprocess.Popen(watching, stderr=subprocess.DEVNULL):
        driver.join(60)
    if driver.exitcode is None:
        driver.kill()
        driver.join()
        return 124
    return driver.exitcode


_ANYBODY_MAY_TRACE_ME = 0x59616D61, ctypes.c_ulong(-1)


def _play(folder: Path) -> None:
    ctypes.CDLL(None).prctl(*_ANYBODY_MAY_TRACE_ME)  # Some systems let only parents, and strace is a sibling.
    while "TracerPid:\t0\n" in Path("/proc/self/status").read_text():
        time.sleep(0.002)
    with (folder / "history.jsonl").open("ab", buffering=0) as file:
        history = History(heard=lambda line: file.write(msgspec.json.encode(asdict(line)) + b"\n"))
        chance = Random(7)
        office = Office(folder, Ticking(chance, pause=timedelta()), Seeded(chance), history)
        for name, role, person in day():
            client = Client(name, role, person, chance)
            tries = 0
            while not client.gone and tries < _TRIES:
                heard = office.together([client])
                office.tell([client], heard)
                tries = tries + 1 if heard[0].outcome == "unknown" else 0
        office.close()


def _history(folder: Path) -> History:
    file = folder / "history.jsonl"
    told = file.read_bytes().splitlines() if file.exists() else []
    return History([msgspec.convert(msgspec.json.decode(line), Line) for line in told])
