"""Tours more: what the small panel asks for each act, the strip and the lock, a partner agency's morning."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from tests.desk.clerk import Clerk
from tests.desk.conftest import Sit
from tests.desk.office import Office
from tests.desk.signing import PASSWORD
from tests.desk.tour import people_wait


def panel_tour(office: Office, sit: Sit, **how: Any) -> Iterator[tuple[str, Clerk]]:
    """Every question of every act, none of them answered to the end."""
    people_wait(office)
    office.open_elsewhere(3, "Yusuf Ahmed")
    clerk = sit("maryam", **how)
    clerk.press("F10")
    clerk.until_counter_is("free")
    clerk.until(lambda: clerk.desk.hall.catalogue is not None, "the services are known")
    yield from _asked(clerk, "F12", "break", ("3", "own-words"))
    yield from _asked(clerk, "Shift+F2", "number")
    yield from _asked(clerk, "F5", "walk-in", ("1", "who"), ("1", "language"), ("1", "vouching"))
    yield from _asked(clerk, "F1", "why", ("C041", "why-not-the-other"))
    yield from _asked(clerk, "Ctrl+F", "search", (office.waiting[1].number, "found"))
    clerk.press("F2")
    clerk.until_counter_is("called")
    yield from _asked(clerk, "F6", "park", ("1", "when-back"), ("6", "at-a-time"))
    yield from _asked(clerk, "F7", "send-on", ("1", "to-a-line"), ("1", "place"), ("1", "note"))
    yield from _asked(clerk, "F7", "send-on-again", ("2", "to-a-counter"))
    yield from _asked(clerk, "Shift+F7", "another-service")
    _only_drawn(office)
    clerk.until_counter_is("drawn")
    yield "drawn", clerk


def strip_tour(office: Office, sit: Sit, **how: Any) -> Iterator[tuple[str, Clerk]]:
    """The strip through a visit, the clerk's own day, and a desk that is locked."""
    people_wait(office)
    clerk = sit("maryam", **how)
    clerk.press("F10")
    clerk.until_counter_is("free")
    yield from _asked(clerk, "Ctrl+D", "day")
    clerk.press("F11")
    clerk.until(clerk.desk.strip.isActiveWindow, "the strip has the keys")
    clerk.turn_to(clerk.desk.strip)
    yield "free", clerk
    for key, phase in (("F2", "called"), ("F4", "serving")):
        clerk.press(key)
        clerk.until_counter_is(phase)
        yield phase, clerk
    clerk.press("F9")
    yield "outcome", clerk
    clerk.press("Esc")
    clerk.press("F11")
    clerk.until(clerk.desk.window.isActiveWindow, "the whole window has the keys")
    clerk.turn_to(clerk.desk.window)
    clerk.press("Ctrl+L")
    clerk.until_sees("Maryam Hasan")
    yield "locked", clerk


def partner_tour(office: Office, sit: Sit, **how: Any) -> Iterator[tuple[str, Clerk]]:
    """A partner agency's clerk, who is told of one line; the visitor was handed over with a note."""
    people_wait(office)
    office.told_of = {"residency"}
    office.people["noor"] = ("Noor Abdulla", "clerk")
    handed = office.waiting[2]
    note = "The photo is too old; the fee is paid."
    office.waiting[2] = replace(handed, legs=[replace(handed.legs[0], note=note)])
    clerk = sit(counter=3, **how)
    clerk.sign_in("noor", PASSWORD)
    clerk.press("F10")
    clerk.until_counter_is("free")
    yield "partner", clerk
    clerk.press("F2")
    clerk.until(lambda: clerk.desk.counter.check is not None, "the papers are shown")
    yield "partner-called", clerk


def _asked(clerk: Clerk, key: str, first: str, *then: tuple[str, str]) -> Iterator[tuple[str, Clerk]]:
    """The panel an act opens, and what each answer leads to; at the end it is put away."""
    clerk.press(key)
    yield first, clerk
    for answer, named in then:
        if len(answer) > 1:
            clerk.enter(answer)
        clerk.press("Return" if len(answer) > 1 else answer)
        clerk.until(lambda: not clerk.desk.operations.busy, "what was asked is answered")
        yield named, clerk
    clerk.press("Esc", len(then) + 1)


def _only_drawn(office: Office) -> None:
    """As at a counter of two steps: the number is drawn and not called yet."""
    here = office.counters[2].ticket
    assert here is not None
    office.counters[2] = replace(office.counters[2], ticket=replace(here, legs=[replace(here.legs[0], calls=0)]))
    office.tells("TicketDrawn", counter=2)
