"""What each act leaves in the journal, and whether the journal of a client's acts is the acts its history tells of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from queue_server.domain.events import Entry
from tests.history.record import Act


@dataclass(frozen=True, slots=True)
class Trace:
    """An act leaves one event of `main`, or nothing if `may_be_silent`, with any of `with_it` around it."""

    main: frozenset[str]
    with_it: frozenset[str] = frozenset()
    may_be_silent: bool = False


def _trace(main: str, with_it: str = "", *, may_be_silent: bool = False) -> Trace:
    return Trace(frozenset(main.split()), frozenset(with_it.split()), may_be_silent)


_ENDS = "LegBegan TicketCancelled"
TRACES: Mapping[str, Trace] = {
    "open_check": _trace("CheckOpened"),
    "resume_check": _trace("CheckResumed"),
    "change_check": _trace("CheckChanged CheckReferred", "CheckReferred FindingWaived"),
    "issue": _trace("TicketIssued", "LegPlanned AppointmentKept AppointmentReleased"),
    "open_counter": _trace("CounterOpened", may_be_silent=True),
    "take_break": _trace("BreakTaken", may_be_silent=True),
    "close_counter": _trace("CounterClosed", "ReservationReleased", may_be_silent=True),
    "call_next": _trace("TicketCalled TicketDrawn", may_be_silent=True),
    "call_number": _trace("TicketCalled TicketDrawn"),
    "recall": _trace("TicketRecalled TicketCalled"),
    "start": _trace("ServiceStarted"),
    "no_show": _trace("NoShowRecorded"),
    "finish": _trace("TicketFinished", _ENDS),
    "park": _trace("TicketParked"),
    "send_back": _trace("TicketReturned"),
    "transfer": _trace("TicketTransferred"),
    "walk_in": _trace("TicketIssued", "CheckOpened FindingWaived TicketDrawn ServiceStarted LegPlanned"),
    "add_service": _trace("LegPlanned", "LegPlanned"),
    "undo": _trace("ActUndone", "ReservationReleased"),
    "book": _trace("AppointmentBooked"),
    "cancel_booking": _trace("AppointmentCancelled"),
    "lend": _trace("NumbersLeased SecondHolderSeen", "NumbersLeased", may_be_silent=True),
    "cancel": _trace("TicketCancelled", "TicketCancelled"),
    "take_time": _trace("MoreTimeGiven"),
    "come_back": _trace("TicketReturned"),
    "prioritise": _trace("TicketPrioritised"),
    "arrange_counter": _trace("CounterLinesArranged"),
}
_OF_TICKETS = {"issue", "call_next", "call_number", "recall", "start", "no_show", "finish", "park", "send_back"} | {
    "prioritise"
}


def unlike(acts: Sequence[Act], journal: Sequence[Entry]) -> str | None:
    """Why the events of one client cannot be its acts in their order, each acknowledged one once; None if they can.

    An act of unknown outcome may have left its trace or not; a refused one has left none.
    """
    reached = {0}
    for act in acts:
        after = {place for start in reached for place in _ways(act, journal, start)}
        if not after:
            seen = journal[max(reached)] if max(reached) < len(journal) else None
            found = "the journal ends" if seen is None else f"the journal goes on with {seen.kind}, entry {seen.seq}"
            return f"{act} was answered {act.outcome}, but {found}"
        reached = after
    if len(journal) in reached:
        return None
    left = journal[max(reached)]
    return f"nobody asked for the {left.kind} of entry {left.seq}, or it was done twice"


def _ways(act: Act, journal: Sequence[Entry], start: int) -> Iterator[int]:
    """Where the journal may go on after an act."""
    trace = TRACES[act.act]
    if act.outcome != "ok" or (trace.may_be_silent and not _told_of_a_ticket(act)):
        yield start
    if act.outcome == "fail":
        return
    found = False
    for place in range(start, len(journal)):
        entry = journal[place]
        if not found and entry.kind in trace.main and _fits(act, entry):
            found = True
        elif entry.kind not in trace.with_it:
            return
        if found:
            yield place + 1


def _told_of_a_ticket(act: Act) -> bool:
    return act.act == "call_next" and act.answer is not None


def _fits(act: Act, entry: Entry) -> bool:
    data = entry.data
    if act.counter is not None and data.get("counter", act.counter) != act.counter:
        return False
    if act.outcome != "ok" or act.act not in _OF_TICKETS:
        return True
    return isinstance(act.answer, dict) and act.answer.get("id") == data["ticket"]
