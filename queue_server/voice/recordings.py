"""A voice recorded by people: clips in a folder of the office, one folder a language, put together for a call.

`clips.toml` beside the clips tells their order: the names of clips, and `{letters}`, `{number}`, `{counter}` where
those of the call stand. Letters lie in `A.wav`, numbers in `0.wav` to `99.wav` and `100.wav`, `200.wav` …;
`100-and.wav` is for languages in which a hundred sounds otherwise before more. Any number may have a clip of its own.
"""

import io
import tomllib
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from queue_server.voice.saying import Called

ORDER = "clips.toml"
_WIDTH = 2


class CannotBeSaid(Exception):
    """These recordings do not hold a call; the reason in plain words for whoever made them."""


@dataclass(frozen=True, slots=True)
class Recordings:
    """The clips of one language."""

    folder: Path
    order: tuple[str, ...]
    pause: float
    """Seconds of silence between two clips."""

    def said(self, call: Called) -> bytes:
        """The call as a WAV file. Raises `CannotBeSaid`."""
        clips = [self._clip(name) for name in self._names(call)]
        kinds = {kind for kind, _samples in clips}
        if len(kinds) != 1:
            raise CannotBeSaid(f"{self.folder}: the clips differ in channels or rate: {sorted(kinds)}")
        channels, rate = kinds.pop()
        file = io.BytesIO()
        with wave.open(file, "wb") as whole:
            whole.setparams((channels, _WIDTH, rate, 0, "NONE", ""))
            silence = bytes(int(self.pause * rate) * channels * _WIDTH)
            whole.writeframes(silence.join(samples for _kind, samples in clips))
        return file.getvalue()

    def _names(self, call: Called) -> Iterator[str]:
        for part in self.order:
            match part:
                case "{letters}":
                    yield from call.letters
                case "{number}":
                    yield from self._number(call.n)
                case "{counter}":
                    yield from self._number(call.counter)
                case _:
                    yield part

    def _number(self, n: int) -> Iterator[str]:
        hundreds, rest = n // 100 * 100, n % 100
        if n < 100 or not rest or self._has(str(n)):
            yield str(n)
        elif n < 1000:
            yield f"{hundreds}-and" if self._has(f"{hundreds}-and") else str(hundreds)
            yield str(rest)
        else:
            yield from str(n)

    def _has(self, name: str) -> bool:
        return self._file(name).is_file()

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.wav"

    def _clip(self, name: str) -> tuple[tuple[int, int], bytes]:
        try:
            with wave.open(str(self._file(name)), "rb") as clip:
                if clip.getsampwidth() != _WIDTH:
                    raise CannotBeSaid(f"{self._file(name)}: clips are of 16 bits")
                return (clip.getnchannels(), clip.getframerate()), clip.readframes(clip.getnframes())
        except (OSError, EOFError, wave.Error) as error:
            raise CannotBeSaid(f"{self._file(name)}: {error}") from error


def recordings(folder: Path, language: str) -> Recordings | None:
    """The clips of a language, None when the office has none. Raises `CannotBeSaid` for a wrong `clips.toml`."""
    file = folder / language / ORDER
    if not language.isalpha() or not file.is_file():
        return None
    try:
        told = tomllib.loads(file.read_text("utf-8"))
        order, pause = told["say"], float(told.get("pause_ms", 60)) / 1000
    except (ValueError, TypeError, KeyError) as error:
        raise CannotBeSaid(f"{file}: {error}") from error
    if not isinstance(order, list) or not all(isinstance(part, str) and _is_plain(part) for part in order):
        raise CannotBeSaid(f"{file}: `say` is a list of the clips' names, without `.wav`")
    return Recordings(file.parent, tuple(order), pause)


def _is_plain(part: str) -> bool:
    return Path(part).name == part
