"""espeak-ng as the voice: small, offline, and it speaks all our languages but one."""

import shutil
import subprocess
from collections.abc import Sequence
from queue import SimpleQueue
from threading import Lock, Thread

from assets import path
from assets.spoken import spoken
from kiosk.speech.pronouncing import pronounced
from kiosk.speech.voice import USUAL, Fluency, Mute, Voice

SPEAKER = "espeak-ng"
PLAYER = "aplay"

_WORDS_A_MINUTE = "140"
_AMPLITUDE = {1: "30", 2: "60", 3: "100", 4: "140", 5: "200"}


def voice_here() -> Voice:
    """The voice of this machine: espeak-ng where it is installed."""
    return Espeak() if shutil.which(SPEAKER) else Mute()


class Espeak:
    """One process a text, started by a thread of its own so that no touch ever waits for a voice."""

    def __init__(self) -> None:
        self._due: SimpleQueue[tuple[int, str, str] | None] = SimpleQueue()
        self._lock = Lock()
        self._round = 0
        """Texts of an earlier round were hushed."""
        self._waiting = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._amplitude = _AMPLITUDE[USUAL]
        self._thread = Thread(target=self._run, name="voice", daemon=True)
        self._thread.start()

    def fluency(self, language: str) -> Fluency:
        """As its table says."""
        how = spoken(language)
        return "none" if how is None else "borrowed" if how.borrowed else "own"

    def speak(self, text: str, language: str) -> None:
        """Queue a text."""
        if spoken(language):
            with self._lock:
                self._waiting += 1
                self._due.put((self._round, text, language))

    def hush(self) -> None:
        """End the process that speaks; the thread passes over what was queued before."""
        with self._lock:
            self._round += 1
            if self._process:
                self._process.kill()

    def chime(self) -> None:
        """By the sound card's own player; without one the warning is seen, not heard."""
        if player := shutil.which(PLAYER):
            _started([player, "-q", str(path("sounds", "chime.wav"))])

    def loud(self, level: int) -> None:
        """From the next text on."""
        self._amplitude = _AMPLITUDE[level]

    @property
    def speaking(self) -> bool:
        """Whether a text is being said or waits."""
        return self._waiting > 0

    def close(self) -> None:
        """End the thread."""
        self.hush()
        self._due.put(None)
        self._thread.join(timeout=2)

    def _run(self) -> None:
        while self._said_next():
            pass

    def _said_next(self) -> bool:
        """Whether there was a text; a function of its own, so that the thread holds none while it waits."""
        due = self._due.get()
        if due is None:
            return False
        round_, text, language = due
        process = self._begun(round_, language)
        if process:
            process.communicate(pronounced(text, language).encode())
        with self._lock:
            self._process = None
            self._waiting -= 1
        return True

    def _begun(self, round_: int, language: str) -> subprocess.Popen[bytes] | None:
        how = spoken(language)
        with self._lock:
            if how is None or round_ != self._round:
                return None
            command = [SPEAKER, "-v", how.voice, "-s", _WORDS_A_MINUTE, "-a", self._amplitude, "--stdin"]
            self._process = _started(command)
            return self._process


def _started(command: Sequence[str]) -> subprocess.Popen[bytes] | None:
    try:
        return subprocess.Popen(  # noqa: S603  # Our own words, to a program of the system.
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except OSError:
        return None
