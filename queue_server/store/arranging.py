"""The rows of lines closed for a day, and of what screens say besides calls."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec
from sqlalchemy import bindparam, delete, select

from queue_server.store.books import OFFICE, Book, text
from queue_server.store.statements import Statement, putting
from queue_server.store.tables import closed_line, screen_message

_TODAY = (closed_line.c.office == OFFICE, closed_line.c.day == bindparam("day"))
_CLOSED = Statement(select(closed_line.c.line, closed_line.c.reason).where(*_TODAY))
_CLOSE = putting(closed_line, closed_line.c.office, closed_line.c.day, closed_line.c.line)
_OPEN = Statement(delete(closed_line).where(*_TODAY, closed_line.c.line == bindparam("line")))

_ON_SCREENS = Statement(
    select(screen_message.c.screen, screen_message.c.text, screen_message.c.until).where(
        screen_message.c.office == OFFICE, screen_message.c.until > bindparam("now", type_=screen_message.c.until.type)
    )
)
_SAY = putting(screen_message, screen_message.c.office, screen_message.c.screen)
_HUSH = Statement(
    delete(screen_message).where(screen_message.c.office == OFFICE, screen_message.c.screen == bindparam("screen"))
)


class LineBook(Book):
    """The lines of one office that are closed today."""

    def closed(self, day: date) -> Mapping[str, str]:
        """The lines that give no numbers on a day, with the reason."""
        return {line: str(reason) for line, reason in self._rows(_CLOSED, day=day)}

    def close(self, day: date, line: str, reason: str) -> None:
        """Give no more numbers for a line that day."""
        self._do(_CLOSE, day=day, line=line, reason=reason)

    def reopen(self, day: date, line: str) -> None:
        """Give numbers for it again."""
        self._do(_OPEN, day=day, line=line)


class ScreenBook(Book):
    """What the screens of one office say besides calls."""

    def messages(self, now: datetime) -> Mapping[str, tuple[Mapping[str, str], datetime]]:
        """The messages shown at a moment and until when, by screen; the empty name stands for all screens."""
        rows = self._rows(_ON_SCREENS, now=now)
        return {screen: (msgspec.json.decode(words, type=dict[str, str]), until) for screen, words, until in rows}

    def say(self, screen: str, words: Mapping[str, str], until: datetime) -> None:
        """Keep a message in place of the screen's last."""
        self._do(_SAY, screen=screen, text=text(words), until=until)

    def hush(self, screen: str) -> None:
        """Take a screen's message away."""
        self._do(_HUSH, screen=screen)
