"""What the journal tells of the office itself: its rules, the people who work there, their devices."""

from dataclasses import dataclass

from queue_server.domain.events import Event


@dataclass(frozen=True, slots=True)
class OfficeOpened(Event):
    """The office exists, with this catalogue."""

    catalogue: str


@dataclass(frozen=True, slots=True)
class CatalogueChanged(Event):
    """From here on another version of the rules holds."""

    catalogue: str


@dataclass(frozen=True, slots=True)
class DeviceEnrolled(Event):
    """A device got a token."""

    device: str
    role: str


@dataclass(frozen=True, slots=True)
class DeviceAdmitted(Event):
    """Somebody approved the code a device showed: its name, what it is, where it stands, and who let it in."""

    device: str
    name: str
    role: str
    place: str
    approver: str


@dataclass(frozen=True, slots=True)
class DeviceRefused(Event):
    """Somebody refused the code a device showed."""

    role: str
    approver: str


@dataclass(frozen=True, slots=True)
class DeviceRevoked(Event):
    """A device's token was ended."""

    device: str
    name: str
    approver: str


@dataclass(frozen=True, slots=True)
class DeviceServiceAllowed(Event):
    """Somebody asked for a code that opens a device's service page."""

    device: str
    approver: str


@dataclass(frozen=True, slots=True)
class DeviceServiced(Event):
    """A device's service page was opened, by the code `approver` had asked for."""

    device: str
    approver: str


@dataclass(frozen=True, slots=True)
class DeviceHealthChanged(Event):
    """A station's report told something new: how its printer stands, what runs low, which program it runs."""

    device: str
    printer: str
    troubles: list[str]
    version: str


@dataclass(frozen=True, slots=True)
class DeviceSilent(Event):
    """No report has come from a station since `since`."""

    device: str
    since: str


@dataclass(frozen=True, slots=True)
class ClerkAdded(Event):
    """A clerk may sign in."""

    clerk: str
    role: str


@dataclass(frozen=True, slots=True)
class ClerkDisabled(Event):
    """A clerk may no longer sign in; every session ended."""

    clerk: str


@dataclass(frozen=True, slots=True)
class PasswordReset(Event):
    """A clerk got a new password; every session ended."""

    clerk: str


@dataclass(frozen=True, slots=True)
class ClerkSignedIn(Event):
    """A clerk signed in on an enrolled desk; any session of theirs elsewhere ended."""

    clerk: str
    device: str


@dataclass(frozen=True, slots=True)
class ClerkSignedOut(Event):
    """A clerk signed out, or was signed out at a locked desk: `by` which supervisor."""

    clerk: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class LineClosed(Event):
    """From here on no numbers are given for a line today. Whoever waits is served."""

    line: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class LineReopened(Event):
    """Numbers are given for a line again."""

    line: str
    by: str


@dataclass(frozen=True, slots=True)
class CounterLinesArranged(Event):
    """For the rest of the day a counter takes from these lines."""

    counter: int
    lines: list[str]
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ScreenTold(Event):
    """A message stands on a screen until `until` (UTC), or on all when `screen` is empty."""

    screen: str
    text: dict[str, str]
    until: str
    by: str


@dataclass(frozen=True, slots=True)
class SoundTested(Event):
    """A screen was made to sound without a call, or all of them when `screen` is empty."""

    screen: str
    by: str


@dataclass(frozen=True, slots=True)
class PreviewAllowed(Event):
    """Somebody asked for a code that opens the page where layouts of screens are tried."""

    approver: str


@dataclass(frozen=True, slots=True)
class ScreenHushed(Event):
    """A message was taken away."""

    screen: str
    by: str
