"""The live hall as a supervisor sees it: every line against its target, every counter with who is there."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.plain import Plain
from desk.ui.table import Cell, Row, Table
from desk.ui.words import figures, minutes, reason_said, standing_word
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire


class HallBoard(QWidget):
    """Two tables: `lines` and `counters`. The row stood on is what the acts beside it are for."""

    def __init__(self, hall: Hall, language: Language) -> None:
        super().__init__()
        self._hall, self._language = hall, language
        self._sum = Plain("strong", wraps=True)
        self._sum.setObjectName("hall-sum")
        self._lines_head, self._counters_head = Plain("heading"), Plain("heading")
        self.lines, self.counters = Table("lines", stretched=0), Table("counters", stretched=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._sum)
        column.addWidget(self._lines_head)
        column.addWidget(self.lines, 4)
        column.addWidget(self._counters_head)
        column.addWidget(self.counters, 6)

    def refresh(self) -> None:
        """Show the hall as it stands now."""
        say, floor = self._language.say, self._hall.floor
        self._lines_head.setText(say("Lines"))
        self._counters_head.setText(say("Counters"))
        self.lines.setAccessibleName(say("Lines"))
        self.counters.setAccessibleName(say("Counters"))
        if floor is None:
            return
        self._sum.setText(self._in_short(floor))
        heads = (say("Line"), say("Waiting"), say("Longest"), say("Target"), say("State"))
        self.lines.show_rows(heads, [Row(line.line, self._line(line)) for line in floor.lines])
        heads = (say("Counter"), say("Clerk"), say("State"), say("Since"), say("Lines"))
        self.counters.show_rows(heads, [Row(str(place.n), self._counter(place)) for place in floor.counters])

    def _in_short(self, floor: wire.Hall) -> str:
        say = self._language.say
        over = sum(self._hall.standing(line) == "stop" for line in floor.lines if line.waiting)
        at_work = [place for place in floor.counters if place.state == "open"]
        parts = (
            say("{count} waiting", count=sum(line.waiting for line in floor.lines)),
            say("Lines over the target: {count}", count=over),
            say("Counters open: {count}, free: {idle}", count=len(at_work), idle=sum(map(_is_free, at_work))),
        )
        return " · ".join(parts)

    def _line(self, line: wire.LineStatus) -> list[Cell]:
        language = self._language
        waits = line.waiting > 0
        return [
            Cell(line.name),
            Cell(figures(str(line.waiting))),
            Cell(minutes(self._hall.longest(line), language) if waits else ""),
            Cell(minutes(line.target_minutes * 60, language)),
            self._standing(line),
        ]

    def _standing(self, line: wire.LineStatus) -> Cell:
        say, standing = self._language.say, self._hall.standing(line)
        closed = "" if line.open else say("Closed for today")
        if not line.waiting:
            return Cell(closed, "quiet") if closed else Cell(say("Nobody is waiting."))
        return Cell(" · ".join(part for part in (standing_word(standing, self._language), closed) if part), standing)

    def _counter(self, place: wire.CounterStatus) -> list[Cell]:
        since = _since(place)
        names = {line.line: line.name for line in self._hall.floor.lines} if self._hall.floor else {}
        return [
            Cell(place.name),
            Cell(place.clerk or ""),
            self._state(place),
            Cell(minutes(self._hall.since(since), self._language) if since else ""),
            Cell(" · ".join(names[line] for line in place.lines if line in names)),
        ]

    def _state(self, place: wire.CounterStatus) -> Cell:
        say = self._language.say
        if place.ticket is not None:
            number = figures(place.ticket.number)
            serving = any(leg.state == "serving" for leg in place.ticket.legs)
            words = say("Serving {number}", number=number) if serving else say("Called {number}", number=number)
            return Cell(words, "good")
        if place.state == "open":
            wanted = any(line.waiting for line in self._hall.lines_of(place.n)[0])
            return Cell(say("Free, and people wait"), "careful") if wanted else Cell(say("Free"), "good")
        if place.state == "break":
            reason = reason_said(place.reason, self._hall.breaks, self._language)
            return Cell(say("On a break") + (f" ({reason})" if reason else ""), "quiet")
        return Cell(say("Closed"), "quiet")


def _is_free(place: wire.CounterStatus) -> bool:
    return place.ticket is None


def _since(place: wire.CounterStatus) -> datetime | None:
    """Since when the counter stands as it does: service or the call, else as the server knows."""
    for leg in place.ticket.legs if place.ticket else []:
        if leg.state in {"called", "serving"}:
            return leg.started_at or leg.called_at
    return place.since
