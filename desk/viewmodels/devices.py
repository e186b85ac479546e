"""Devices let in by the code they show, looked after, and put out."""

from PySide6.QtCore import QObject, Signal

from desk.viewmodels.acts import Acts
from queue_server import wire
from queue_server.client.api import Api


class Devices(QObject):
    """Every device that holds a token. `settled` tells that a code was settled, so that the next can be typed."""

    changed = Signal()
    settled = Signal()

    def __init__(self, api: Api, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api, self._acts = api, acts
        self.all: list[wire.Device] = []
        self.served: tuple[str, wire.ServiceCode] | None = None
        """The device whose service page may be opened, and by which code."""

    def catch_up(self) -> None:
        """Ask which devices there are."""
        self._acts.read(self._api.devices, self._seen)

    def forget(self) -> None:
        """Know nothing any more."""
        self.served = None
        self._seen([])

    def approve(self, code: str, given: wire.Approve) -> None:
        """Let the device in that shows the code."""
        self._acts.act(f"approve {code}", lambda: self._api.approve(code, given), lambda _device: self._settled())

    def refuse(self, code: str) -> None:
        """Do not let it in."""
        self._acts.act(f"refuse {code}", lambda: self._api.refuse(code), lambda _nothing: self._settled())

    def revoke(self, device: str) -> None:
        """End a device's token: it shows a code again."""
        self._acts.act(f"revoke {device}", lambda: self._api.revoke(device), lambda _count: self.catch_up())

    def allow_service(self, device: str) -> None:
        """Get a code that opens a device's service page once."""

        def allowed(code: wire.ServiceCode) -> None:
            self.served = (device, code)
            self.changed.emit()

        self._acts.act(f"service {device}", lambda: self._api.allow_service(device), allowed)

    def _settled(self) -> None:
        self.settled.emit()
        self.catch_up()

    def _seen(self, devices: list[wire.Device]) -> None:
        self.all = devices
        self.changed.emit()
