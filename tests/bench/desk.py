"""A clerk at the desk: how soon a key's answer is drawn, next to the least it could take.

The desk's own program with its real window, drawn off the screen, and a real server on SQLite, each a process of its
own. The floors, in the same run: a window with one label that changes at a key, and a bare POST whose rows are kept,
sent by the desk's own kind of client.
"""

import json
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import httpx

from queue_server.application import staff
from queue_server.domain.trust import Role
from queue_server.system import SystemPasswords
from tests.bench import served
from tests.bench.at_desk import BARE
from tests.bench.measure import percentile
from tests.bench.office import Bench, bench
from tests.bench.report import Figure
from tests.bench.scale import Scale

_ROOT = Path(__file__).parents[2]
_PATIENCE = 600.0
_USER, _PASSWORD = "maryam", "a long password"
_ACTS = {"next": "call next", "recall": "recall", "start": "start", "panel": "a panel opened", "finish": "finish"}


async def desk(folder: Path, scale: Scale) -> list[Figure]:
    """Whole visits by keys: next, recall, start, finish with its panel."""
    with ExitStack() as running:
        office = running.enter_context(bench(folder))
        _engage(office)
        office.waiting(scale.visits_at_desk + 1)
        server = running.enter_context(served.office(office.catalogue, "--data", str(folder)))
        floor = running.enter_context(served.floor(folder, "call"))
        told = _work(scale.visits_at_desk, f"http://127.0.0.1:{server.port}", office.token(Role.DESK, "desk", 1))
        trip = _round_trip(f"http://127.0.0.1:{floor.port}", 4 * scale.visits_at_desk)
    times, worked = told
    asked = [each for act in ("next", "recall", "start", "finish") for each in times[act]]
    least = median(times[BARE]) + trip
    return [
        *(Figure(f"{words}: key → answer drawn, p50", median(times[act]) * 1000, "ms") for act, words in _ACTS.items()),
        Figure("key → answer drawn, p50", median(asked) * 1000, "ms"),
        Figure("key → answer drawn, p95", percentile(asked, 95) * 1000, "ms", most=100),
        Figure("key → answer drawn, longest", max(asked) * 1000, "ms"),
        Figure("key → answer drawn, the desk's processor, p50", median(worked) * 1000, "ms"),
        Figure("a bare label drawn anew, p50", median(times[BARE]) * 1000, "ms"),
        Figure("a bare POST kept and answered, p50", trip * 1000, "ms"),
        Figure("a key to the two together, p50", median(asked) / least),
    ]


def _engage(office: Bench) -> None:
    hashed = SystemPasswords().hash(_PASSWORD)
    office.act(lambda tx: staff.add_clerk(tx, _USER, "Maryam", Role.CLERK, hashed))


def _work(rounds: int, server: str, token: str) -> tuple[dict[str, list[float]], list[float]]:
    """Seconds by act, and processor seconds of the keys that asked the server something."""
    command = [sys.executable, "-m", "tests.bench.at_desk", str(rounds), server, token, _USER, _PASSWORD]
    ran = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    if ran.returncode:
        raise RuntimeError(f"at_desk ended with {ran.returncode}: {ran.stderr}")
    times: dict[str, list[float]] = defaultdict(list)
    worked = []
    for act, seconds, processor in map(json.loads, ran.stdout.splitlines()):
        times[act].append(seconds)
        worked += [processor] if act not in {BARE, "panel"} else []
    if {act: len(times[act]) for act in _ACTS} != dict.fromkeys(_ACTS, rounds):
        raise RuntimeError(f"{rounds} visits came to { ({act: len(each) for act, each in times.items()}) }")
    return times, worked


def _round_trip(url: str, count: int) -> float:
    """The median of so many posts, in seconds."""
    times = []
    with httpx.Client(base_url=url, trust_env=False) as client:
        for _ in range(count):
            began = time.perf_counter()
            client.post("/", content=b'{"counter":1}').raise_for_status()
            times.append(time.perf_counter() - began)
    return median(times)
