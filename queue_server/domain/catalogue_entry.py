"""One table of a catalogue file, read key by key; whatever is wrong is noted with its place and reading goes on."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from difflib import get_close_matches
from typing import Any, TypeVar

T = TypeVar("T")

_NAME = re.compile("[a-z0-9][a-z0-9_-]{0,63}")
_KINDS = {str: "words", int: "a whole number", date: "a date", time: "a time", list: "a list", dict: "a table"}


class Entry:
    """A table at a place in the file. Reads never fail: what is wrong is noted, and something harmless stands in.

    `close` refuses the keys nobody asked for.
    """

    def __init__(self, where: str, table: Mapping[str, Any], problems: list[str]) -> None:
        self.where = where
        self._table, self._problems = table, problems
        self._asked: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def refuse(self, key: str, problem: str) -> None:
        """Note a problem at one of this table's keys."""
        place = f"{self.where}.{key}" if self.where and key else self.where or key
        self._problems.append(f"{place}: {problem}")

    def close(self) -> None:
        """Refuse every key that was not asked for."""
        for key in self._table:
            if key not in self._asked:
                self.refuse(key, "no such key" + nearest(key, self._asked))

    def word(self, key: str, default: str | None = None) -> str:
        """A line of words that is not empty."""
        word = self._take(key, str, default)
        if not word.strip() and default is None and isinstance(self._table.get(key), str):
            self.refuse(key, "is empty")
        return word

    def number(self, key: str, least: int, default: int | None = None) -> int:
        """A whole number of at least `least`."""
        number = self._take(key, int, default)
        if key in self._table and number < least and isinstance(self._table[key], int):
            self.refuse(key, f"is less than {least}")
        return number

    def flag(self, key: str) -> bool:
        """True or false; false when left out."""
        return self._take(key, bool, default=False)

    def date(self, key: str) -> date:
        """A date."""
        return self._take(key, date, None)

    def time(self, key: str) -> time:
        """A time of day."""
        return self._take(key, time, None)

    def one_of(self, key: str, choices: Iterable[str], kind: str) -> str:
        """The name of something declared; the first of them stands in for one that is not."""
        declared, name = list(choices), self._take(key, str, None)
        if isinstance(self._table.get(key), str) and not self.known(key, name, declared, kind):
            name = ""
        return name or next(iter(declared), "")

    def known(self, key: str, name: str, choices: Iterable[str], kind: str) -> bool:
        """Whether a name is declared; refused with the nearest when it is not."""
        declared = list(choices)
        if name not in declared:
            self.refuse(key, f"no such {kind}: {name!r}" + nearest(name, declared))
        return name in declared

    def some_of(self, key: str, choices: Iterable[str], kind: str) -> tuple[str, ...]:
        """Names of things declared, each once; one alone needs no list."""
        declared, names = list(choices), []
        alone = isinstance(self._table.get(key), str)
        for name in [self._take(key, str, None)] if alone else self.items(key):
            if not isinstance(name, str):
                self.refuse(key, f"{name!r} is not words")
            elif name in names:
                self.refuse(key, f"{name!r} stands there twice")
            elif self.known(key, name, declared, kind):
                names.append(name)
        return tuple(names)

    def text(self, key: str, languages: Iterable[str]) -> dict[str, str]:
        """Words in every language of the office, and in no other."""
        inner = self.table(key)
        text = {language: inner.word(language) for language in languages}
        inner.close()
        return text

    def texts(self, key: str, languages: Iterable[str]) -> dict[str, dict[str, str]]:
        """A table of words, by name in file order."""
        inner = self.table(key)
        return {name: inner.text(name, languages) for name in inner}

    def items(self, key: str) -> list[Any]:
        """A list of anything."""
        return self._take(key, list, None)

    def tables(self, key: str) -> "list[Entry]":
        """A list of tables."""
        return [self.at(key, n, item) for n, item in enumerate(self.items(key), 1)]

    def at(self, key: str, n: int, item: object) -> "Entry":
        """The n-th item of a list as a table."""
        inner = Entry(f"{self.where}.{key}[{n}]", item if isinstance(item, dict) else {}, self._problems)
        if not isinstance(item, dict):
            inner.refuse("", f"is not a table: {item!r}")
        return inner

    def table(self, key: str) -> "Entry":
        """A table inside this one."""
        return Entry(f"{self.where}.{key}" if self.where else key, self._take(key, dict, None), self._problems)

    def each(self, key: str, read: Callable[[str, "Entry"], T]) -> dict[str, T]:
        """Every named table under a key, read and closed, by name in file order."""
        inner, things = self.table(key), {}
        for name in inner:
            if not _NAME.fullmatch(name):
                inner.refuse(name, "a name is small letters, digits and hyphens, at most 64")
            entry = inner.table(name)
            things[name] = read(name, entry)
            entry.close()
        return things

    def _take(self, key: str, kind: type[T], default: T | None) -> T:
        self._asked.append(key)
        if key not in self._table:
            if default is None:
                self.refuse(key, "is missing")
            return _empty(kind) if default is None else default
        value = self._table[key]
        # A bool is an int to Python and a datetime a date; to an office they are not.
        if type(value) is not kind:
            self.refuse(key, f"is not {_KINDS.get(kind, 'true or false')}: {value!r}")
            return _empty(kind)
        return value


def nearest(name: str, names: Iterable[str]) -> str:
    """What was probably meant, as the end of a problem; nothing when no name is near."""
    close = get_close_matches(name, list(names), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _empty(kind: type[T]) -> T:
    return kind.min if kind in {date, time} else kind()  # type: ignore[attr-defined]
