"""What each act at a counter still has to know, asked in the small panel."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Literal
from zoneinfo import ZoneInfo

from desk.ui.ask import Ask, Step
from desk.ui.findings import documents
from desk.ui.words import language_word
from desk.viewmodels.counter import Counter, Outcome
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire

_LATER = (10, 20, 30, 60)
"""Minutes after which a parked visitor usually comes back."""

_LEAST_REASON = 3
"""Letters of a reason somebody else can understand."""

Place = Literal["keep", "first", "last"]


class CounterAsks:
    """One method an act; each begins at its first question and acts at its last."""

    def __init__(self, ask: Ask, counter: Counter, hall: Hall, language: Language) -> None:
        self._ask, self._counter, self._hall, self._language = ask, counter, hall, language

    def finish(self) -> None:
        """How the visit ended: 3 and the paper's key say which paper was wrong after all."""
        say = self._language.say

        def paper() -> None:
            findings = self._counter.check.findings if self._counter.check else []
            self._ask.choose(
                say("Which paper was wrong?"),
                *((documents(each), partial(self._finish, "papers_wrong", each.requirement)) for each in findings),
                told="" if findings else say("This visitor's papers are not shown here."),
            )

        self._ask.begin(
            lambda: self._ask.choose(
                say("How did the visit end?"),
                (say("Completed"), partial(self._finish, "completed")),
                (say("Not completed"), partial(self._finish, "not_completed")),
                (say("Papers were wrong"), partial(self._ask.go, paper)),
            )
        )

    def take_break(self) -> None:
        """Why the clerk stops for a while."""
        say = self._language.say
        self._reason(
            say("Why the break?"),
            self._hall.breaks,
            self._counter.take_break,
        )

    def park(self) -> None:
        """Why the visitor goes, and when they come back."""
        say = self._language.say
        self._reason(
            say("Why does the visitor go?"),
            self._hall.parkings,
            lambda reason: self._ask.go(partial(self._when_back, reason)),
        )

    def transfer(self) -> None:
        """Where to, in which place, and a word to whoever serves next."""
        say = self._language.say
        self._ask.begin(
            lambda: self._ask.choose(
                say("Where does the visitor go?"),
                (say("To a line"), partial(self._ask.go, self._to_line)),
                (say("To a counter"), partial(self._ask.go, self._to_counter)),
                (say("To a clerk"), partial(self._ask.go, self._to_clerk)),
            )
        )

    def add_service(self) -> None:
        """Which further service, and a word to whoever gives it."""
        self._ask.begin(
            lambda: self._ask.choose(
                self._language.say("Which service comes next?"),
                *(
                    (
                        self._language.of(service.name),
                        partial(self._note, partial(self._counter.add_service, service.id)),
                    )
                    for service in self._services()
                ),
            )
        )

    def call_number(self) -> None:
        """Which number."""
        self._ask.begin(
            lambda: self._ask.write(
                "number",
                self._language.say("Which number is to be called?"),
                self._language.say("Call"),
                self._some(self._counter.call_number),
                most=16,
                told=self._language.say("It is called out of turn; the journal keeps that."),
            )
        )

    def walk_in(self) -> None:
        """What a visitor without a number comes for, who they are, their language, and why the papers may pass."""
        own, _ = self._hall.lines_of(self._counter.n)
        lines = {line.line for line in own}
        self._ask.begin(
            lambda: self._ask.choose(
                self._language.say("What does the visitor come for?"),
                *(
                    (self._language.of(service.name), partial(self._ask.go, partial(self._caller, service)))
                    for service in self._services()
                    if service.line in lines
                ),
            )
        )

    def _caller(self, service: wire.ServiceEntry) -> None:
        callers = self._hall.catalogue.callers if self._hall.catalogue else []
        self._ask.choose(
            self._language.say("Who is the visitor?"),
            *(
                (self._language.of(caller.text), partial(self._ask.go, partial(self._speaks, service.id, caller.value)))
                for caller in callers
                if caller.value in service.callers
            ),
        )

    def _speaks(self, service: str, caller: str) -> None:
        languages = self._hall.catalogue.languages if self._hall.catalogue else []
        self._ask.choose(
            self._language.say("Which language does the visitor speak?"),
            *(
                (language_word(code), partial(self._ask.go, partial(self._vouch, service, caller, code)))
                for code in languages
            ),
        )

    def _vouch(self, service: str, caller: str, language: str) -> None:
        def vouched(reason: str) -> None:
            self._counter.walk_in(wire.WalkIn(service, caller, reason, language))

        self._ask.write(
            "why",
            self._language.say("Why may the papers pass?"),
            self._language.say("Begin"),
            self._some(vouched, _LEAST_REASON),
            most=500,
            told=self._language.say("You answer for every paper, with your name."),
        )

    def _finish(self, outcome: Outcome, requirement: str | None = None) -> None:
        self._counter.finish(outcome, requirement)

    def _reason(self, question: str, named: Iterable[wire.Option], given: Callable[[str], None]) -> None:
        """One of the office's reasons by its digit, or one in the clerk's own words."""
        say = self._language.say

        def own_words() -> None:
            self._ask.write("reason", question, say("Go on"), self._some(given), most=200)

        self._ask.begin(
            lambda: self._ask.choose(
                question,
                *((self._language.of(reason.text), partial(given, reason.value)) for reason in named),
                (say("Something else …"), partial(self._ask.go, own_words)),
            )
        )

    def _when_back(self, reason: str) -> None:
        say = self._language.say

        def after(minutes: int) -> None:
            now = self._hall.now()
            self._counter.park(reason, None if now is None else now + timedelta(minutes=minutes))

        def at_a_time() -> None:
            self._ask.write(
                "when", say("At what time?"), say("Let the visitor go"), clock_said, most=5, told=say("As 13:45")
            )

        def clock_said(text: str) -> None:
            until = self._today_at(text)
            if until is None:
                self._ask.complain(say("Write the time as 13:45."))
            else:
                self._counter.park(reason, until)

        self._ask.choose(
            say("When does the visitor come back?"),
            (say("Not known"), partial(self._counter.park, reason, None)),
            *((say("In {minutes} min", minutes=minutes), partial(after, minutes)) for minutes in _LATER),
            (say("At a time …"), partial(self._ask.go, at_a_time)),
        )

    def _today_at(self, text: str) -> datetime | None:
        now, catalogue = self._hall.now(), self._hall.catalogue
        if now is None or catalogue is None:
            return None
        try:
            clock = datetime.strptime(text.replace(".", ":"), "%H:%M").time()  # noqa: DTZ007  # The office's own zone follows.
        except ValueError:
            return None
        return datetime.combine(now.astimezone(ZoneInfo(catalogue.timezone)), clock, ZoneInfo(catalogue.timezone))

    def _to_line(self) -> None:
        lines = self._hall.floor.lines if self._hall.floor else []
        self._ask.choose(
            self._language.say("To which line?"),
            *(
                (
                    f"{each.name} · {self._language.say('{count} waiting', count=each.waiting)}",
                    self._placed(line=each.line),
                )
                for each in lines
            ),
        )

    def _to_counter(self) -> None:
        self._ask.choose(
            self._language.say("To which counter?"),
            *((each.name, self._placed(counter=each.n)) for each in self._others() if each.state != "closed"),
        )

    def _to_clerk(self) -> None:
        self._ask.choose(
            self._language.say("To which clerk?"),
            *(
                (f"{each.clerk} · {each.name}", self._placed(clerk=each.holder))
                for each in self._others()
                if each.clerk and each.holder
            ),
        )

    def _placed(self, *, line: str | None = None, counter: int | None = None, clerk: str | None = None) -> Step:
        say = self._language.say

        def noted(place: Place) -> Step:
            return partial(
                self._note, lambda note: self._counter.transfer(wire.Transfer(line, counter, clerk, place, note))
            )

        return partial(
            self._ask.go,
            lambda: self._ask.choose(
                say("In which place?"),
                (say("By the time of arrival"), noted("keep")),
                (say("First"), noted("first")),
                (say("Last"), noted("last")),
            ),
        )

    def _note(self, noted: Callable[[str], None]) -> None:
        """A word to whoever serves next; Enter alone says nothing."""
        say = self._language.say
        self._ask.go(
            lambda: self._ask.write(
                "note", say("A note for the next clerk"), say("Send"), noted, most=200, told=say("It may stay empty.")
            )
        )

    def _some(self, said: Callable[[str], None], least: int = 1) -> Callable[[str], None]:
        """Only with something written."""

        def checked(text: str) -> None:
            if len(text) < least:
                self._ask.complain(self._language.say("Write at least {count} letters.", count=least))
            else:
                said(text)

        return checked

    def _services(self) -> list[wire.ServiceEntry]:
        return [service for service in self._hall.catalogue.services if service.line] if self._hall.catalogue else []

    def _others(self) -> list[wire.CounterStatus]:
        return [each for each in self._hall.floor.counters if each.n != self._counter.n] if self._hall.floor else []
