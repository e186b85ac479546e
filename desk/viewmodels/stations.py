"""How the kiosks, screens and desks fare, and what the kiosks that work alone could not hand over."""

from typing import Literal

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from queue_server import wire
from queue_server.client.api import Api

Need = Literal[
    "contested",
    "silent",
    "no_paper",
    "cover_open",
    "offline",
    "unknown",
    "paper_low",
    "disk_low",
    "memory_low",
]
"""What a station wants a person for, the most urgent first."""

_BY_URGENCY: tuple[Need, ...] = (
    "contested",
    "silent",
    "no_paper",
    "cover_open",
    "offline",
    "unknown",
    "paper_low",
    "disk_low",
    "memory_low",
)
_STOPS: frozenset[Need] = frozenset({"contested", "silent", "no_paper", "cover_open", "offline"})


class Stations(QObject):
    """The stations by their last reports."""

    changed = Signal()

    def __init__(self, api: Api, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts = api, acts
        self.health: list[wire.DeviceHealth] = []
        self.outposts = wire.Outposts([], [])

    def catch_up(self) -> None:
        """Ask how they fare."""
        self._acts.read(lambda: (self._api.stations(), self._api.outposts()), self._seen)

    def forget(self) -> None:
        """Know nothing any more."""
        self._seen(([], wire.Outposts([], [])))

    def needs(self, station: wire.DeviceHealth) -> list[Need]:
        """What a station wants a person for, most urgent first; of a silent one nothing else is known."""
        found: set[str] = {"silent"} if station.silent_since else set(station.troubles)
        if any(kiosk.contested and kiosk.device == station.device for kiosk in self.outposts.kiosks):
            found.add("contested")
        return [need for need in _BY_URGENCY if need in found]

    def stops_work(self, station: wire.DeviceHealth) -> bool:
        """Whether visitors are not served by it as they should be."""
        return not _STOPS.isdisjoint(self.needs(station))

    def wanting(self) -> int:
        """How many stations, and visits set aside, want a person."""
        return sum(bool(self.needs(station)) for station in self.health) + len(self.outposts.aside)

    def _seen(self, answer: tuple[list[wire.DeviceHealth], wire.Outposts]) -> None:
        self.health, self.outposts = answer
        self.changed.emit()
