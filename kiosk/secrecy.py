"""Nothing of a visitor stays in the kiosk's memory, or leaves it otherwise than on purpose."""

import ctypes
import gc
import resource
import urllib.parse
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQml import QQmlEngine

from kiosk.viewmodels.visit import Visit

AFTER_MILLISECONDS = 1000
"""Work of the visitor who left may still come to its end."""
_PR_SET_DUMPABLE = 4


def keep_to_itself() -> None:
    """No picture of this program's memory is written when it falls, and no other program of its user reads it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError):  # Linux only.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


class Forgetting(QObject):
    """After each visit, frees what Python and the pages would free some time later.

    What is freed is overwritten by the host's own means: docs/kiosk.md.
    """

    def __init__(self, visit: Visit, engine: QQmlEngine) -> None:
        super().__init__(engine)
        self._engine = engine
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MILLISECONDS)
        self._timer.timeout.connect(self.forget)
        visit.begun.connect(self._timer.start)
        gc.freeze()  # What the program itself is made of need not be looked through each time.

    @Slot()
    def forget(self) -> None:
        """Free it now."""
        urllib.parse.clear_cache()  # type: ignore[attr-defined]  # typeshed does not know it. It remembers addresses, and an address may name an application.
        gc.collect()
        self._engine.collectGarbage()
