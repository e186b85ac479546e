"""All a supervisor sees and may do beside the hall itself."""

from PySide6.QtCore import QObject

from desk.viewmodels.acts import Acts
from desk.viewmodels.arranging import Arranging
from desk.viewmodels.clerks import Clerks
from desk.viewmodels.devices import Devices
from desk.viewmodels.hall import Hall
from desk.viewmodels.stations import Stations
from queue_server.client.api import Api
from queue_server.wire import Event

_OF_CLERKS = frozenset({"PasswordReset", "CounterOpened", "CounterClosed"})


class Supervision(QObject):
    """The parts of a supervisor's page, asked and put away together."""

    def __init__(self, api: Api, acts: Acts, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.arranging = Arranging(api, acts, hall, self)
        self.stations = Stations(api, acts, self)
        self.devices = Devices(api, acts, self)
        self.clerks = Clerks(api, acts, self)
        self.parts = (self.arranging, self.stations, self.devices, self.clerks)

    def catch_up(self) -> None:
        """Ask how everything stands."""
        for part in self.parts:
            part.catch_up()

    def hear(self, event: Event) -> None:
        """Something was told by the journal."""
        if event.kind.startswith("Device"):
            self.stations.catch_up()
            self.devices.catch_up()
        elif event.kind.startswith("Clerk") or event.kind in _OF_CLERKS:
            self.clerks.catch_up()
        elif event.kind.startswith("Screen"):
            self.arranging.catch_up()

    def forget(self) -> None:
        """The supervisor left."""
        for part in self.parts:
            part.forget()
