"""What a clerk may look up in the small panel, changing nothing: a number, and why one went before another."""

from collections.abc import Callable
from typing import TypeVar

from desk.ui.ask import Ask
from desk.ui.supervisor_words import clock
from desk.ui.words import figures, leg_word, reason_said, stopwatch
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire

T = TypeVar("T")


class Looking:
    """Questions with an answer to read."""

    def __init__(self, ask: Ask, counter: Counter, hall: Hall, language: Language) -> None:
        self._ask, self._counter, self._hall, self._language = ask, counter, hall, language

    def search(self) -> None:
        """Where a number of today stands."""
        self._ask.begin(
            lambda: self._ask.write(
                "search",
                self._language.say("Which number are you looking for?"),
                self._language.say("Look"),
                self._look,
                most=16,
            )
        )

    def why(self) -> None:
        """Why one number went before another."""
        self._ask.begin(
            lambda: self._ask.write(
                "first",
                self._language.say("Which number was called first?"),
                self._language.say("Go on"),
                self._before,
                most=16,
            )
        )

    def day(self) -> None:
        """One's own figures of today; they come from the server, and nobody else's are there."""
        self._ask.begin(lambda: self._ask.tell(self._language.say("My day"), self._language.say("One moment …")))
        self._counter.own_day(self._while_asked(self._told_day))

    def _told_day(self, day: wire.OwnDay) -> None:
        self._ask.begin(lambda: self._ask.tell(self._language.say("My day"), self._day_words(day)))

    def _day_words(self, day: wire.OwnDay) -> str:
        say = self._language.say
        told = [say("Served: {count}", count=day.served), say("Did not come: {count}", count=day.no_shows)]
        if day.serving_seconds is not None:
            told.append(say("Average time of service: {time}", time=figures(stopwatch(day.serving_seconds))))
        if day.coming_seconds is not None:
            told.append(
                say("Average time from the call to the start: {time}", time=figures(stopwatch(day.coming_seconds)))
            )
        return "\n\n".join(told)

    def _before(self, first: str) -> None:
        if first:
            self._ask.go(
                lambda: self._ask.write(
                    "second",
                    self._language.say("Before which number?"),
                    self._language.say("Look"),
                    lambda second: self._compare(first, second),
                    most=16,
                )
            )

    def _compare(self, first: str, second: str) -> None:
        if second:
            self._counter.explain(first, second, self._while_asked(self._explained))

    def _explained(self, said: wire.Explanation) -> None:
        title = f"{figures(said.first)} · {figures(said.second)}"
        self._ask.go(lambda: self._ask.tell(title, "\n\n".join((said.text, *(due.text for due in said.dues)))))

    def _look(self, number: str) -> None:
        if number:
            self._counter.find(number, self._while_asked(self._found))

    def _found(self, ticket: wire.Ticket | None) -> None:
        if ticket is None:
            self._ask.complain(self._language.say("There is no such number today."))
        else:
            self._ask.go(lambda: self._ask.tell(figures(ticket.number), self._standing(ticket)))

    def _while_asked(self, told: Callable[[T], None]) -> Callable[[T], None]:
        """What the server says is told only while its question still stands there: not over another one."""
        asked = self._ask.step

        def answered(answer: T) -> None:
            if self._ask.step is asked:
                told(answer)

        return answered

    def _standing(self, ticket: wire.Ticket) -> str:
        say = self._language.say
        told = [ticket.service_name, say("waited {minutes} min", minutes=ticket.waited // 60)]
        told += [say("Ahead of it: {count}", count=ticket.ahead)] if ticket.ahead else []
        for leg in ticket.legs:
            told.append(f"{self._hall.line_name(leg.line)}: {leg_word(leg.state, self._language)}")
            if leg.state == "parked" and leg.return_at is not None:
                told.append(say("Back in line at {time}", time=clock(leg.return_at, self._hall)))
            reason = reason_said(leg.reason, self._hall.parkings, self._language)
            told += [say("Reason: {reason}", reason=reason)] if reason else []
            told += [say("Note: {note}", note=leg.note)] if leg.note else []
        return "\n".join(told)
