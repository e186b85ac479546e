"""What is wrong or slow, told under the top of a window without standing in the way."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.notice import Notice
from desk.ui.words import trouble_tone, trouble_word
from desk.viewmodels.acts import Acts
from desk.viewmodels.counter import Counter
from desk.viewmodels.language import Language
from desk.viewmodels.link import Link


class Notices(QWidget):
    """The server away, an act that takes long, and what went wrong; nothing at all when all is well."""

    def __init__(self, acts: Acts, link: Link, counter: Counter, language: Language) -> None:
        super().__init__()
        self._acts, self._link, self._language = acts, link, language
        self._nobody_waits = False
        self._away, self._slow, self._trouble = Notice("away"), Notice("slow"), Notice("trouble")
        self._escape = _Escape(acts, self)
        counter.nobody_waits.connect(self._on_nobody_waits)
        acts.changed.connect(self._on_acts)
        for model in (link, language):
            model.changed.connect(self.refresh)
        for notice in (self._away, self._slow):
            notice.seen.clicked.connect(acts.cancel)
        self._trouble.seen.clicked.connect(self._on_seen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (self._away, self._slow, self._trouble):
            column.addWidget(notice)
        self.refresh()

    def refresh(self) -> None:
        """Say what is to be said now."""
        say, acts = self._language.say, self._acts
        cancel = say("Cancel (Esc)") if acts.slow and not acts.cancelled else ""
        self._away.tell("" if self._link.up else self._away_words(), "careful", seen=cancel)
        self._slow.tell(self._slow_words() if self._link.up or acts.cancelled else "", "quiet", seen=cancel)
        self._escape.listen(acts.slow)
        if acts.trouble is not None:
            tone = trouble_tone(acts.trouble)
            self._trouble.tell(trouble_word(acts.trouble, self._language), tone, seen=say("Close"))
        else:
            self._trouble.tell(say("Nobody is waiting.") if self._nobody_waits else "", "good", seen=say("Close"))
        self.setVisible(any(notice.text for notice in (self._away, self._slow, self._trouble)))

    def _away_words(self) -> str:
        say = self._language.say
        if self._acts.busy:
            return say("The server does not answer. What you asked for is repeated until it does.")
        return say("The server does not answer. What is shown may be out of date; the desk goes on by itself.")

    def _slow_words(self) -> str:
        say = self._language.say
        if self._acts.cancelled:
            return say("Cancelled. One moment: what was asked already may still be answered.")
        return say("This takes longer than usual. The server is still at it.") if self._acts.slow else ""

    def _on_nobody_waits(self) -> None:
        self._nobody_waits = True
        self.refresh()

    def _on_acts(self) -> None:
        if self._acts.busy:
            self._nobody_waits = False
        self.refresh()

    def _on_seen(self) -> None:
        self._nobody_waits = False
        self._acts.clear()
        self.refresh()


class _Escape(QObject):
    """Escape, before anything else may have it, for as long as an act is slow: many a panel has that key too."""

    def __init__(self, acts: Acts, window: QWidget) -> None:
        super().__init__(window)
        self._acts, self._widget = acts, window
        self._listening = False

    def listen(self, wanted: bool) -> None:
        """Only while there is something to cancel does every event pass through here."""
        application = QGuiApplication.instance()
        if wanted != self._listening and application is not None:
            self._listening = wanted
            if wanted:
                application.installEventFilter(self)
            else:
                application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape or not self._widget.isVisible():
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._acts.cancel()
        event.accept()  # An override that is accepted keeps the key from whatever has it as a shortcut.
        return True
