"""How a station of the office fares, by its own reports."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

SILENT_AFTER = timedelta(seconds=90)
"""Three reports that did not come."""
LEAST_DISK, LEAST_MEMORY = 1000, 150
"""Megabytes free, below which somebody should look before it is too late."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """One report. `server_lost` counts the tries that did not reach the server since the report before."""

    printer: str
    server_lost: int
    disk_free: int
    memory: int
    memory_free: int
    version: str

    @property
    def troubles(self) -> tuple[str, ...]:
        """What wants a person: `disk_low`, `memory_low`, and the printer unless ready or meant to be none."""
        found = () if self.printer in {"ready", "none"} else (self.printer,)
        if self.disk_free < LEAST_DISK:
            found = (*found, "disk_low")
        return (*found, "memory_low") if self.memory_free < LEAST_MEMORY else found


@dataclass(frozen=True, slots=True)
class Health:
    """A device's last report, which came at `at` (UTC); its troubles are the same since `since`."""

    device: str
    at: datetime
    since: datetime
    silent: bool
    vitals: Vitals

    def next(self, at: datetime, vitals: Vitals) -> "Health":
        """With the report that came after it."""
        same = not self.changed_by(vitals)
        return replace(self, at=at, since=self.since if same else at, silent=False, vitals=vitals)

    def changed_by(self, vitals: Vitals) -> bool:
        """Whether a report tells something new: figures that only drift do not."""
        return self.silent or (self.vitals.troubles, self.vitals.version) != (vitals.troubles, vitals.version)
