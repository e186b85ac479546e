"""What the screens say besides calls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assets.words import in_fours
from desk.ui.button import Button
from desk.ui.choice import Choice
from desk.ui.plain import Plain
from desk.ui.supervisor_words import clock
from desk.ui.table import Cell, Row, Table
from desk.ui.words import figures
from desk.viewmodels.arranging import Arranging
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire

_EVERYWHERE = "*"
_MINUTES = (15, 30, 60, 120, 240)
_LONGEST = 120


class ScreensSheet(QWidget):
    """The screens with their messages, and the form for a new one."""

    def __init__(self, arranging: Arranging, hall: Hall, language: Language) -> None:
        super().__init__()
        self._arranging, self._hall, self._language = arranging, hall, language
        self._table, self._hush, self._sound = Table("screens", stretched=1), Button(), Button()
        self._try, self._preview = Button(), Plain("large", wraps=True)
        self._title, self._advice = Plain("heading"), Plain("small", wraps=True)
        self._arabic, self._english, self._minutes = QLineEdit(), QLineEdit(), Choice()
        self._where = Choice()
        self._labels = {field: Plain() for field in (self._where, self._arabic, self._english, self._minutes)}
        self._tell = Button("primary")
        names = ("message-screen", "message-ar", "message-en", "message-minutes", "tell", "hush", "sound")
        for name, part in zip(names, (*self._labels, self._tell, self._hush, self._sound), strict=True):
            part.setObjectName(name)
        self._try.setObjectName("preview")
        self._preview.setObjectName("preview-code")
        self._try.clicked.connect(arranging.allow_preview)
        for field in (self._arabic, self._english):
            field.setMaxLength(_LONGEST)
            field.textChanged.connect(self._judge)
        self._tell.clicked.connect(self._on_tell)
        self._hush.clicked.connect(self._on_hush)
        self._sound.clicked.connect(self._on_sound)
        self._table.chosen_changed.connect(self._judge)
        arranging.settled.connect(self._begin_again)
        self._lay_out()

    def focus(self) -> None:
        """Begin with the words."""
        self._arabic.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is said where."""
        say, screens = self._language.say, self._arranging.screens
        everywhere = say("All screens")
        self._title.setText(say("A message on the screens"))
        self._advice.setText(say("It stands under the calls and never covers one. Name no visitor."))
        for (field, label), words in zip(
            self._labels.items(), (say("Where"), say("In Arabic"), say("In English"), say("For how long")), strict=True
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self._where.offer([(_EVERYWHERE, everywhere), *((one.screen, one.name) for one in screens.screens)])
        self._minutes.offer([(str(each), say("{minutes} min", minutes=each)) for each in _MINUTES])
        self._tell.setText(say("Show it"))
        self._hush.setText(say("Take it away"))
        self._sound.setText(say("Test the sound"))
        self._try.setText(say("Try a layout"))
        self._show_preview()
        self._table.setAccessibleName(say("Screens"))
        rows = [Row(_EVERYWHERE, self._cells(everywhere, screens.everywhere))]
        rows += [Row(one.screen, self._cells(one.name, one.message)) for one in screens.screens]
        self._table.show_rows((say("Screen"), say("Message"), say("Until")), rows)
        self._judge()

    def _show_preview(self) -> None:
        preview = self._arranging.preview
        self._preview.show_text(
            self._language.say(
                "In any browser open {address} and type {code}, until {time}",
                address=figures(preview[0]),
                code=figures(in_fours(preview[1].code)),
                time=clock(preview[1].expires_at, self._hall),
            )
            if preview
            else ""
        )

    def _cells(self, name: str, message: wire.ScreenMessage | None) -> list[Cell]:
        if message is None:
            return [Cell(name), Cell(""), Cell("")]
        return [Cell(name), Cell(" · ".join(message.text.values())), Cell(clock(message.until, self._hall))]

    def _judge(self) -> None:
        written = bool(self._arabic.text().strip() or self._english.text().strip())
        self._tell.setEnabled(written)
        screens = self._arranging.screens
        said = {one.screen for one in screens.screens if one.message}
        said |= {_EVERYWHERE} if screens.everywhere else set()
        self._hush.setEnabled(self._table.chosen in said)
        self._sound.setEnabled(bool(self._table.chosen))

    def _on_tell(self) -> None:
        where = self._where.currentData()
        self._arranging.tell(
            wire.NewMessage(
                int(self._minutes.currentData()),
                None if where == _EVERYWHERE else where,
                self._arabic.text().strip(),
                self._english.text().strip(),
            )
        )

    def _on_hush(self) -> None:
        self._arranging.hush(self._chosen())

    def _on_sound(self) -> None:
        self._arranging.try_sound(self._chosen())

    def _chosen(self) -> str | None:
        """The screen in the table; None for all."""
        return None if self._table.chosen == _EVERYWHERE else self._table.chosen

    def _begin_again(self) -> None:
        if self.isVisible():
            self.focus()  # The button just pressed has nothing more to show: the keyboard must not be left nowhere.
        self._arabic.clear()
        self._english.clear()

    def _lay_out(self) -> None:
        form, buttons, taking = QFormLayout(), QHBoxLayout(), QHBoxLayout()
        form.setSpacing(6)
        for field, label in self._labels.items():
            label.setBuddy(field)
            form.addRow(label, field)
        for row, parts in ((buttons, (self._tell,)), (taking, (self._hush, self._sound, self._try))):
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._table, 1)
        column.addLayout(taking)
        column.addWidget(self._preview)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addLayout(form)
        column.addLayout(buttons)
