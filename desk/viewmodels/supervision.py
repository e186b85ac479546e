"""All a supervisor sees and may do beside the hall itself."""

from PySide6.QtCore import QObject

from desk.viewmodels.acts import Acts
from desk.viewmodels.devices import Devices
from desk.viewmodels.stations import Stations
from queue_server.client.api import Api
from queue_server.wire import Event


class Supervision(QObject):
    """The parts of a supervisor's page, asked and put away together."""

    def __init__(self, api: Api, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stations = Stations(api, acts, self)
        self.devices = Devices(api, acts, self)
        self._parts = (self.stations, self.devices)

    def catch_up(self) -> None:
        """Ask how everything stands."""
        for part in self._parts:
            part.catch_up()

    def hear(self, event: Event) -> None:
        """Something was told by the journal."""
        if event.kind.startswith("Device"):
            self.stations.catch_up()
            self.devices.catch_up()

    def forget(self) -> None:
        """The supervisor left."""
        for part in self._parts:
            part.forget()
