"""Hears the sequence that asks for the service page, in the touches and keys of the window."""

from collections.abc import Callable
from time import monotonic
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWindow

from kiosk.staff.knocking import KEYS, TOUCHES, Knock
from kiosk.viewmodels.service import Service

CORNER_MILLIMETRES = 25.0

_KEYS: dict[int, str] = {Qt.Key.Key_Escape: "escape", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}


class Knocking(QObject):
    """An event filter of one window, which takes nothing from it."""

    def __init__(
        self,
        window: QWindow,
        service: Service,
        pixels_per_millimetre: float,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._service, self._clock = window, service, clock
        self._corner = CORNER_MILLIMETRES * pixels_per_millimetre
        self._touches, self._keys = Knock(TOUCHES), Knock(KEYS)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.TouchBegin:
                self._touched(cast(QTouchEvent, event).points()[0].position())
            case QEvent.Type.MouseButtonPress:
                self._touched(cast(QMouseEvent, event).position())
            case QEvent.Type.KeyPress:
                self._hear(self._keys, _KEYS.get(cast(QKeyEvent, event).key(), "another"))
        return False

    def _touched(self, at: QPointF) -> None:
        left, right = at.x() < self._corner, at.x() > self._window.width() - self._corner
        corner = at.y() < self._corner and (left or right)
        self._hear(self._touches, "elsewhere" if not corner else "left" if left else "right")

    def _hear(self, knock: Knock, sign: str) -> None:
        self._service.touch()
        if knock.hear(sign, self._clock()):
            self._service.knock()
