"""The desk's window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from desk.keys import Keys
from desk.ui.asking import Asking
from desk.ui.counter_page import CounterPage
from desk.ui.idle import Idle
from desk.ui.information_page import InformationPage
from desk.ui.lock_page import LockPage
from desk.ui.notices import Notices
from desk.ui.plain import Plain
from desk.ui.sign_in import SignInPage
from desk.ui.stack import Least, Stack
from desk.ui.style import sheet
from desk.ui.supervisor_page import SupervisorPage
from desk.ui.top import Top
from desk.viewmodels.acts import Acts
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from desk.viewmodels.link import Link
from desk.viewmodels.lock import Lock
from desk.viewmodels.session import Session
from desk.viewmodels.shape import Shape
from desk.viewmodels.supervision import Supervision

_TALL = 900
"""From this height in pixels on, there is room for larger letters."""

_LEAST, _LEAST_PAGE = (800, 480), 1240
"""Pixels: the smallest window, and the width a page needs."""


class Window(QMainWindow):
    """Top, notices, and the page that belongs to who is signed in."""

    def __init__(
        self,
        session: Session,
        acts: Acts,
        link: Link,
        hall: Hall,
        counter: Counter,
        information: Information,
        supervision: Supervision,
        language: Language,
        keys: Keys,
        shape: Shape,
        lock: Lock,
        asking: Asking,
    ) -> None:
        super().__init__()
        self._session, self._lock, self._counter, self._language = session, lock, counter, language
        self._body = 0
        self._top = Top(session, hall, language, keys, shape, lock)
        self._notices = Notices(acts, link, counter, language)
        self._sign_in = SignInPage(session, acts, language)
        self._lock_page = LockPage(lock, session, acts, language)
        self._counter_page = CounterPage(asking, counter, hall, language, keys)
        self._information_page = InformationPage(information, hall, language)
        self._supervisor_page = SupervisorPage(supervision, hall, acts, language)
        self._no_place = Plain("title", wraps=True).centre()
        self._pages = Stack(_LEAST_PAGE)
        for page in (
            self._sign_in,
            self._lock_page,
            self._counter_page,
            self._information_page,
            self._supervisor_page,
            self._no_place,
        ):
            self._pages.addWidget(page)
        self._lay_out()
        self._listen(acts, link, hall, shape)
        Idle(lock, self)
        self.resize(1366, 768)
        self.setMinimumSize(*_LEAST)
        self.refresh()
        self._sign_in.focus()
        self.take_ask()

    def take_ask(self) -> None:
        """What is asked at the counter is asked here from now on."""
        self._counter_page.take_ask()

    def refresh(self) -> None:
        """Show what belongs to the moment."""
        say = self._language.say
        self.setWindowTitle(say("Dawr – desk"))
        self._dress()
        self._top.refresh()
        self._no_place.setText(say("Your role has no work at a desk. Sign in with another name."))
        page = self._page()
        if page is not self._pages.currentWidget():
            self._pages.setCurrentWidget(page)
            if page is self._sign_in or page is self._lock_page:
                page.focus()
            else:
                page.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _page(self) -> QWidget:
        if self._session.clerk is None:
            return self._sign_in
        if self._lock.locked:
            return self._lock_page
        pages = {
            "supervision": self._supervisor_page,
            "counter": self._counter_page,
            "information": self._information_page,
            None: self._no_place,
        }
        return pages[self._session.place]

    def _dress(self) -> None:
        """Turn to the language's direction, and take the letters that suit the window."""
        mirrored = self._language.right_to_left
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        body = 17 if self.height() >= _TALL else 15
        if body != self._body:
            self._body = body
            self.setStyleSheet(sheet(body))

    def _listen(self, acts: Acts, link: Link, hall: Hall, shape: Shape) -> None:
        for model in (self._session, self._lock, shape, acts, link, hall, self._language):
            model.changed.connect(self.refresh)
        self._counter.changed.connect(self._top.refresh)
        self._top.sign_out.connect(self._on_sign_out)
        # Running times and waits go on between two answers of the server.
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._counter_page.refresh)
        self._second.timeout.connect(self._supervisor_page.tick)
        self._second.timeout.connect(self._lock.tick)
        self._second.start()

    def _on_sign_out(self) -> None:
        holds = self._counter.n is not None and self._counter.phase != "closed"
        self._session.sign_out(self._counter.n if holds else None)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._top, self._notices):
            column.addWidget(widget)
        column.addWidget(self._scrolled_pages(), 1)
        self.setCentralWidget(page)

    def _scrolled_pages(self) -> QScrollArea:
        """A window smaller than the pages, as on a small screen that draws everything large, moves over them."""
        page, scrolled = QWidget(), QScrollArea()
        page.setObjectName("scrolled")
        column = Least(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(page)
        return scrolled
