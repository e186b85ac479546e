"""What a supervisor asks of the small office and does there."""

from datetime import datetime, timedelta

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from tests.desk.papers import START


def reported(name: str, role: str, *troubles: str, minutes_ago: int = 0, silent: bool = False) -> wire.DeviceHealth:
    """A station's last report."""
    at = START - timedelta(minutes=minutes_ago)
    printer = next((trouble for trouble in troubles if not trouble.endswith("_low")), "ready")
    return wire.DeviceHealth(
        f"id-{name}", name, role, at, at, at if silent else None, list(troubles), printer, 0, 9000, 90, 900, "1.0"
    )


class Supervised(Api):
    """The acts that are a supervisor's alone, with whatever they did remembered."""

    now: datetime
    codes: dict[str, str]
    """Codes shown by devices, and what they asked to be."""

    def begin_supervised(self) -> None:
        """Stations as they stand in the morning."""
        self.codes = {"KWMR7T3X": "kiosk"}
        self.reports = [
            reported("kiosk-south", "kiosk", "no_paper"),
            reported("kiosk-north", "kiosk"),
            reported("screen-hall", "screen", minutes_ago=4, silent=True),
        ]
        self.alone = wire.Outposts([], [])
        self.admitted = [wire.Device("kiosk-north", "kiosk", "North door"), wire.Device("desk-1", "desk", "", 1)]

    def visit_is_set_aside(self) -> None:
        """A kiosk gave a number alone that could not be taken, and another machine uses its name."""
        kiosk = wire.OutpostStatus("id-kiosk-north", "kiosk-north", START, contested=True, leases=[])
        why = "Another visit has this already."
        visit = wire.VisitAside("v", "A017", "id-kiosk-north", "number_taken", why, START, "renew", "ar")
        self.alone = wire.Outposts([kiosk], [visit])

    def stations(self) -> list[wire.DeviceHealth]:
        self._asked()
        return list(self.reports)

    def outposts(self) -> wire.Outposts:
        self._asked()
        return self.alone

    def devices(self) -> list[wire.Device]:
        self._asked()
        return list(self.admitted)

    def approve(self, code: str, given: wire.Approve) -> wire.Device:
        self._did(f"approve {code} as {given.role} {given.name} at {given.place}")
        if self.codes.pop(code, None) is None:
            raise Refused(
                wire.Problem("about:blank", "unknown", 404, "unknown", f"There is no such thing here: {code}")
            )
        self.admitted.append(wire.Device(given.name, given.role, given.place, given.counter))
        return self.admitted[-1]

    def refuse(self, code: str) -> None:
        self._did(f"refuse {code}")
        self.codes.pop(code)

    def revoke(self, device: str) -> int:
        self._did(f"revoke {device}")
        self.admitted = [one for one in self.admitted if one.name != device]
        return 1

    def allow_service(self, device: str) -> wire.ServiceCode:
        self._did(f"allow service of {device}")
        return wire.ServiceCode("PQRS2345", self.now + timedelta(minutes=10))

    def _asked(self, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError

    def _did(self, what: str, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError
