"""What every test with a window stands on."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture
def screens_thread(qapp: QApplication) -> Iterator[None]:
    """Garbage is collected here only, as in the programs: a widget freed on another thread takes all down with it."""
    gc.disable()
    gc.freeze()  # what was there before is not looked through again: a tenth of such a test's time went there
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.unfreeze()
    gc.enable()
