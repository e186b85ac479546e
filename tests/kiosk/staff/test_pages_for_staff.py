"""The pages visitors never see, on three panels: fingers fit, everything has a name, nothing is cut off."""

import pytest

from assets.words import CLERKS_READ
from tests.kiosk.faults import faults_of
from tests.kiosk.gallery import PANELS, gallery, millimetre
from tests.kiosk.staff_pages import staff_pages
from tests.kiosk.transcript import Transcript

SCALE = 0.5


@pytest.mark.parametrize("panel", PANELS)
def test_every_page_for_staff_can_be_touched_and_read(screens_thread: None, panel: str) -> None:
    with gallery(panel, Transcript(), SCALE) as shown:
        wrong = [
            f"{page} in {language}: {fault}"
            for language in CLERKS_READ
            for page in staff_pages(shown, language)
            for fault in faults_of(shown.hand, millimetre(panel, SCALE))
        ]
    assert wrong == []
