"""Our slips and our printer, read by an interpreter of ESC/POS that others wrote.

emupos needs Python 3.13, which the project does not: it lives in an environment of its own.
"""

import io
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import zxingcpp
from PIL import Image

from queue_server.client.printer import Printed, Printer, PrinterState, printer_from
from queue_server.slips.bring import BringWords, bring
from queue_server.slips.escpos import to_bytes
from queue_server.slips.layout import Block
from queue_server.slips.raster import raster
from queue_server.slips.ticket import TicketWords, ticket

EMUPOS = Path(os.environ.get("DAWR_EMUPOS") or Path(__file__).parents[2] / ".venv-emupos" / "bin" / "emupos")

pytestmark = pytest.mark.skipif(
    not EMUPOS.exists(),
    reason=f"no emupos at {EMUPOS}: with Python 3.13, install emupos.lock there or name another in DAWR_EMUPOS",
)


@dataclass
class Emupos:
    """A running emupos with one printer, on the network and on a serial port."""

    api: httpx.Client
    network: Printer
    serial: Printer

    def receipts(self) -> list[dict[str, Any]]:
        """What was printed so far."""
        return list(self.api.get("/receipts").raise_for_status().json())

    def last_picture(self) -> Image.Image:
        """The paper of the last receipt."""
        return Image.open(io.BytesIO(self.api.get("/receipts/latest/image").raise_for_status().content))

    @contextmanager
    def fault(self, name: str) -> Iterator[None]:
        """Something is wrong with the printer for a while."""
        self.api.put(f"/faults/{name}").raise_for_status()
        yield
        self.api.delete(f"/faults/{name}").raise_for_status()


@pytest.fixture(scope="module")
def emupos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emupos]:
    """The judge, on ports of its own."""
    folder = tmp_path_factory.mktemp("emupos")
    printer_port, api_port = _free_port(), _free_port()
    (folder / "emupos.yaml").write_text(f"""
schema: 1
api: {{host: 127.0.0.1, port: {api_port}}}
devices:
  - id: front
    type: printer
    profile: epson-tm-t20iii
    connections:
      - tcp: {{port: {printer_port}}}
      - serial: {{pty: true, link: front}}
""")
    environment = os.environ | {"TMPDIR": str(folder)}
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen([EMUPOS, "run"], cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        api = httpx.Client(base_url=f"http://127.0.0.1:{api_port}/api/v1/devices/front", trust_env=False)
        with api:
            _await(api, running, folder / "log")
            serial = printer_from(f"serial://{folder}/emupos/front?baud=115200")
            yield Emupos(api, printer_from(f"network://127.0.0.1:{printer_port}"), serial)
    finally:
        running.terminate()
        running.wait(10)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _await(api: httpx.Client, running: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + 30
    while time.monotonic() < give_up and running.poll() is None:
        try:
            api.get("/receipts").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"emupos did not start: {log.read_text()}")


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Both languages."""
    return str(request.param)


def assert_printed_as_drawn(judge: Emupos, blocks: list[Block], code: str) -> None:
    printed, drawn = judge.last_picture(), raster(blocks)
    assert printed.size == drawn.size
    assert printed.convert("1").tobytes() == drawn.tobytes()
    assert [found.text for found in zxingcpp.read_barcodes(printed)] == [code]


def test_a_ticket_comes_out_as_drawn(emupos: Emupos, ticket_words: TicketWords, language: str) -> None:
    blocks = ticket(replace(ticket_words, language=language))
    assert emupos.network.print(to_bytes(blocks)) == Printed("printed")
    assert_printed_as_drawn(emupos, blocks, ticket_words.track)


def test_a_list_of_what_to_bring_comes_out_as_drawn(emupos: Emupos, bring_words: BringWords, language: str) -> None:
    blocks = bring(replace(bring_words, language=language))
    assert emupos.network.print(to_bytes(blocks)) == Printed("printed")
    assert_printed_as_drawn(emupos, blocks, f"DAWR:R:{bring_words.resume_code}")


def test_a_serial_line_prints_the_same(emupos: Emupos, ticket_words: TicketWords) -> None:
    blocks = ticket(ticket_words)
    assert emupos.serial.print(to_bytes(blocks)) == Printed("printed")
    assert_printed_as_drawn(emupos, blocks, ticket_words.track)


def test_a_slip_is_one_piece_of_paper(emupos: Emupos, ticket_words: TicketWords) -> None:
    before = len(emupos.receipts())
    emupos.network.print(to_bytes(ticket(ticket_words)))
    assert len(emupos.receipts()) == before + 1


def test_a_printer_without_fault_is_ready(emupos: Emupos) -> None:
    assert emupos.network.state() is PrinterState.READY


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("paper-out", PrinterState.NO_PAPER),
        ("cover-open", PrinterState.COVER_OPEN),
        ("offline", PrinterState.OFFLINE),
    ],
)
def test_a_fault_is_named_and_nothing_is_printed(
    emupos: Emupos, ticket_words: TicketWords, fault: str, state: PrinterState
) -> None:
    before = len(emupos.receipts())
    with emupos.fault(fault):
        assert emupos.network.state() is state
        assert emupos.network.print(to_bytes(ticket(ticket_words))) == Printed("failed", state)
    assert len(emupos.receipts()) == before


def test_paper_near_its_end_still_prints_and_is_told(emupos: Emupos, ticket_words: TicketWords) -> None:
    with emupos.fault("paper-near-end"):
        assert emupos.network.state() is PrinterState.PAPER_LOW
        printed = emupos.network.print(to_bytes(ticket(ticket_words)))
    assert printed == Printed("printed", PrinterState.PAPER_LOW)
