"""The end of the day: how many still wait is said before anybody is sent home."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.confirm import Confirm
from desk.ui.plain import Plain
from desk.viewmodels.arranging import Arranging
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language


class DaySheet(QWidget):
    """Says what ending the day does, asks, and says what came of it."""

    def __init__(self, arranging: Arranging, hall: Hall, language: Language) -> None:
        super().__init__()
        self._arranging, self._hall, self._language = arranging, hall, language
        self._title, self._what = Plain("title"), Plain(wraps=True)
        self._still, self._over = Plain("strong", wraps=True), Plain("good", wraps=True)
        self._end = Confirm("end-day")
        self._end.confirmed.connect(lambda _reason: arranging.end_day())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        for part in (self._title, self._what, self._still, self._end, self._over):
            column.addWidget(part)
        column.addStretch(1)

    def focus(self) -> None:
        """Begin with the button."""
        self._end.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show how the day stands."""
        say, floor = self._language.say, self._hall.floor
        waiting = sum(line.waiting for line in floor.lines) if floor else 0
        served = sum(place.ticket is not None for place in floor.counters) if floor else 0
        self._title.setText(say("End of the day"))
        self._what.setText(
            say("Whoever waits is sent home and free counters close. Who is at a counter is served to the end.")
        )
        self._still.setText(say("Waiting now: {waiting}. At counters: {served}.", waiting=waiting, served=served))
        self._end.set_enabled(floor is not None)
        question = (
            say("{count} visitors still wait. End the day all the same?", count=waiting)
            if waiting
            else say("Nobody is waiting. End the day?")
        )
        self._end.show_words(say("End the day …"), question, say("End the day"), say("Back"))
        over = self._arranging.over
        self._over.show_text(say("The day is ended. Sent home: {count}.", count=over.expired) if over else "")
