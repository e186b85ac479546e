"""A story told step by step: each is named on the terminal with its seconds, and leaves a picture."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Protocol


class Missing(Exception):
    """This machine lacks something a step needs; the words say what."""


class StepFailed(Exception):
    """A step did not come out as it should; the words say which and why."""


class Camera(Protocol):
    """Whatever can be photographed."""

    def photograph(self, file: Path) -> object: ...


class Story:
    """Pictures lie in `folder`, numbered and named for their steps. `left_out` names the steps not done, and why."""

    def __init__(self, folder: Path, tell: Callable[[str], None] = print) -> None:
        self.folder, self._tell = folder, tell
        self._told = 0
        self.left_out: list[str] = []

    @contextmanager
    def step(self, title: str, camera: Camera | None = None) -> Iterator[None]:
        """One step. What goes wrong becomes `StepFailed`; where this machine lacks something the story goes on."""
        self._told += 1
        began = monotonic()
        file = self.folder / f"{self._told:02}-{re.sub(r'[^a-z0-9]+', '-', title.lower())}.png"
        try:
            yield
            if camera:
                camera.photograph(file)
        except Missing as missing:
            self.left_out.append(f"{title}: {missing}")
            self._say("–", began, f"{title} (left out: {missing})")
        except Exception as error:
            self._say("✕", began, title)
            # Where the camera itself is what failed there is no picture, but the failure still has its words.
            with suppress(Exception):
                if camera:
                    camera.photograph(file.with_stem(f"{file.stem}-failed"))
            raise StepFailed(f"{title}: {str(error) or type(error).__name__}") from error
        else:
            self._say("✓", began, title)

    def _say(self, sign: str, began: float, words: str) -> None:
        self._tell(f"{sign} {monotonic() - began:5.1f} s  {self._told:02} {words}")
