"""One table of a catalogue file, read key by key; whatever is wrong is noted with its place and reading goes on."""

import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, time
from difflib import get_close_matches
from typing import Any, TypeVar

T = TypeVar("T")

_NAME = re.compile("[a-z0-9][a-z0-9_-]{0,63}")
_KINDS = {
    str: "words",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date",
    time: "a time",
    list: "a list",
    dict: "a table",
}


class Entry:
    """A table at a place in the file. Reads never fail: what is wrong is noted, and something harmless stands in.

    `close` refuses the keys nobody asked for.
    """

    def __init__(self, where: str, table: Mapping[str, Any], problems: list[str]) -> None:
        self.where = where
        self._table, self._problems = table, problems
        self._asked: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def has(self, key: str) -> bool:
        """Whether a key that may be left out is there."""
        self._asked.add(key)
        return key in self._table

    def refuse(self, key: str, problem: str) -> None:
        """Note a problem at one of this table's keys, or with "" at the table itself."""
        self._problems.append(f"{self._place(key)}: {problem}")

    def close(self) -> None:
        """Refuse every key that was not asked for."""
        for key in self._table:
            if key not in self._asked:
                self.refuse(key, "no such key" + _nearest(key, self._asked))

    def word(self, key: str) -> str:
        """Words, and not none."""
        word = self._take(key, str)
        if word is not None and not word.strip():
            self.refuse(key, "is empty")
        return word or ""

    def number(self, key: str, least: int) -> int:
        """A whole number of at least `least`."""
        number = self._take(key, int)
        if number is not None and number < least:
            self.refuse(key, f"is less than {least}")
        return least if number is None else number

    def measure(self, key: str) -> float:
        """A number of more than nothing, whole or not."""
        number = self._take(key, float if isinstance(self._table.get(key), float) else int)
        if number is not None and not 0 < number < math.inf:
            self.refuse(key, "is not more than nothing")
        return float(number or 1)

    def flag(self, key: str) -> bool:
        """True or false; false when left out."""
        return self.has(key) and bool(self._take(key, bool))

    def date(self, key: str) -> date:
        """A date."""
        return self._take(key, date) or date.min

    def time(self, key: str) -> time:
        """A time of day."""
        return self._take(key, time) or time.min

    def text(self, key: str, languages: Iterable[str]) -> dict[str, str]:
        """Words in every language of the office, and in no other."""
        inner = self.table(key)
        text = {language: inner.word(language) for language in languages}
        inner.close()
        return text

    def one_of(self, key: str, declared: Collection[str], kind: str) -> str:
        """The name of something declared; the first of them stands in for one that is not."""
        name = self._take(key, str)
        known = name is not None and self.known(key, name, declared, kind)
        return name if name is not None and known else next(iter(declared), "")

    def some_of(self, key: str, declared: Collection[str], kind: str) -> tuple[str, ...]:
        """Names of things declared."""
        return tuple(name for name in self.names(key) if self.known(key, name, declared, kind))

    def known(self, key: str, name: str, declared: Collection[str], kind: str) -> bool:
        """Whether a name is declared; refused with the nearest when it is not."""
        if name not in declared:
            self.refuse(key, f"no such {kind}: {name!r}" + _nearest(name, declared))
        return name in declared

    def names(self, key: str) -> list[str]:
        """Names, each once; one alone needs no list."""
        alone = isinstance(self._table.get(key), str)
        names: list[str] = []
        for name in [self.word(key)] if alone else self.items(key):
            if not isinstance(name, str):
                self.refuse(key, f"is not words: {name!r}")
            elif name in names:
                self.refuse(key, f"stands there twice: {name!r}")
            else:
                names.append(name)
        return names

    def items(self, key: str) -> list[Any]:
        """A list of anything."""
        return self._take(key, list) or []

    def table(self, key: str) -> "Entry":
        """A table inside this one."""
        return Entry(self._place(key), self._take(key, dict) or {}, self._problems)

    def at(self, key: str, n: int, item: object) -> "Entry":
        """The n-th item of a list, as a table."""
        entry = Entry(f"{self._place(key)}[{n}]", item if isinstance(item, dict) else {}, self._problems)
        if not isinstance(item, dict):
            entry.refuse("", f"is not a table: {item!r}")
        return entry

    def tables(self, key: str) -> "list[Entry]":
        """A list of tables."""
        return [self.at(key, n, item) for n, item in enumerate(self.items(key), 1)]

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

    def _place(self, key: str) -> str:
        return ".".join(part for part in (self.where, key) if part)

    def _take(self, key: str, kind: type[T]) -> T | None:
        """The value, or None when it is missing or of another kind; that is then noted."""
        if not self.has(key):
            self.refuse(key, "is missing")
            return None
        value = self._table[key]
        # Exactly that type: to Python a bool is an int and a datetime a date, to an office they are not.
        if type(value) is not kind:
            self.refuse(key, f"is not {_KINDS[kind]}: {value!r}")
            return None
        return value


def _nearest(name: str, names: Iterable[str]) -> str:
    """What was probably meant, as the end of a problem; nothing when no name is near."""
    close = get_close_matches(name, sorted(names), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
