"""A date found on a paper, by three touches: year, month, day."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.days import month, month_and_year, written
from assets.words import say
from kiosk.asking import DATES
from kiosk.flow import Step
from kiosk.viewmodels.rows import Rows
from kiosk.viewmodels.visit import Visit

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

YEARS = 12
PARTS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Cell:
    """One year, month or day to touch."""

    value: int
    label: str


@QmlElement
class Dates(QObject):
    """The date as it is put together. `part` is what is asked now, empty once the date is whole."""

    changed = Signal()

    def __init__(self, visit: Visit, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit, self._today = visit, today
        self._cells = Rows(Cell, self)
        self._forget()
        visit.begun.connect(self._forget)
        visit.changed.connect(self._listen)

    @Slot()
    def _forget(self) -> None:
        # The next visitor is asked for the same date of another passport.
        self._step: Step | None = None
        self._chosen: dict[str, int] = {}

    @Slot()
    def _listen(self) -> None:
        if self._visit.step.detail in DATES:
            if self._visit.step != self._step:
                self._chosen = {}
            self._step = self._visit.step
            self._show()

    @property
    def _part(self) -> str:
        return next((part for part in PARTS if part not in self._chosen), "")

    @Property(str, notify=changed)
    def part(self) -> str:
        return self._part

    @Property(str, notify=changed)
    def asks(self) -> str:
        words = {"year": "Which year?", "month": "Which month?", "day": "Which day?", "": "Is this right?"}
        return say(words[self._part], self._visit.language)

    @Property(str, notify=changed)
    def written(self) -> str:
        """What is known of the date so far, as a person writes it."""
        language = self._visit.language
        match self._chosen:
            case {"year": year, "month": month_, "day": day}:
                return written(date(year, month_, day), language)
            case {"year": year, "month": month_}:
                return month_and_year(date(year, month_, 1), language)
        return str(self._chosen.get("year", ""))

    @Property(QObject, notify=changed)
    def cells(self) -> QObject:
        return self._cells

    @Slot(int)
    def choose(self, value: int) -> None:
        if self._part:
            self._chosen[self._part] = value
            self._show()

    @Slot()
    def change(self) -> None:
        """Choose the date anew."""
        self._chosen = {}
        self._show()

    @Slot()
    def confirm(self) -> None:
        if not self._part:
            self._visit.choose(date(*(self._chosen[part] for part in PARTS)).isoformat())

    def _show(self) -> None:
        self._cells.show(self._offered())
        self.changed.emit()

    def _offered(self) -> list[Cell]:
        match self._part:
            case "year":
                # The year before this one too: an expired paper must be sayable.
                first = self._today().year - (1 if self._step and self._step.detail == "expires" else YEARS - 1)
                return [Cell(year, str(year)) for year in range(first, first + YEARS)]
            case "month":
                return [Cell(number, f"{number} · {month(number, self._visit.language)}") for number in range(1, 13)]
            case "day":
                days = monthrange(self._chosen["year"], self._chosen["month"])[1]
                return [Cell(day, str(day)) for day in range(1, days + 1)]
            case _:
                return []
