"""The strip as a window of its own: it stays on top of other programs, and the same keys work it."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desk.keys import Keys
from desk.ui.asking import Asking
from desk.ui.button import Button, KeyButton
from desk.ui.findings import Findings
from desk.ui.idle import Idle
from desk.ui.notices import Notices
from desk.ui.plain import Plain
from desk.ui.strip import Strip
from desk.ui.strip_acts import HEIGHT, StripActs
from desk.ui.style import sheet
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from desk.viewmodels.lock import Lock
from desk.viewmodels.session import Session
from desk.viewmodels.shape import Shape

_WIDEST, _NARROWEST, _ROOMY = 1366, 900, 1200
"""Pixels: as wide as the screen between the first two; under the third some acts are in the menu only."""

_PANEL, _ASK = 420, 460
"""Pixels: the height under the strip while something is asked, and the width of what asks."""

_ON_TOP = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class StripWindow(QWidget):
    """Visitor, who is next and the acts of the moment in one line; under it, for as long as needed, what they ask.

    It comes and goes by the clerk's own key alone, and takes the keyboard from another program only then.
    """

    def __init__(
        self,
        session: Session,
        notices: Notices,
        asking: Asking,
        hall: Hall,
        counter: Counter,
        language: Language,
        keys: Keys,
        shape: Shape,
        lock: Lock,
    ) -> None:
        super().__init__(None, _ON_TOP)
        self.setObjectName("strip-window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._asking, self._counter, self._language = session, asking, counter, language
        self._shape, self._lock = shape, lock
        self._placed = QPoint()
        self._line, self._strip = QWidget(), Strip(counter, hall, language, alone=True)
        self._acts = StripActs(asking, counter, language, keys, lock)
        self._shut, self._open = Plain("title"), Button("primary")
        self._open.setObjectName("strip-open")
        self._open.setMinimumHeight(HEIGHT)
        self._open.clicked.connect(shape.expand)
        self._whole = KeyButton("", height=HEIGHT)
        self._whole.set_key(*keys["strip"])
        self._whole.setObjectName("strip-whole")
        self._whole.clicked.connect(shape.toggle)
        self._panel, self._room = QWidget(), QVBoxLayout()
        self._papers, self._findings = Plain("heading"), Findings(language)
        self._lay_out(notices)
        self.setStyleSheet(sheet(15))
        self.fit(_WIDEST)
        Idle(lock, self)
        for model in (session, hall, counter, language, lock):
            model.changed.connect(self.refresh)
        asking.changed.connect(self.refresh)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.refresh)  # Running times go on between two answers of the server.
        self._second.start()

    def fit(self, width: int) -> None:
        """Be about that many pixels wide."""
        self._line.setFixedWidth(min(max(width, _NARROWEST), _WIDEST))
        for part in (self._strip, self._acts):
            part.set_roomy(self._line.width() >= _ROOMY)
        self.refresh()

    def take_ask(self) -> None:
        """What is asked is asked here from now on."""
        self._room.addWidget(self._asking.ask)
        self._asking.ask.show()  # Where it was, it stood behind another page.
        self.refresh()

    def appear(self) -> None:
        """Come where it was left, with the keyboard: the clerk asked for it."""
        self.fit(self._area().width())
        self.adjustSize()
        self._place()
        self.show()
        self.activateWindow()
        self._take_keys()

    def refresh(self) -> None:
        """Show what belongs to the moment; a desk that is locked, or nobody's, shows no visitor."""
        if not self._shape.compact:
            return  # Whatever happens meanwhile is shown when it appears.
        say, mirrored = self._language.say, self._language.right_to_left
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        self.setWindowTitle(say("Dawr – desk"))
        here = self._session.clerk is not None and not self._lock.locked
        for part in (self._strip, self._acts, self._whole):
            part.setVisible(here)
        self._shut.show_text("" if here else say("Locked") if self._lock.locked else say("Your session has ended."))
        self._open.setVisible(not here)
        self._open.setText(say("Unlock") if self._lock.locked else say("Sign in"))
        self._whole.show_title(say("Window"))
        self._asking.refresh()
        self._strip.refresh()
        self._acts.refresh()
        self._show_panel(here and self._asking.ask.asking)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.isVisible() and self.pos() != self._placed:
            self._placed = self.pos()
            self._shape.leave_at(self.pos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.windowHandle().startSystemMove()

    def _show_panel(self, wanted: bool) -> None:
        if wanted:
            self._papers.setText(self._language.say("The visitor's papers") if self._counter.check else "")
            self._findings.show_check(self._counter.check)
        if wanted != self._panel.isVisibleTo(self):
            self._panel.setVisible(wanted)
            if self.isVisible():
                self._take_keys()

    def _take_keys(self) -> None:
        if self._panel.isVisible():
            self._asking.ask.focus()
        else:
            self.setFocus()

    def _area(self) -> QRect:
        at = self._shape.at
        screen = (QGuiApplication.screenAt(at) if at else None) or QGuiApplication.primaryScreen()
        return screen.availableGeometry()

    def _place(self) -> None:
        """Where it was left, else in the middle of the upper edge; but never partly outside."""
        area = self._area()
        at = self._shape.at or QPoint(area.center().x() - self.width() // 2, area.top())
        x = max(area.left(), min(at.x(), area.right() + 1 - self.width()))
        y = max(area.top(), min(at.y(), area.bottom() + 1 - self.height()))
        self._placed = QPoint(x, y)
        self.move(self._placed)

    def _lay_out(self, notices: Notices) -> None:
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._strip, 1)
        row.addWidget(self._shut, 1)
        for part in (self._acts, self._open, self._whole):
            row.addWidget(part)
        row.addSpacing(4)
        self._shut.setContentsMargins(16, 0, 16, 0)
        self._line.setFixedHeight(72)
        asked = QWidget()
        asked.setFixedWidth(_ASK)
        asked.setLayout(self._room)
        papers = QVBoxLayout()
        papers.addWidget(self._papers)
        papers.addWidget(self._findings, 1)
        below = QHBoxLayout(self._panel)
        below.setContentsMargins(12, 8, 12, 8)
        below.addLayout(papers, 1)
        below.addWidget(asked)
        self._panel.setFixedHeight(_PANEL)
        self._panel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # As high as what it shows, no higher.
        for whole in (self._line, notices, self._panel):
            column.addWidget(whole)
