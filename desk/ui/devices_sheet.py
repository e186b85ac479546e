"""Devices: let in by the code they show, looked after by a code of their own, and put out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assets.words import in_fours
from desk.ui.button import Button
from desk.ui.choice import Choice
from desk.ui.confirm import Confirm
from desk.ui.plain import Plain
from desk.ui.supervisor_words import clock, role_word
from desk.ui.table import Cell, Row, Table
from desk.ui.words import figures
from desk.viewmodels.arranging import Arranging
from desk.viewmodels.devices import Devices
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire

_KINDS: tuple[wire.DeviceRole, ...] = ("kiosk", "screen", "desk")


class DevicesSheet(QWidget):
    """The form of who asks to be let in, and the table of those who are."""

    def __init__(self, devices: Devices, arranging: Arranging, hall: Hall, language: Language) -> None:
        super().__init__()
        self._devices, self._arranging, self._hall, self._language = devices, arranging, hall, language
        self._title = Plain("heading")
        self._code, self._name, self._place = QLineEdit(), QLineEdit(), QLineEdit()
        self._kind, self._counter, self._screen = Choice(), Choice(), Choice()
        fields = (self._code, self._kind, self._name, self._place, self._counter, self._screen)
        self._labels = {field: Plain() for field in fields}
        self._let_in, self._refuse = Button("primary"), Button()
        self._table = Table("devices", stretched=2)
        self._service, self._revoke = Button(), Confirm("revoke")
        self._served = Plain("large", wraps=True)
        self._name_all()
        self._code.textChanged.connect(self._judge)
        self._name.textChanged.connect(self._judge)
        self._kind.currentIndexChanged.connect(self._judge)
        self._let_in.clicked.connect(self._on_let_in)
        self._refuse.clicked.connect(lambda: devices.refuse(self._code.text().strip()))
        self._service.clicked.connect(lambda: devices.allow_service(self._table.chosen or ""))
        self._revoke.confirmed.connect(lambda _reason: devices.revoke(self._table.chosen or ""))
        self._table.chosen_changed.connect(self._judge)
        devices.settled.connect(self._begin_again)
        self._lay_out()

    def focus(self) -> None:
        """Begin with the code."""
        self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show who is let in."""
        say = self._language.say
        self._title.setText(say("Let a device in"))
        self._code.setPlaceholderText(say("The device shows its code on its screen."))
        labels = (
            say("Its code"),
            say("What it is"),
            say("Its name"),
            say("Where it stands"),
            say("Its counter"),
            say("Which screen it is"),
        )
        for field, words in zip(self._labels, labels, strict=True):
            self._labels[field].setText(words)
            field.setAccessibleName(words)
        self._kind.offer([(kind, role_word(kind, self._language)) for kind in _KINDS])
        places = self._hall.floor.counters if self._hall.floor else []
        self._counter.offer([("", say("Chosen at the desk")), *((str(place.n), place.name) for place in places)])
        self._screen.offer([(one.screen, one.name) for one in self._arranging.screens.screens])
        self._let_in.setText(say("Let it in"))
        self._refuse.setText(say("Refuse"))
        self._service.setText(say("Code for its service page"))
        self._show_table()
        self._judge()

    def _show_table(self) -> None:
        say = self._language.say
        self._table.setAccessibleName(say("Devices"))
        heads = (say("Name"), say("Kind"), say("Where it stands"))
        rows = [
            Row(
                device.name,
                [Cell(device.name), Cell(role_word(device.role, self._language)), Cell(self._where(device))],
            )
            for device in self._devices.all
        ]
        self._table.show_rows(heads, rows)

    def _where(self, device: wire.Device) -> str:
        counter = "" if device.counter is None else self._language.say("Counter {n}", n=device.counter)
        screens = self._arranging.screens.screens
        screen = next((one.name for one in screens if one.screen == device.screen), "")
        return " · ".join(part for part in (device.place, counter, screen) if part)

    def _judge(self) -> None:
        say, chosen = self._language.say, self._table.chosen
        code = self._code.text().strip()
        self._counter.setEnabled(self._kind.currentData() == "desk")
        self._screen.setEnabled(self._kind.currentData() == "screen")
        self._let_in.setEnabled(bool(code and self._name.text().strip()))
        self._refuse.setEnabled(bool(code))
        kind = next((device.role for device in self._devices.all if device.name == chosen), "")
        self._service.setEnabled(kind in {"kiosk", "screen"})
        self._revoke.set_enabled(chosen is not None)
        self._revoke.show_words(
            say("Revoke …"),
            say("{name} works no longer, and shows a code to be let in again.", name=figures(chosen or "")),
            say("Revoke"),
            say("Back"),
        )
        served = self._devices.served
        self._served.show_text(
            say(
                "Service code of {name}: {code}, until {time}",
                name=figures(served[0]),
                code=figures(in_fours(served[1].code)),
                time=clock(served[1].expires_at, self._hall),
            )
            if served
            else ""
        )

    def _on_let_in(self) -> None:
        kind, counter = self._kind.currentData(), self._counter.currentData()
        given = wire.Approve(
            self._name.text().strip(),
            kind,
            self._place.text().strip(),
            int(counter) if counter and kind == "desk" else None,
            screen=self._screen.currentData() if kind == "screen" else None,
        )
        self._devices.approve(self._code.text().strip(), given)

    def _begin_again(self) -> None:
        """A settled code is of no further use; what failed keeps what was typed."""
        for field in (self._code, self._name, self._place):
            field.clear()
        self.focus()

    def _name_all(self) -> None:
        fields = ("device-code", "device-kind", "device-name", "device-place", "device-counter", "device-screen")
        names = (*fields, "let-in", "refuse")
        parts = (*self._labels, self._let_in, self._refuse)
        for name, part in zip(names, parts, strict=True):
            part.setObjectName(name)
        self._service.setObjectName("allow-service")
        self._served.setObjectName("service-code")
        self._code.setMaxLength(32)
        self._name.setMaxLength(64)
        self._place.setMaxLength(64)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(6)
        for field, label in self._labels.items():
            label.setBuddy(field)
            form.addRow(label, field)
        buttons, acts = QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self._let_in)
        buttons.addWidget(self._refuse)
        buttons.addStretch(1)
        acts.addWidget(self._service, 0, Qt.AlignmentFlag.AlignTop)
        acts.addWidget(self._revoke, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addWidget(self._table, 1)
        column.addWidget(self._served)
        column.addLayout(acts)
