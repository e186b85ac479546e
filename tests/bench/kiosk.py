"""A visitor at the kiosk: how soon a touch's page is drawn, the slip is at the printer, and there is a first page.

The kiosk's own program on a panel of full size, drawn and guarded as the unit of docs/kiosk.md has it; a real server;
a printer that is asked and answers, over TCP.
"""

import json
import os
import socket
import subprocess
import sys
import time
from compileall import compile_dir
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from queue_server.domain.trust import Role
from tests.bench import served
from tests.bench.measure import percentile
from tests.bench.office import bench
from tests.bench.report import Figure
from tests.bench.scale import Scale
from tests.bench.touch import Touch
from tests.client.fake_receipt_printer import FINE, FakeReceiptPrinter
from tests.kiosk.hall import UNIT
from tests.kiosk.hall import Settings as Unit

_ROOT = Path(__file__).parents[2]
_PANEL = {
    "windowFrameMargins": False,
    "screens": [
        {"name": "panel", "width": 1080, "height": 1920, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    ],
}
_PATIENCE = 300.0
_PAPER_THERE = 0x00
"""The answer to GS r 1 when the paper is not near its end."""


@dataclass
class _Printer(FakeReceiptPrinter):
    """Notes when each slip had arrived whole."""

    arrived: list[float] = field(default_factory=list)

    def answer(self, heard: bytes) -> bytes:
        said = super().answer(heard)
        if len(self.slips) > len(self.arrived):
            self.arrived.append(time.perf_counter())
        return said


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a program with a window: seconds until its first picture, and what was touched then."""

    start: float
    touches: list[Touch]


async def kiosk(folder: Path, scale: Scale) -> list[Figure]:
    """Starts of the program, and whole visits at one of them, each next to a bare window's."""
    ours, bare = [], []
    for package in ("kiosk", "queue_server", "assets"):
        compile_dir(_ROOT / package, quiet=2)  # As docs/kiosk.md has it: the kiosk itself may not.
    with ExitStack() as running:
        office = running.enter_context(bench(folder))
        token = office.token(Role.KIOSK, "kiosk")
        server = running.enter_context(served.office(office.catalogue, "--data", str(folder)))
        printer = running.enter_context(_Printer(FINE, _PAPER_THERE))
        where = ("--server", f"http://127.0.0.1:{server.port}", "--token", token, "--printer", printer.url)
        for n in range(scale.starts):
            visits = scale.visits_at_kiosk if n == scale.starts - 1 else 0
            ours.append(_run(folder, "at_kiosk", visits, *where, "--data", str(folder / "kiosk")))
            bare.append(_run(folder, "bare_page", 2 * visits))
        arrived, slip = list(printer.arrived), printer.slips[0]
        sending = median(_sent(printer, slip) for _ in range(10))
    return [
        *_pages(ours[-1].touches, bare[-1].touches),
        *_paper(ours[-1].touches, arrived, sending),
        *_starts([run.start for run in ours], [run.start for run in bare]),
    ]


def _pages(ours: list[Touch], bare: list[Touch]) -> list[Figure]:
    times, least = ([touch.seconds for touch in touches] for touches in (ours, bare))
    worst = max(ours, key=lambda touch: touch.seconds)
    rests = [touch.rested - touch.left for touch in ours]
    return [
        Figure("touch → next page, p50", median(times) * 1000, "ms"),
        Figure("touch → next page, p95", percentile(times, 95) * 1000, "ms", most=100),
        Figure(f"touch → next page, longest: {worst.page} → {worst.led_to}", worst.seconds * 1000, "ms"),
        Figure("touch → page at rest, p95", percentile(rests, 95) * 1000, "ms"),
        Figure("touch → next page, the kiosk's processor, p50", median(t.worked for t in ours) * 1000, "ms"),
        Figure("a bare page gives way to another, p50", median(least) * 1000, "ms"),
        Figure("a page to a bare page, p50", median(times) / median(least)),
    ]


def _paper(touches: list[Touch], arrived: list[float], sending: float) -> list[Figure]:
    last = [touch.left for touch in touches if touch.led_to == "number"]
    times = [at - left for left, at in zip(last, arrived, strict=True)]
    return [
        Figure("last touch → slip at the printer, p50", median(times) * 1000, "ms"),
        Figure("last touch → slip at the printer, longest", max(times) * 1000, "ms", most=300),
        Figure("its bytes sent, no more, p50", sending * 1000, "ms"),
        Figure("a slip to its bytes sent, p50", median(times) / sending),
    ]


def _starts(ours: list[float], bare: list[float]) -> list[Figure]:
    return [
        Figure("start → first page, median", median(ours), "s", most=2),
        Figure("start → first page, longest", max(ours), "s"),
        Figure("start → a bare window, median", median(bare), "s"),
        Figure("start to a bare window's", median(ours) / median(bare)),
    ]


def _sent(printer: _Printer, slip: bytes) -> float:
    """Seconds for as many bytes to arrive, with nothing asked before and nothing made of them."""
    known = len(printer.arrived)
    with socket.create_connection(printer.address) as line:
        began = time.perf_counter()
        line.sendall(slip + b"\x1dr1")
        line.recv(1)
    return printer.arrived[known] - began


def _run(folder: Path, program: str, count: int, *options: str) -> _Run:
    """Run a program to its end."""
    panel = folder / "panel.json"
    panel.write_text(json.dumps(_PANEL), "utf-8")
    around = {**os.environ, **Unit(UNIT).environment, "QT_QPA_PLATFORM": f"offscreen:configfile={panel}"}
    command = [sys.executable, "-m", f"tests.bench.{program}", str(count), *options]
    began = time.perf_counter()
    ran = subprocess.run(command, cwd=_ROOT, env=around, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    if ran.returncode:
        raise RuntimeError(f"{program} ended with {ran.returncode}: {ran.stderr}")
    first, *touches = map(json.loads, ran.stdout.splitlines())
    return _Run(first - began, [Touch(*each) for each in touches])
