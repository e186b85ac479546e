"""`python -m tests.bench.at_kiosk VISITS …`: the kiosk's whole program, and visitors with a stopwatch before it."""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kiosk import app
from kiosk.app import Kiosk
from kiosk.flow import Page
from kiosk.viewmodels.dates import Dates
from tests.bench.first_picture import when_drawn

if TYPE_CHECKING:
    from tests.bench.timed_hand import TimedHand
    from tests.demo.visits import Turn


class Visitors:
    """So many visits once the first page is there; then the program ends."""

    def __init__(self, kiosk: Kiosk, count: int) -> None:
        self._kiosk, self._count = kiosk, count
        when_drawn(kiosk.window, lambda: kiosk.visit.step.page is Page.LANGUAGE, self._come)

    def _come(self) -> None:
        from tests.bench.timed_hand import TimedHand  # Not before: the kiosk's start is measured.
        from tests.demo.visits import HOUSEHOLD, RENEWED

        visit = self._kiosk.visit
        (dates,) = self._kiosk.operations.findChildren(Dates)
        hand = TimedHand(self._kiosk.window, lambda: (visit.place, dates.part))
        for n in range(self._count):
            self._walk(hand, (RENEWED, HOUSEHOLD)[n % 2])

    def _walk(self, hand: "TimedHand", turns: "list[Turn]") -> None:
        visit = self._kiosk.visit
        for touched, page in turns:
            if isinstance(touched, timedelta):
                assert visit.check is not None
                hand.choose_date(visit.check.day + touched)
            else:
                hand.choose(touched)
            assert page == f"{visit.page} {visit.step.subject}".strip(), f"{touched} led to {visit.place}"
        hand.wait(lambda: not self._kiosk.operations.busy, "the slip to be printed")
        hand.touch("start-over")


def main(count: int) -> int:
    """The kiosk's own `main`, with visitors at its window."""
    build, visitors = app.build, []

    def built(*settings: Any, **how: Any) -> Kiosk:
        kiosk = build(*settings, **how)
        visitors.append(Visitors(kiosk, count))
        return kiosk

    app.build = built
    return app.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
