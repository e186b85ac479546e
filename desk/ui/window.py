"""The desk's window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk.keys import Keys
from desk.ui.counter_page import CounterPage
from desk.ui.information_page import InformationPage
from desk.ui.notice import Notice
from desk.ui.plain import Plain
from desk.ui.sign_in import SignInPage
from desk.ui.style import sheet
from desk.ui.supervisor_page import SupervisorPage
from desk.ui.top import Top
from desk.ui.words import trouble_word
from desk.viewmodels.acts import Acts
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from desk.viewmodels.link import Link
from desk.viewmodels.session import Session
from desk.viewmodels.supervision import Supervision

_TALL = 900
"""From this height in pixels on, there is room for larger letters."""


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
    ) -> None:
        super().__init__()
        self._session, self._acts, self._link = session, acts, link
        self._counter, self._language = counter, language
        self._body = 0
        self._nobody_waits = False
        self._top = Top(session, hall, language)
        self._away, self._trouble = Notice("away"), Notice("trouble")
        self._sign_in = SignInPage(session, acts, language)
        self._counter_page = CounterPage(counter, hall, language, keys)
        self._information_page = InformationPage(information, hall, language)
        self._supervisor_page = SupervisorPage(supervision, hall, acts, language)
        self._no_place = Plain("title", wraps=True).centre()
        self._pages = QStackedWidget()
        for page in (
            self._sign_in,
            self._counter_page,
            self._information_page,
            self._supervisor_page,
            self._no_place,
        ):
            self._pages.addWidget(page)
        self._lay_out()
        self._listen(hall)
        self.resize(1366, 768)
        self.setMinimumSize(1280, 680)
        self.refresh()
        self._sign_in.focus()

    def refresh(self) -> None:
        """Show what belongs to the moment."""
        say = self._language.say
        self.setWindowTitle(say("Dawr – desk"))
        self._dress()
        self._top.refresh()
        self._no_place.setText(say("Your role has no work at a desk. Sign in with another name."))
        self._away.tell("" if self._link.up else self._away_words(), "careful")
        self._tell_trouble()
        page = self._page()
        if page is not self._pages.currentWidget():
            self._pages.setCurrentWidget(page)
            if page is self._sign_in:
                self._sign_in.focus()
            else:
                page.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _page(self) -> QWidget:
        if self._session.clerk is None:
            return self._sign_in
        pages = {
            "supervision": self._supervisor_page,
            "counter": self._counter_page,
            "information": self._information_page,
            None: self._no_place,
        }
        return pages[self._session.place]

    def _away_words(self) -> str:
        say = self._language.say
        if self._acts.busy:
            return say("The server does not answer. What you asked for is repeated until it does.")
        return say("The server does not answer. What is shown may be out of date; the desk goes on by itself.")

    def _tell_trouble(self) -> None:
        say, trouble = self._language.say, self._acts.trouble
        if trouble is not None:
            self._trouble.tell(trouble_word(trouble, self._language), "stop", seen=say("Close"))
        else:
            self._trouble.tell(say("Nobody is waiting.") if self._nobody_waits else "", "good", seen=say("Close"))

    def _dress(self) -> None:
        """Turn to the language's direction, and take the letters that suit the window."""
        mirrored = self._language.right_to_left
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        body = 17 if self.height() >= _TALL else 15
        if body != self._body:
            self._body = body
            self.setStyleSheet(sheet(body))

    def _on_nobody_waits(self) -> None:
        self._nobody_waits = True
        self._tell_trouble()

    def _on_acts(self) -> None:
        if self._acts.busy:
            self._nobody_waits = False
        self.refresh()

    def _on_seen(self) -> None:
        self._nobody_waits = False
        self._acts.clear()

    def _listen(self, hall: Hall) -> None:
        for model in (self._session, self._link, hall, self._language):
            model.changed.connect(self.refresh)
        self._acts.changed.connect(self._on_acts)
        self._counter.nobody_waits.connect(self._on_nobody_waits)
        self._trouble.seen.clicked.connect(self._on_seen)
        self._top.sign_out.connect(self._on_sign_out)
        # Running times and waits go on between two answers of the server.
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._counter_page.refresh)
        self._second.timeout.connect(self._supervisor_page.tick)
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
        for widget in (self._top, self._away, self._trouble):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(page)
