"""The pages visitors never see, on three panels: fingers fit, everything has a name, nothing is cut off."""

import pytest

from kiosk.staff import service_words as words
from kiosk.staff.standing import Found
from kiosk.viewmodels.enrolment import Enrolment
from kiosk.viewmodels.service import Service
from queue_server import wire
from queue_server.client.errors import Unreachable
from queue_server.client.printer import PrinterState
from queue_server.client.vitals import Vitals
from tests.kiosk.faults import faults_of
from tests.kiosk.gallery import PANELS, Gallery, gallery, millimetre
from tests.kiosk.transcript import Transcript

SCALE = 0.5
OPENED = wire.ServiceOpened("Huda Al Khalifa", wire.Device("kiosk-1", "kiosk", "Hall, north door"), "1")
FOUND = Found(wire.Health("ok", "ok", "0.1.0"), PrinterState.PAPER_LOW, Vitals(512, 180, 900), 2)


def service_pages(shown: Gallery, language: str, mm: float) -> list[str]:
    service = shown.part(Service)
    assert isinstance(service, Service)
    wrong: list[str] = []

    def looked_at(page: str) -> None:
        service.changed.emit()
        shown.hand.lay_out()
        assert shown.hand.page == page
        wrong.extend(f"{page} in {language}: {fault}" for fault in faults_of(shown.hand, mm))

    service._language, service._looking = language, True
    service.knock()
    service._looking, service._trouble = True, words.refused(Unreachable("away"), language)
    looked_at("service-code")
    service._open(OPENED)
    service._looked(FOUND)
    service._looking = True
    service.act("leave")
    looked_at("service")
    service.back()
    return wrong


def enrolment_pages(shown: Gallery, mm: float) -> list[str]:
    enrolment = shown.part(Enrolment)
    assert isinstance(enrolment, Enrolment)
    enrolment._busy, enrolment._pass.token = True, ""
    enrolment._open(closed=True)
    wrong: list[str] = []
    for state, code in (("asking", ""), ("asked", "BCDFGHJK"), ("away", "BCDFGHJK"), ("full", ""), ("refused", "")):
        enrolment._code, enrolment._until = code, 581.0
        enrolment._stand(state)  # type: ignore[arg-type]
        shown.hand.lay_out()
        assert shown.hand.page == "enrolment"
        wrong += [f"{state}: {fault}" for fault in faults_of(shown.hand, mm)]
    return wrong


@pytest.mark.parametrize("panel", PANELS)
def test_every_page_for_staff_can_be_touched_and_read(screens_thread: None, panel: str) -> None:
    mm = millimetre(panel, SCALE)
    with gallery(panel, Transcript(), SCALE) as shown:
        wrong = [fault for language in ("ar", "en") for fault in service_pages(shown, language, mm)]
        assert wrong + enrolment_pages(shown, mm) == []
