"""The voice against programs that stand in for espeak-ng, and against recordings of silence."""

import asyncio
import io
import wave
from pathlib import Path

import pytest

from queue_server.voice import voice as voices
from queue_server.voice.speaking import HELD_SECONDS, OneSpeaks
from queue_server.voice.synthetic import PROGRAM, spoken_aloud
from queue_server.voice.voice import Voice
from tests.display.clips import silence
from tests.voice.test_saying import needs_espeak

HEADER = "RIFF" + "-" * 40


def install(folder: Path, then: str) -> Path:
    """A program that writes down what it is told; `then` is what else it does."""
    program = folder / PROGRAM
    program.write_text(f'#!/bin/sh\n(echo "$*"; cat) >> {folder}/log\n{then}\n')
    program.chmod(0o755)
    return folder / "log"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return install(tmp_path, f"printf '{HEADER}abcd'")


def samples(sound: bytes | None) -> bytes:
    assert sound is not None
    with wave.open(io.BytesIO(sound)) as clip:
        assert (clip.getnchannels(), clip.getsampwidth(), clip.getframerate()) == (1, 2, 22_050)
        return bytes(clip.readframes(clip.getnframes()))


def test_a_call_is_said_by_the_voice_of_its_language_and_made_once_for_all_who_ask(log: Path) -> None:
    async def asked() -> list[bytes | None]:
        voice = Voice()
        together = await asyncio.gather(*(voice.clip("C042", 3, "hi") for _screen in range(4)))
        return [*together, await voice.clip("C042", 3, "hi")]

    clips = asyncio.run(asked())
    assert {samples(clip) for clip in clips} == {b"abcd"}
    assert log.read_text() == "-v hi -s 160 --stdin --stdout\nटोकन नंबर सी, बयालीस, कृपया काउंटर नंबर तीन पर आइए।"


def test_only_the_newest_calls_are_kept(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "KEPT_BYTES", 100)  # Two of them are 96.

    async def asked() -> None:
        voice = Voice()
        for number in ("A001", "A002", "A002", "A003", "A002", "A001"):
            await voice.clip(number, 1, "en")

    asyncio.run(asked())
    assert log.read_text().count("Number A") == 4


@pytest.mark.parametrize("asked", [("Ali", 1, "en"), ("C042", 0, "en"), ("C042", 1, "xx"), ("C042", 1, "../en")])
def test_what_is_no_call_never_reaches_the_program(log: Path, asked: tuple[str, int, str]) -> None:
    assert asyncio.run(Voice().clip(*asked)) is None
    assert not log.exists()


@pytest.mark.parametrize("fault", ["exit 1", f"printf '{HEADER}'", f"printf '{HEADER}abcd'; exit 3"])
def test_a_program_that_fails_says_nothing(log: Path, fault: str) -> None:
    install(log.parent, fault)
    assert asyncio.run(Voice().clip("C042", 3, "en")) is None


def test_a_program_that_hangs_is_given_up(log: Path) -> None:
    install(log.parent, "exec sleep 30")
    assert asyncio.run(spoken_aloud("Hello", "en-gb", patience=0.1)) is None


def test_without_the_program_there_is_no_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert asyncio.run(Voice().clip("C042", 3, "en")) is None
    assert asyncio.run(Voice().test("en")) is None


def test_the_sound_can_be_heard_without_calling_anybody(log: Path, tmp_path: Path) -> None:
    assert samples(asyncio.run(Voice().test("en"))) == b"abcd"
    assert "Nobody is called." in log.read_text()
    recorded = tmp_path / "recordings" / "en" / "test.wav"
    recorded.parent.mkdir(parents=True)
    recorded.write_bytes(silence(0.01))
    assert asyncio.run(Voice(tmp_path / "recordings").test("en")) == silence(0.01)


def test_recordings_win_over_the_program_and_where_they_lack_a_clip_it_speaks(
    log: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "recordings" / "en"
    folder.mkdir(parents=True)
    (folder / "clips.toml").write_text('say = ["{letters}", "{number}", "{counter}"]\npause_ms = 0\n')
    for name in ("C", "3", "42"):
        (folder / f"{name}.wav").write_bytes(silence(0.01))
    voice = Voice(tmp_path / "recordings")
    assert asyncio.run(voice.clip("C042", 3, "en")) == silence(0.03)
    assert not log.exists()
    assert samples(asyncio.run(voice.clip("C043", 3, "en"))) == b"abcd"
    assert "43.wav" in caplog.text
    assert samples(asyncio.run(voice.clip("C042", 3, "ar"))) == b"abcd"


@needs_espeak
def test_the_real_voice_says_a_call_in_two_to_eight_seconds() -> None:
    async def said() -> list[bytes | None]:
        voice = Voice()
        return [await voice.clip("C142", 12, language) for language in ("ar", "en", "si", "fil")]

    for sound in asyncio.run(said()):
        heard = samples(sound)
        assert 2 < len(heard) / 2 / 22_050 < 8
        assert any(heard)


def test_of_several_televisions_of_one_screen_one_speaks_until_it_falls_silent() -> None:
    turns = OneSpeaks()
    assert turns.may_speak("hall", "one", 0)
    assert not turns.may_speak("hall", "two", HELD_SECONDS - 1)
    assert turns.may_speak("upstairs", "two", 1)
    assert turns.may_speak("hall", "one", HELD_SECONDS - 1)
    assert not turns.may_speak("hall", "two", HELD_SECONDS + 1)
    assert turns.may_speak("hall", "two", 2 * HELD_SECONDS)
    assert not turns.may_speak("hall", "one", 2 * HELD_SECONDS + 1)
