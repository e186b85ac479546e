import wave
from pathlib import Path

import pytest

from queue_server.voice.recordings import CannotBeSaid, Recordings, recordings
from queue_server.voice.saying import Called
from tests.display.clips import silence

RATE = 8000
ORDER = ("number", "{letters}", "{number}", "counter", "{counter}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every clip a different length, so that a call tells by its length what it is made of."""
    for name in ("number", "counter", "C", "K", *map(str, range(100)), *(f"{n}00" for n in range(1, 10))):
        record(tmp_path, name, 1)
    return tmp_path


def record(folder: Path, name: str, sample: int, *, width: int = 2, rate: int = RATE) -> None:
    with wave.open(str(folder / f"{name}.wav"), "wb") as clip:
        clip.setparams((1, width, rate, 0, "NONE", ""))
        clip.writeframes(bytes([sample] * width))


def heard(said: bytes) -> list[int]:
    return list(said[44::2])


def call(folder: Path, n: int, letters: str = "C", counter: int = 3) -> list[int]:
    return heard(Recordings(folder, ORDER, 0.0).said(Called(letters, n, counter)))


def test_a_call_is_put_together_in_the_order_of_its_language(folder: Path) -> None:
    for sample, name in enumerate(("number", "K", "C", "42", "counter", "3"), 10):
        record(folder, name, sample)
    assert call(folder, 42, "KC") == [10, 11, 12, 13, 14, 15]


def test_hundreds_are_said_before_the_rest_and_otherwise_where_a_language_wants_it(folder: Path) -> None:
    for sample, name in ((7, "100"), (8, "42")):
        record(folder, name, sample)
    assert call(folder, 142)[2:4] == [7, 8]
    assert call(folder, 100)[2:3] == [7]
    record(folder, "100-and", 9)
    assert call(folder, 142)[2:4] == [9, 8]
    record(folder, "142", 5)
    assert call(folder, 142)[2:3] == [5]
    assert len(call(folder, 1042)) == 4 + 4


def test_there_is_a_pause_between_two_clips(folder: Path) -> None:
    said = Recordings(folder, ("number", "counter"), 0.001).said(Called("C", 1, 1))
    assert heard(said) == [1, *[0] * 8, 1]


@pytest.mark.parametrize(
    ("name", "wrong", "why"),
    [
        ("7", {"width": 1}, "clips are of 16 bits"),
        ("7", {"rate": 44_100}, "differ in channels or rate"),
    ],
)
def test_clips_that_do_not_go_together_are_refused(folder: Path, name: str, wrong: dict[str, int], why: str) -> None:
    record(folder, name, 1, **wrong)
    with pytest.raises(CannotBeSaid, match=why):
        call(folder, 7)


@pytest.mark.parametrize("content", [b"", b"RIFF", silence(0.01)[:30]])
def test_a_clip_that_is_missing_or_broken_is_named(folder: Path, content: bytes) -> None:
    (folder / "7.wav").write_bytes(content)
    with pytest.raises(CannotBeSaid, match=r"7\.wav"):
        call(folder, 7)
    (folder / "7.wav").unlink()
    with pytest.raises(CannotBeSaid, match=r"7\.wav"):
        call(folder, 7)


@pytest.mark.parametrize(
    "order", ["say = 1", "say = [1]", "", "say = [", 'say = ["../x"]', 'say = ["a"]\npause_ms = "x"']
)
def test_an_order_that_is_wrong_is_refused(tmp_path: Path, order: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "clips.toml").write_text(order)
    with pytest.raises(CannotBeSaid, match=r"clips\.toml"):
        recordings(tmp_path, "en")


def test_an_office_without_recordings_of_a_language_has_none(tmp_path: Path) -> None:
    assert recordings(tmp_path, "en") is None
    assert recordings(tmp_path, "..") is None
