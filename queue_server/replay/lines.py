"""Who stands in which line, read from the journal alone."""

from dataclasses import dataclass, replace
from datetime import datetime

from queue_server.domain.events import Entry


@dataclass(frozen=True, slots=True)
class Place:
    """A leg in line. `again` when the visit was in a line before; the rest says who may not call it."""

    ticket: str
    line: str
    since: datetime
    again: bool = False
    for_counter: int | None = None
    for_clerk: str | None = None
    not_counter: int | None = None


class Lines:
    """All who wait, by their leg."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self._at: dict[str, int] = {}
        self._sent_from: dict[str, int] = {}

    def hear(self, entry: Entry) -> Place | None:
        """Take in what the journal tells; the place somebody left by it, if anybody did.

        Acts taken back do not occur in a replay and are not read.
        """
        data = entry.data
        match entry.kind:
            case "TicketIssued" if not data["walk_in"]:
                self.places[data["leg"]] = Place(data["ticket"], data["line"], entry.at)
            case "LegBegan":
                self.places[data["leg"]] = Place(data["ticket"], data["line"], entry.at, again=True)
            case "TicketReturned":
                self._returns(entry)
            case "TicketTransferred":
                self.places[data["to_leg"]] = Place(
                    data["ticket"], data["to_line"], entry.at, True, data["to_counter"], data["to_clerk"]
                )
            case "ReservationReleased":
                self.places[data["leg"]] = replace(self.places[data["leg"]], for_counter=None, for_clerk=None)
            case "TicketDrawn" | "TicketCalled":
                self._at[data["leg"]] = data["counter"]
                return self.places.pop(data["leg"], None)
            case "TicketCancelled" | "LegExpired" | "MoreTimeGiven":
                return self.places.pop(data["leg"], None)
        return None

    def _returns(self, entry: Entry) -> None:
        leg = entry.data["leg"]
        if entry.data["how"] == "sent_back":
            self._sent_from[leg] = self._at[leg]
        self.places[leg] = Place(
            entry.data["ticket"], entry.data["line"], entry.at, True, not_counter=self._sent_from.get(leg)
        )
