"""Rows to look at and to choose one from."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desk.ui.mark import Tone, icon


class Cell(NamedTuple):
    """Words, with the sign that goes before them if there is one."""

    words: str
    tone: Tone | None = None


class Row(NamedTuple):
    """One thing under the name it is known by."""

    key: str
    cells: Sequence[Cell]


class Table(QTableWidget):
    """Filled anew as often as one likes: whoever stands on a row stays there, and where reading begins is kept."""

    chosen_changed = Signal()

    def __init__(self, name: str, *, stretched: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._keys: list[str] = []
        self._stretched = stretched
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows move in it.
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)  # Only what is stretched can be too narrow for its words.
        self.setShowGrid(False)
        self.setIconSize(QSize(16, 16))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setMinimumSectionSize(36)
        heads.setSectionsClickable(False)
        self._align_heads()
        self.itemSelectionChanged.connect(self.chosen_changed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align_heads()

    @property
    def chosen(self) -> str | None:
        """The name of the row stood on."""
        chosen = self.selectionModel().selectedRows()
        return self._keys[chosen[0].row()] if chosen and chosen[0].row() < len(self._keys) else None

    def choose(self, key: str) -> None:
        """Stand on a row."""
        self._stand_on(key)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Row]) -> None:
        """Show these and no others."""
        if self.columnCount() != len(heads):
            self._make_columns(len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        keys = [row.key for row in rows]
        if keys != self._keys:
            self._make_rows(keys)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row.cells):
                self._show_cell(place, column, heads[column], cell)

    def reads(self) -> list[list[str]]:
        """What stands in the rows."""
        return [
            [str(self.model().index(row, column).data()) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]

    def _align_heads(self) -> None:
        # A header mirrors its own mirroring; hence the side by its name.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        upright = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(upright)

    def _show_cell(self, row: int, column: int, head: str, cell: Cell) -> None:
        item = self.item(row, column)
        if item is None:
            return
        if item.text() != cell.words or item.data(Qt.ItemDataRole.UserRole) != cell.tone:
            item.setText(cell.words)
            item.setIcon(icon(cell.tone) if cell.tone else QIcon())
            item.setData(Qt.ItemDataRole.UserRole, cell.tone)
            item.setToolTip(cell.words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}: {cell.words}")

    def _make_columns(self, count: int) -> None:
        self.setColumnCount(count)
        for column in range(count):
            modes = QHeaderView.ResizeMode
            mode = modes.Stretch if column == self._stretched else modes.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, mode)

    def _make_rows(self, keys: list[str]) -> None:
        before = self.chosen
        was_blocked = self.blockSignals(True)
        self._keys = keys
        self.clearSelection()
        self.setRowCount(len(keys))
        for row in range(len(keys)):
            for column in range(self.columnCount()):
                if self.item(row, column) is None:
                    self.setItem(row, column, QTableWidgetItem())
        self._stand_on(before)
        self.blockSignals(was_blocked)
        if self.chosen != before:
            self.chosen_changed.emit()

    def _stand_on(self, key: str | None) -> None:
        if key not in self._keys:
            return
        index = self.model().index(self._keys.index(key), 0)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, how)
