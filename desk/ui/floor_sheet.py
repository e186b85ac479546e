"""What is arranged on the floor: the line stood on, the counter stood on, and one visitor's turn."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.ui.button import Button
from desk.ui.confirm import LEAST_REASON, Confirm
from desk.ui.hall_board import HallBoard
from desk.ui.plain import Plain, literal
from desk.ui.visitor_turn import VisitorTurn
from desk.viewmodels.arranging import Arranging
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from queue_server import wire


class FloorSheet(QWidget):
    """Three panels, each for what stands marked in the hall or was typed."""

    def __init__(self, arranging: Arranging, board: HallBoard, hall: Hall, language: Language) -> None:
        super().__init__()
        self._arranging, self._board, self._hall, self._language = arranging, board, hall, language
        self._line_title, self._line_state = Plain("heading"), Plain(wraps=True)
        self._close, self._open = Confirm("close-line", with_reason=True), Button()
        self._open.setObjectName("open-line")
        self._turn = VisitorTurn(arranging, language)
        self._places = _CounterLines(arranging, board, hall, language)
        self._close.confirmed.connect(lambda reason: arranging.close_line(board.lines.chosen or "", reason))
        self._open.clicked.connect(lambda: arranging.open_line(board.lines.chosen or ""))
        board.lines.chosen_changed.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._line_title, self._line_state, self._close, self._open):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._places)
        column.addSpacing(8)
        column.addWidget(self._turn)
        column.addStretch(1)

    def focus(self) -> None:
        """Begin with the lines: what is done is done for the one stood on."""
        self._board.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what may be done for whatever is stood on."""
        say, floor = self._language.say, self._hall.floor
        line = next((one for one in floor.lines if one.line == self._board.lines.chosen), None) if floor else None
        self._line_title.setText(say("Line {name}", name=line.name) if line else say("Line"))
        self._line_state.setText(self._about(line))
        self._close.setVisible(line is not None and line.open)
        self._close.show_words(
            say("Close it for today …"),
            say("No more numbers are given for it today. Whoever waits is served."),
            say("Close it"),
            say("Back"),
            say("Why? Your name stands beside it."),
        )
        self._open.setText(say("Open it again"))
        self._open.setVisible(line is not None and not line.open)
        self._places.refresh()
        self._turn.refresh()

    def _about(self, line: wire.LineStatus | None) -> str:
        say = self._language.say
        if line is None:
            return say("Choose a line in the hall.")
        return say("It gives numbers.") if line.open else say("Closed for today: {why}", why=line.closed_because)


class _CounterLines(QWidget):
    """The lines of the counter stood on, to be ticked; given only with a reason."""

    def __init__(self, arranging: Arranging, board: HallBoard, hall: Hall, language: Language) -> None:
        super().__init__()
        self._arranging, self._board, self._hall, self._language = arranging, board, hall, language
        self._title, self._advice = Plain("heading"), Plain(wraps=True)
        self._boxes: dict[str, QCheckBox] = {}
        self._shown = ""
        self._grid, self._why, self._give = QGridLayout(), QLineEdit(), Button()
        self._why.setObjectName("lines-why")
        self._why.setMaxLength(500)
        self._give.setObjectName("give-lines")
        self._why.textChanged.connect(self._judge)
        self._why.returnPressed.connect(self._on_give)
        self._give.clicked.connect(self._on_give)
        board.counters.chosen_changed.connect(self.refresh)
        arranging.settled.connect(self._why.clear)
        row = QHBoxLayout()
        row.addWidget(self._why, 1)
        row.addWidget(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addLayout(self._grid)
        column.addLayout(row)

    def refresh(self) -> None:
        """Show the lines of the counter stood on; what was ticked and not given yet stays."""
        say, place = self._language.say, self._place()
        self._title.setText(say("Lines of {counter}", counter=place.name) if place else say("Lines of a counter"))
        self._advice.setText(
            say("For today. Whoever is there is served to the end.") if place else say("Choose a counter in the hall.")
        )
        for part in (self._why, self._give):
            part.setVisible(place is not None)
        self._why.setPlaceholderText(say("Why? Your name stands beside it."))
        self._why.setAccessibleName(say("Why? Your name stands beside it."))
        self._give.setText(say("Give it these lines"))
        self._show_boxes(place)
        self._judge()

    def _show_boxes(self, place: wire.CounterStatus | None) -> None:
        stands = "" if place is None else f"{place.n} {place.lines}"
        for line in self._hall.floor.lines if self._hall.floor else []:
            box = self._box(line.line)
            box.setText(literal(line.name))
            box.setVisible(place is not None)
            if stands != self._shown and place is not None:
                box.setChecked(line.line in place.lines)
        self._shown = stands

    def _box(self, line: str) -> QCheckBox:
        if line not in self._boxes:
            box = self._boxes[line] = QCheckBox()
            box.setObjectName(f"serves-{line}")
            box.toggled.connect(self._judge)
            self._grid.addWidget(box, (len(self._boxes) - 1) // 2, (len(self._boxes) - 1) % 2)
        return self._boxes[line]

    def _place(self) -> wire.CounterStatus | None:
        places = self._hall.floor.counters if self._hall.floor else []
        return next((place for place in places if str(place.n) == self._board.counters.chosen), None)

    def _ticked(self) -> list[str]:
        return [line for line, box in self._boxes.items() if box.isChecked()]

    def _judge(self) -> None:
        place, said_why = self._place(), len(self._why.text().strip()) >= LEAST_REASON
        changed = place is not None and set(self._ticked()) != set(place.lines)
        self._give.setEnabled(bool(changed and self._ticked()) and said_why)

    def _on_give(self) -> None:
        place = self._place()
        if place is not None and self._give.isEnabled():
            self._arranging.arrange(place.n, self._ticked(), self._why.text().strip())
