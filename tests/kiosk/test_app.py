import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import build
from kiosk.settings import Settings
from queue_server.client.printer import BadPrinterUrl
from tests.kiosk.conftest import Open
from tests.kiosk.office import Office


def test_no_key_closes_a_kiosk(open_kiosk: Open) -> None:
    hand = open_kiosk()
    assert not hand.window.close()
    assert hand.window.isVisible()


def test_a_kiosk_in_a_window_can_be_closed(open_kiosk: Open) -> None:
    assert open_kiosk(windowed=True).window.close()


def test_a_printer_that_cannot_be_is_refused_before_anything_is_drawn(qapp: QApplication, small_office: Office) -> None:
    with pytest.raises(BadPrinterUrl, match="carrier-pigeon"):
        build(Settings("http://office", "token", printer="carrier-pigeon:"), transport=small_office.transport)
