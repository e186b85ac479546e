"""The whole visit by ear: what the screen shows is said, and each answer as the keyboard comes to it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import say
from kiosk.flow import Page
from kiosk.speech.reading import PRIVATE, Seen, Words
from kiosk.speech.tongues import tongue
from kiosk.speech.voice import LOUDEST, USUAL, Voice
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MILLISECONDS = 150
FEW = 11
"""So many answers are said with the page; of more, as of a keypad's keys, each is said when the keyboard is on it."""

_NOTICES = {
    "none": "This kiosk has no voice for this. A person will read it to you.",
    "borrowed": "There is no voice for this language here. Another one reads it.",
    "own": "Arrow keys move. Enter chooses. F1 says it again.",
}


@QmlElement
class Speech(QObject):
    """Speaks once it is asked to, by touch, by F1 or by a headset (F15 in, F16 out), until the visit ends."""

    changed = Signal()

    def __init__(self, visit: Visit, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit, self._voice = visit, voice
        self._see: Callable[[], Seen] = Seen
        self._on = self._headset = self._asked = False
        self._level = USUAL
        self._seen: Seen | None = None
        self._place = ("", "")
        visit.begun.connect(self._forget)
        visit.changed.connect(self.changed)
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_F1: self.listen,
            Qt.Key.Key_F15: self._plugged,
            Qt.Key.Key_F16: self.stop,
            Qt.Key.Key_PageUp: self.louder,
            Qt.Key.Key_VolumeUp: self.louder,
            Qt.Key.Key_PageDown: self.quieter,
            Qt.Key.Key_VolumeDown: self.quieter,
        }

    def look_by(self, see: Callable[[], Seen]) -> None:
        """How the screen is seen from now on."""
        self._see = see

    @property
    def speaking(self) -> bool:
        """Whether anything is being said."""
        return self._on and self._voice.speaking

    @property
    def in_use(self) -> bool:
        """Whether a visitor asked for it."""
        return self._asked

    @Property(bool, notify=changed)
    def on(self) -> bool:
        return self._on

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What is to be known of the voice; shown as well as said."""
        if not self._asked:
            return ""
        fluency = self._voice.fluency(self._visit.language)
        if fluency == "own" and self._visit.step.page is not Page.LANGUAGE:
            return ""
        return say(_NOTICES[fluency], self._visit.language)

    # ── what a touch or a key does ──

    @Slot()
    def listen(self) -> None:
        """Begin to speak, or say the page again."""
        self._asked = True
        self._on = self._voice.fluency(self._visit.language) != "none"
        self.changed.emit()
        if self._on:
            self._timer.start()
            self._seen = None
            self.look()

    @Slot()
    def stop(self) -> None:
        """Speak no more."""
        self._on = self._headset = self._asked = False
        self._seen = None
        self._timer.stop()
        self._voice.hush()
        self.changed.emit()

    @Slot()
    def louder(self) -> None:
        self._set_level(self._level + 1)

    @Slot()
    def quieter(self) -> None:
        self._set_level(self._level - 1)

    @Slot(int, result=bool)
    def pressed(self, key: int) -> bool:
        """Whether a key was for the voice."""
        act = self._keys.get(key)
        if act:
            act()
        return act is not None

    @Slot()
    def look(self) -> None:
        """Say what is new on the screen since the last look."""
        if not self._on:
            return
        place, now = (str(self._visit.place), self._visit.language), self._see()
        before, self._seen = self._seen, now
        turned, self._place = place != self._place, place
        if turned or before is None or now.asking > before.asking:
            self._voice.hush()
            self._say_all([*now.told, *(now.answers if len(now.answers) <= FEW else ())])
        elif fresh := [words for words in now.told if words not in before.told]:
            # After what is being said: a number must not be lost to the slip's being printed.
            self._say_all(fresh)
        elif now.focused and now.focused != before.focused:
            self._voice.hush()
            self._say_all([now.focused])

    # ── how it is said ──

    def _say_all(self, words: Iterable[Words]) -> None:
        for each in words:
            if self._headset or each.name not in PRIVATE:
                self._say(each)

    def _say(self, words: Words) -> None:
        on_language_page = self._visit.step.page is Page.LANGUAGE
        for line in words.text.split("\n"):
            if line.strip():
                self._voice.speak(line, tongue(line, self._visit.language, words.name if on_language_page else ""))
        if words.chosen:
            self._voice.speak(say("Chosen", self._visit.language), self._visit.language)

    def _plugged(self) -> None:
        self._headset = True
        self.listen()

    def _set_level(self, level: int) -> None:
        self._level = min(max(level, 1), LOUDEST)
        self._voice.loud(self._level)

    @Slot()
    def _forget(self) -> None:
        """The next visitor begins in silence, and at the usual loudness."""
        self.stop()
        self._set_level(USUAL)
