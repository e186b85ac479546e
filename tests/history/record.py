"""A history: what every client asked and what it was told, in order, added to and never changed."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

Outcome = Literal["ok", "fail", "unknown"]


@dataclass(frozen=True, slots=True)
class Line:
    """An act was asked for, or its answer came; `at` is monotonic seconds. No answer is `unknown`, not `fail`."""

    at: float
    client: str
    act: str
    key: str
    heard: Literal["asked"] | Outcome
    counter: int | None = None
    answer: Any = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act as its client knows it, under one idempotency key, however often it was asked for."""

    client: str
    act: str
    key: str
    counter: int | None
    outcome: Outcome
    answer: Any
    asked_at: float
    heard_at: float | None

    def __str__(self) -> str:
        return f"{self.client}'s {self.act} under key {self.key}"


class Refusal(Exception):
    """The server said no: nothing was changed."""


class History:
    """The lines of all clients of one office; safe to use from several threads. `heard` is told of each new one."""

    def __init__(self, lines: Sequence[Line] = (), heard: Callable[[Line], object] = lambda _line: None) -> None:
        self._lines, self._lock, self._heard = list(lines), threading.Lock(), heard

    def __len__(self) -> int:
        return len(self._lines)

    def lines(self) -> list[Line]:
        """All lines so far."""
        return self._lines[:]

    def until(self, length: int) -> "History":
        """As it stood when it had so many lines: what was asked and not answered by then is unknown."""
        return History(self._lines[:length])

    @contextmanager
    def asking(
        self, client: str, act: str, key: str, counter: int | None, is_refusal: Callable[[Exception], bool]
    ) -> Iterator[Callable[[Any], None]]:
        """Record an act around its doing; what is raised decides between `fail` and `unknown`."""
        told: list[Any] = []
        self.add(client, act, key, "asked", counter)
        try:
            yield told.append
        except BaseException as error:
            refused = isinstance(error, Exception) and is_refusal(error)
            self.add(client, act, key, "fail" if refused else "unknown", counter)
            raise
        self.add(client, act, key, "ok", counter, told[0])

    def add(
        self,
        client: str,
        act: str,
        key: str,
        heard: Literal["asked"] | Outcome,
        counter: int | None = None,
        answer: Any = None,
    ) -> None:
        """Add a line."""
        with self._lock:
            line = Line(time.monotonic(), client, act, key, heard, counter, answer)
            self._lines.append(line)
            self._heard(line)

    def acts(self) -> list[Act]:
        """The acts, in the order they were first asked for."""
        first: dict[str, Line] = {}
        last: dict[str, Line] = {}
        for line in self.lines():
            first.setdefault(line.key, line)
            if line.heard != "asked" and (line.key not in last or last[line.key].heard != "ok"):
                last[line.key] = line
        return [_act(asked, last.get(key)) for key, asked in first.items()]

    def save(self, file: Path) -> None:
        """Keep it as JSON, one line each."""
        file.write_bytes(b"".join(msgspec.json.encode(asdict(line)) + b"\n" for line in self.lines()))


def _act(asked: Line, heard: Line | None) -> Act:
    outcome: Outcome = "unknown" if heard is None or heard.heard == "asked" else heard.heard
    answer, at = (None, None) if heard is None else (heard.answer, heard.at)
    return Act(asked.client, asked.act, asked.key, asked.counter, outcome, answer, asked.at, at)
