"""A supervisor's page: the live hall beside one sheet at a time of what is looked after."""

from functools import partial
from typing import TypeAlias

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.button import KeyButton
from desk.ui.clerks_sheet import ClerksSheet
from desk.ui.day_sheet import DaySheet
from desk.ui.devices_sheet import DevicesSheet
from desk.ui.floor_sheet import FloorSheet
from desk.ui.hall_board import HallBoard
from desk.ui.plain import Panel
from desk.ui.screens_sheet import ScreensSheet
from desk.ui.stack import Stack
from desk.ui.stations_sheet import StationsSheet
from desk.viewmodels.acts import Acts
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from desk.viewmodels.supervision import Supervision

_LOOK_AGAIN = 15
"""Seconds after which the stations are asked for again: a report that tells nothing new is not in the journal."""


Sheet: TypeAlias = FloorSheet | StationsSheet | DevicesSheet | ClerksSheet | ScreensSheet | DaySheet


class Tab(KeyButton):
    """Turns to a sheet; the one turned to is marked."""

    def set_current(self, current: bool) -> None:
        """Whether its sheet is the one shown."""
        self.setChecked(current)
        self._title.set_look("current act" if current else "act")


class SupervisorPage(QWidget):
    """The hall is always there; F2 and on turn the sheets."""

    def __init__(self, supervision: Supervision, hall: Hall, acts: Acts, language: Language) -> None:
        super().__init__()
        self._supervision, self._hall, self._language = supervision, hall, language
        self._seconds = 0
        self._board = HallBoard(hall, language)
        arranging = supervision.arranging
        self._sheets: dict[str, Sheet] = {
            "floor": FloorSheet(arranging, self._board, hall, language),
            "stations": StationsSheet(supervision.stations, hall, language),
            "devices": DevicesSheet(supervision.devices, arranging, hall, language),
            "clerks": ClerksSheet(supervision.clerks, language),
            "screens": ScreensSheet(arranging, hall, language),
            "day": DaySheet(arranging, hall, language),
        }
        self._tabs = {name: Tab(f"F{2 + place}", height=40) for place, name in enumerate(self._sheets)}
        self._stack = Stack()
        for name, sheet in self._sheets.items():
            self._stack.addWidget(sheet)
            tab = self._tabs[name]
            tab.setObjectName(f"sheet-{name}")
            tab.setCheckable(True)
            tab.clicked.connect(partial(self._turn_to, name))
        self._tabs["floor"].set_current(True)
        self._lay_out()
        for model in (hall, language, acts, *supervision.parts):
            model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show everything as it stands now."""
        if not self.isVisible():
            return
        self._board.refresh()
        self._title_tabs()
        for sheet in self._sheets.values():
            sheet.refresh()

    def tick(self) -> None:
        """A second has passed."""
        if not self.isVisible():
            return
        self._seconds += 1
        if self._seconds % _LOOK_AGAIN == 0:
            self._supervision.stations.catch_up()
        self._board.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _turn_to(self, name: str) -> None:
        for other, tab in self._tabs.items():
            tab.set_current(other == name)
        self._stack.setCurrentWidget(self._sheets[name])
        self._sheets[name].focus()

    def _title_tabs(self) -> None:
        say, wanting = self._language.say, self._supervision.stations.wanting()
        self._tabs["stations"].show_title(
            say("Stations: {count} want help", count=wanting) if wanting else say("Stations")
        )
        self._tabs["floor"].show_title(say("Arrange"))
        self._tabs["devices"].show_title(say("Devices"))
        self._tabs["clerks"].show_title(say("Clerks"))
        self._tabs["screens"].show_title(say("Screens"))
        self._tabs["day"].show_title(say("End of the day"))

    def _lay_out(self) -> None:
        tabs = QGridLayout()
        tabs.setSpacing(6)
        for place, tab in enumerate(self._tabs.values()):
            tabs.addWidget(tab, place // 3, place % 3)
        side = Panel()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)
        halves = QHBoxLayout(self)
        halves.setContentsMargins(16, 12, 16, 16)
        halves.setSpacing(16)
        halves.addWidget(self._board, 11)
        halves.addWidget(side, 10)
