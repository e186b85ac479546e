"""The voice against a program that stands in for espeak-ng and writes down what it is told."""

import time
from pathlib import Path

import pytest

from assets.words import languages
from kiosk.speech.espeak import Espeak, voice_here
from kiosk.speech.voice import Mute

SPEAKER = """#!/bin/sh
printf '%s|' "$*" >> {log}
cat >> {log}
echo >> {log}
{then}
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    install(tmp_path, "")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    (tmp_path / "log").touch()
    return tmp_path / "log"


def install(folder: Path, then: str) -> None:
    program = folder / "espeak-ng"
    program.write_text(SPEAKER.format(log=folder / "log", then=then))
    program.chmod(0o755)


def silent(voice: Espeak) -> bool:
    end = time.monotonic() + 5
    while voice.speaking and time.monotonic() < end:
        time.sleep(0.005)
    return not voice.speaking


def test_it_says_one_text_after_another_each_in_its_language(log: Path) -> None:
    voice = Espeak()
    voice.speak("Your number is C042", "en")
    voice.speak("رقمك C042", "ar")
    assert silent(voice)
    first, second = log.read_text("utf-8").splitlines()
    assert first == "-v en-gb -s 140 -a 100 --stdin|Your number is  C, 0, 4, 2 "
    assert second.startswith("-v ar -s 140 -a 100 --stdin|رقمك")
    voice.close()


def test_asking_it_to_speak_keeps_nobody_waiting_and_hushing_ends_it_at_once(log: Path) -> None:
    install(log.parent, "exec sleep 30")
    voice = Espeak()
    began = time.monotonic()
    voice.speak("One", "en")
    voice.speak("Two", "en")
    assert time.monotonic() - began < 0.1
    while "One" not in log.read_text("utf-8"):
        time.sleep(0.005)
    assert time.monotonic() - began < 1
    voice.hush()
    assert silent(voice)
    assert "Two" not in log.read_text("utf-8")
    voice.close()


def test_it_becomes_louder_from_the_next_text_on(log: Path) -> None:
    voice = Espeak()
    voice.loud(5)
    voice.speak("Loud", "en")
    assert silent(voice)
    assert "-a 200" in log.read_text("utf-8")
    voice.close()


def test_it_speaks_every_language_of_the_kiosk_filipino_with_a_neighbours_voice(log: Path) -> None:
    voice = Espeak()
    fluent = {language: voice.fluency(language) for language in languages()}
    assert fluent.pop("fil", "borrowed") == "borrowed"
    assert set(fluent.values()) == {"own"}
    assert voice.fluency("xx") == "none"
    voice.speak("not said", "xx")
    assert not voice.speaking
    voice.close()


def test_without_the_program_the_kiosk_is_mute_and_knows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert isinstance(voice_here(), Mute)
    assert voice_here().fluency("en") == "none"
