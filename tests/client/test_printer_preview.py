from pathlib import Path

from PIL import Image, ImageChops

from queue_server.client.printer import Printed, PrinterState, printer_from
from queue_server.slips.escpos import to_bytes
from queue_server.slips.layout import Big, Block
from queue_server.slips.raster import raster

SLIP: list[Block] = [Big("C042")]


def test_a_preview_writes_the_bytes_and_what_they_look_like(tmp_path: Path) -> None:
    assert printer_from(f"preview://{tmp_path}").print(to_bytes(SLIP)) == Printed("printed")
    assert (tmp_path / "001.bin").read_bytes() == to_bytes(SLIP)
    with Image.open(tmp_path / "001.png") as picture:
        assert ImageChops.difference(picture.convert("L"), raster(SLIP).convert("L")).getbbox() is None


def test_slips_are_numbered_in_the_order_they_came(tmp_path: Path) -> None:
    for _ in range(2):
        printer_from(f"preview://{tmp_path}").print(to_bytes(SLIP))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["001.bin", "001.png", "002.bin", "002.png"]


def test_two_stations_may_share_a_folder(tmp_path: Path) -> None:
    one, other = printer_from(f"preview://{tmp_path}"), printer_from(f"preview://{tmp_path}")
    one.print(to_bytes(SLIP))
    other.print(to_bytes(SLIP))
    assert len(list(tmp_path.glob("*.png"))) == 2


def test_a_folder_that_cannot_be_written_has_failed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert printer_from(f"preview://{tmp_path}/file").print(to_bytes(SLIP)).result == "failed"


def test_bytes_that_are_no_slip_of_ours_have_failed(tmp_path: Path) -> None:
    assert printer_from(f"preview://{tmp_path}").print(b"GET / HTTP/1.1").result == "failed"


def test_a_folder_is_always_ready(tmp_path: Path) -> None:
    assert printer_from(f"preview://{tmp_path}").state() is PrinterState.READY
