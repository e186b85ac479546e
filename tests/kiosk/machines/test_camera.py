"""A camera over pictures drawn here: no device, and the very readers the kiosk uses."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event

import pytest
from PIL.Image import Image

from kiosk.machines import found, opencv
from kiosk.machines.camera import Camera, NoPictures, Source
from kiosk.machines.port import Blind, Seen
from kiosk.machines.print_lines import prepared, read_lines, tilt
from queue_server import wire
from queue_server.client.scanning import read_paper
from tests.kiosk.office import TODAY, VALID
from tests.specimens import OCR_B, card, passport, picture, qr

reads_print = pytest.mark.skipif(
    shutil.which("tesseract") is None or not OCR_B.exists(), reason="needs tesseract-ocr and fonts-ocr-b (system.lock)"
)


def showing(*pictures: Image, then: Event | None = None) -> Source:
    """A source of these pictures; after the last it goes dark, at once or when told."""

    @contextmanager
    def source() -> Iterator[Iterator[Image]]:
        def each() -> Iterator[Image]:
            yield from pictures
            if then:
                then.wait(10)
            raise NoPictures("it went dark")

        yield each()

    return source


def test_a_code_before_the_camera_is_read_also_when_held_askew() -> None:
    heard: Queue[Seen | Blind] = Queue()
    camera = Camera(showing(qr("DAWR:R:BCDFGHJK", tilt=17)))
    camera.start(frozenset({"code"}), heard.put)
    assert heard.get(timeout=10) == Seen("code", "DAWR:R:BCDFGHJK")
    assert heard.get(timeout=10) == Blind("it went dark")
    camera.stop()


def test_after_stop_nothing_is_heard() -> None:
    heard: Queue[Seen | Blind] = Queue()
    dark = Event()
    camera = Camera(showing(qr("DAWR:R:BCDFGHJK"), then=dark))
    camera.start(frozenset({"code"}), heard.put)
    heard.get(timeout=10)
    camera.stop()
    dark.set()
    assert heard.empty()


def test_print_held_askew_is_laid_level() -> None:
    foot = picture(passport(), tilt=-3).crop((0, 460, 1000, 700))
    assert tilt(foot) == 3
    assert prepared(picture(passport()), 800).width == 800


@reads_print
@pytest.mark.parametrize(
    ("lines", "kind", "flaws"),
    [
        (passport(expires=VALID), "passport", {"tilt": -3}),
        (passport(expires=VALID), "passport", {"light": 0.4}),
        (card(expires=VALID), "card", {"blur": 1.2}),
    ],
)
def test_a_paper_is_read_within_a_few_looks(lines: tuple[str, ...], kind: wire.Scan, flaws: dict[str, float]) -> None:
    page = picture(lines, **flaws)  # type: ignore[arg-type]
    looks = (read_paper(read_lines(page, attempt).splitlines(), kind, TODAY) for attempt in range(6))
    sure = next((look for look in looks if look.verdict == "sure"), None)
    assert sure is not None
    assert sure.expires == VALID


@reads_print
def test_a_blurred_paper_is_never_taken_for_read() -> None:
    text = read_lines(picture(passport(), blur=5))
    assert read_paper(text.splitlines(), "passport", TODAY).verdict == "unreadable"


@reads_print
def test_an_empty_desk_says_nothing_for_sure() -> None:
    text = read_lines(picture((" " * 44,)))
    assert read_paper(text.splitlines(), "passport", TODAY).verdict == "unreadable"


def test_opencv_gives_the_pictures_of_a_film(tmp_path: Path) -> None:
    pytest.importorskip("cv2", reason="OpenCV is an extra: pip install dawr[device]")
    for n in range(3):
        qr("DAWR:A:ZYXWVTSR").save(tmp_path / f"{n}.png")
    heard: Queue[Seen | Blind] = Queue()
    camera = Camera(opencv.source(str(tmp_path / "%d.png")))
    camera.start(frozenset({"code"}), heard.put)
    assert heard.get(timeout=20) == Seen("code", "DAWR:A:ZYXWVTSR")
    camera.stop()


def test_a_camera_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    pytest.importorskip("cv2", reason="OpenCV is an extra: pip install dawr[device]")
    heard: Queue[Seen | Blind] = Queue()
    camera = Camera(opencv.source(str(tmp_path / "nothing")))
    camera.start(frozenset({"code"}), heard.put)
    assert isinstance(heard.get(timeout=20), Blind)
    camera.stop()


def test_without_opencv_the_kiosk_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(opencv, "can_take_pictures", lambda: False)
    assert found.cameras("/dev/video0") == []
    assert "OpenCV is not installed" in caplog.text
    assert found.cameras("") == []
