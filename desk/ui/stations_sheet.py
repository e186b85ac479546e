"""The stations: which of them want a person, for what, and what to do; and visits no kiosk could hand over."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.plain import Plain
from desk.ui.supervisor_words import clock, need_word, remedy_word, role_word
from desk.ui.table import Cell, Row, Table
from desk.ui.words import figures
from desk.viewmodels.hall import Hall
from desk.viewmodels.language import Language
from desk.viewmodels.stations import Stations
from queue_server import wire


class StationsSheet(QWidget):
    """Those in need first; what to do stands under the table for the row stood on."""

    def __init__(self, stations: Stations, hall: Hall, language: Language) -> None:
        super().__init__()
        self._stations, self._hall, self._language = stations, hall, language
        self._none = Plain("quiet", wraps=True)
        self._table, self._advice = Table("stations", stretched=2), Plain("strong", wraps=True)
        self._advice.setObjectName("station-advice")
        self._aside_head, self._aside_advice = Plain("heading"), Plain("small", wraps=True)
        self._aside = Table("aside", stretched=3)
        self._table.chosen_changed.connect(self._show_advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._none)
        column.addWidget(self._table, 3)
        column.addWidget(self._advice)
        column.addWidget(self._aside_head)
        column.addWidget(self._aside_advice)
        column.addWidget(self._aside, 1)

    def focus(self) -> None:
        """Begin with the table."""
        self._table.setFocus()

    def refresh(self) -> None:
        """Show how everything fares."""
        say, stations = self._language.say, self._stations
        self._none.show_text("" if stations.health else say("No station has reported yet."))
        self._table.setAccessibleName(say("Stations"))
        heads = (say("Station"), say("Kind"), say("State"), say("Last seen"))
        by_need = sorted(
            stations.health, key=lambda one: (not stations.stops_work(one), not stations.needs(one), one.name)
        )
        self._table.show_rows(heads, [Row(one.device, self._station(one)) for one in by_need])
        self._show_advice()
        self._show_aside(stations.outposts.aside)

    def _station(self, one: wire.DeviceHealth) -> list[Cell]:
        language, needs = self._language, self._stations.needs(one)
        words = " · ".join(need_word(need, language) for need in needs) or language.say("In order")
        tone = "good" if not needs else "stop" if self._stations.stops_work(one) else "careful"
        return [
            Cell(one.name),
            Cell(role_word(one.role, language)),
            Cell(words, tone),  # type: ignore[arg-type]
            Cell(clock(one.at, self._hall)),
        ]

    def _show_advice(self) -> None:
        chosen = next((one for one in self._stations.health if one.device == self._table.chosen), None)
        needs = self._stations.needs(chosen) if chosen else []
        self._advice.show_text("\n".join(remedy_word(need, self._language) for need in needs))

    def _show_aside(self, aside: list[wire.VisitAside]) -> None:
        say = self._language.say
        self._aside_head.show_text(say("Visits set aside: {count}", count=len(aside)) if aside else "")
        self._aside_advice.show_text(
            say("These numbers were given without the server and could not be taken. Give the visitor a new one.")
            if aside
            else ""
        )
        self._aside.setVisible(bool(aside))
        self._aside.setAccessibleName(say("Visits set aside"))
        names = {kiosk.device: kiosk.name for kiosk in self._stations.outposts.kiosks}
        services = self._hall.catalogue.services if self._hall.catalogue else []
        spoken = {service.id: self._language.of(service.name) for service in services}
        rows = [
            Row(
                f"{visit.visit} {visit.number}",
                [
                    Cell(figures(visit.number)),
                    Cell(spoken.get(visit.service, visit.service)),
                    Cell(names.get(visit.device, visit.device)),
                    Cell(visit.text),
                    Cell(clock(visit.at, self._hall)),
                ],
            )
            for visit in aside
        ]
        self._aside.show_rows((say("Number"), say("Service"), say("Kiosk"), say("Why"), say("Time")), rows)
