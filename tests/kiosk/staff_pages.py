"""The pages visitors never see, one by one, as `gallery.py` has the others."""

from collections.abc import Iterator
from typing import cast

from kiosk.staff import service_words as words
from kiosk.staff.enrolment_words import State
from kiosk.staff.standing import Found
from kiosk.viewmodels.enrolment import Enrolment
from kiosk.viewmodels.service import Service
from kiosk.viewmodels.upkeep import Upkeep
from queue_server import wire
from queue_server.client.errors import Unreachable
from queue_server.client.printer import PrinterState
from queue_server.client.vitals import Vitals
from tests.kiosk.gallery import Gallery

OPENED = wire.ServiceOpened("Huda Al Khalifa", wire.Device("kiosk-1", "kiosk", "Hall, north door"), "1")
FOUND = Found(wire.Health("ok", "ok", "0.1.0"), PrinterState.PAPER_LOW, Vitals(512, 180, 900), 2)
STATES: dict[State, str] = {"asking": "", "asked": "BCDFGHJK", "away": "BCDFGHJK", "full": "", "refused": ""}


def staff_pages(shown: Gallery, language: str) -> Iterator[str]:
    """Show each in a language clerks read; it is laid out when its name comes."""
    shown.kiosk.visit.startOver()  # A knock means nothing in a visit.
    shown.kiosk.acts.abandon()
    yield from _service(shown, language)
    yield from _enrolment(shown)


def _service(shown: Gallery, language: str) -> Iterator[str]:
    service = cast(Service, shown.part(Service))
    service.language = language
    service.knock()
    service._trouble = words.refused(Unreachable("away"), language)
    yield _laid_out(shown, service, "service-code")
    upkeep = cast(Upkeep, shown.part(Upkeep))
    service._open(OPENED)
    upkeep._looked(FOUND)
    upkeep.act("leave")
    yield _laid_out(shown, service, "upkeep")
    upkeep.act("screen")
    yield _laid_out(shown, service, "screen-test")
    service.back()
    service.back()


def _enrolment(shown: Gallery) -> Iterator[str]:
    """It stands in both languages at once."""
    enrolment = cast(Enrolment, shown.part(Enrolment))
    token, enrolment._pass.token, enrolment._busy = enrolment._pass.token, "", True
    enrolment._open(closed=True)
    for state, code in STATES.items():
        enrolment._code, enrolment._until = code, 581.0
        enrolment._stand(state)
        yield f"{_laid_out(shown, enrolment, 'enrolment')}-{state}"
    enrolment._pass.token, enrolment._busy = token, False
    enrolment._open(closed=False)


def _laid_out(shown: Gallery, drawn: Service | Enrolment, page: str) -> str:
    drawn.changed.emit()
    shown.hand.lay_out()
    assert shown.hand.page == page
    return page
