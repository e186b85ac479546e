"""What a supervisor asks of the small office and does there."""

from datetime import datetime, timedelta

from msgspec.structs import replace

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
    counters: dict[int, wire.CounterStatus]
    waiting: list[wire.Ticket]
    codes: dict[str, str]
    """Codes shown by devices, and what they asked to be."""

    def begin_supervised(self) -> None:
        """Stations as they stand in the morning."""
        self.codes = {"KWMR7T3X": "kiosk"}
        self.closed: dict[str, str] = {}
        self.said = wire.ScreenList([wire.ScreenStatus("hall", "Hall"), wire.ScreenStatus("upstairs", "Upstairs")])
        self.staff = [
            wire.Clerk("maryam", "Maryam Hasan", "clerk", disabled=False, counter=1, yours=True),
            wire.Clerk("salman", "Salman Isa", "supervisor", disabled=False),
        ]
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
        self._did(
            f"approve {code} as {given.role} {given.screen or ''} {given.name} at {given.place}".replace("  ", " ")
        )
        if self.codes.pop(code, None) is None:
            raise Refused(
                wire.Problem("about:blank", "unknown", 404, "unknown", f"There is no such thing here: {code}")
            )
        self.admitted.append(wire.Device(given.name, given.role, given.place, given.counter, given.screen))
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

    def clerks(self) -> list[wire.Clerk]:
        self._asked()
        return list(self.staff)

    def engage(self, new: wire.NewClerk) -> wire.Clerk:
        self._did(f"engage {new.username} as {new.role}")
        self.staff.append(wire.Clerk(new.username, new.name, new.role, disabled=False, yours=True))
        return self.staff[-1]

    def dismiss(self, username: str) -> wire.Clerk:
        self._did(f"dismiss {username}")
        self.staff = [replace(one, disabled=one.disabled or one.username == username) for one in self.staff]
        return self.staff[0]

    def give_password(self, username: str, password: str) -> wire.Clerk:
        self._did(f"password of {username}")
        return self.staff[0]

    def close_line(self, line: str, reason: str) -> None:
        self._did(f"close line {line}: {reason}")
        self.closed[line] = reason

    def open_line(self, line: str) -> None:
        self._did(f"open line {line}")
        self.closed.pop(line)

    def arrange_counter(self, n: int, lines: list[str], reason: str) -> wire.CounterStatus:
        self._did(f"counter {n} serves {lines}: {reason}")
        self.counters[n] = replace(self.counters[n], lines=lines)
        return self.counters[n]

    def find_ticket(self, number: str) -> wire.Ticket:
        self._asked()
        return next(ticket for ticket in self.waiting if ticket.number == number.upper())

    def prioritise(self, ticket: str, priority: wire.Priority, reason: str) -> wire.Ticket:
        self._did(f"{priority} for {ticket}: {reason}")
        self.waiting = [replace(one, priority=priority) if one.id == ticket else one for one in self.waiting]
        return next(one for one in self.waiting if one.id == ticket)

    def screens(self) -> wire.ScreenList:
        self._asked()
        return self.said

    def allow_preview(self) -> wire.ServiceCode:
        self._did("allow preview")
        return wire.ServiceCode("PQRS2345", self.now + timedelta(hours=1))

    def tell_screens(self, message: wire.NewMessage) -> wire.ScreenList:
        self._did(f"tell {message.screen}: {message.ar} / {message.en} for {message.minutes}")
        shown = wire.ScreenMessage({"ar": message.ar}, self.now + timedelta(minutes=message.minutes))
        self.said = replace(self.said, everywhere=shown)
        return self.said

    def try_sound(self, screen: str | None) -> None:
        self._did(f"sound {screen}")

    def hush_screens(self, screen: str | None) -> wire.ScreenList:
        self._did(f"hush {screen}")
        self.said = replace(self.said, everywhere=None)
        return self.said

    def end_day(self) -> wire.DayOver:
        self._did("end the day")
        gone, self.waiting = len(self.waiting), []
        return wire.DayOver(self.now.date(), gone)

    def _asked(self, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.

    def _did(self, what: str, *, asks_clerk: bool = True) -> None:
        raise NotImplementedError  # The whole office has it: tests/desk/office.py.
