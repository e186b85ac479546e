"""Every way Dawr says no, as data: a code and the values that go with it. Words are put to them at the edge.

DawrError
├── Malformed                the request cannot be read
│   ├── KeyMissing           a mutating request without an idempotency key
│   └── KeyReused            the same key for another request
├── NotSignedIn              no token, or one that is unknown, revoked or expired
│   ├── WrongPassword        username and password do not fit together
│   └── SignedInElsewhere    this clerk signed in at another desk since
├── Forbidden                this role may not do that
│   ├── EvidenceTooStrong    a station claims evidence only a clerk or a machine can give
│   └── NotYourCounter       another clerk, or another device, holds this counter
├── Unknown                  nothing by that name: office, service, check, ticket, counter, screen, fact …
├── Conflict                 possible in general, not as things stand
│   ├── CheckSettled         this check already led to a number
│   ├── CheckStale           the check is of an earlier day: resume it first
│   ├── CounterClosed        nobody serves there now
│   ├── LineNotOpen          the line gives no more numbers today
│   ├── CounterBusy          a visitor is called or served there
│   ├── NobodyCalled         there is no ticket to act on
│   ├── WrongState           the ticket is not in a state that allows it
│   ├── CallAgain            a no-show must have been called more often first
│   ├── NotYourTurn          the ticket is kept for another counter or clerk, or not of this counter's lines
│   ├── TooLate              the time to do this, or to take it back, is over
│   ├── ClerkAway            the clerk meant is at no counter now
│   ├── NothingToUndo        there is no act at this counter to take back
│   ├── SlotFull             every place of this appointment is taken
│   ├── AppointmentOver      the appointment was kept, cancelled or released
│   ├── ClerkElsewhere       the clerk already holds another counter
│   ├── ReprintAtDesk        a kiosk prints this number no more: the information desk does
│   ├── CodeExpired          the code was good once, its time is over
│   ├── CodeUsed             the code was used already: it opens nothing twice
│   ├── CodeRefused          somebody refused the device that shows this code
│   ├── DeviceNamed          a device of that name has a token: end it first
│   └── NameTaken            a clerk of that name exists
├── Refused                  understood, and refused for what it says
│   ├── PapersIncomplete     no number: these findings stand against it
│   ├── NotConcluded         questions or papers are still open
│   ├── SecondClerkNeeded    one clerk alone cannot let this pass
│   ├── SecondClerkRefused   the second clerk's name and password do not fit, or they may not do this
│   ├── WrongCaller          the service is not for this kind of caller
│   ├── NoNumberNeeded       a quick service needs no number
│   ├── NotQuick             a service that is given upstairs, with a number
│   ├── NoSuchSlot           no appointment is given at that time
│   ├── WrongAppointment     the appointment is for another service or another day
│   ├── TransferUnclear      a transfer goes to a line, a counter or a clerk: to one of them
│   ├── TimeGone             a time to come back that is not ahead, today
│   ├── WrongRole            the device did not ask to be that, or no device can be
│   ├── BadName              a name that is empty, too long or not printable
│   └── WeakPassword         a password too short to keep anybody out
├── TooMany                  slow down
└── Unavailable              the database did not keep it: the same request may be sent again

What goes wrong with numbers lent to kiosks is in outpost_errors.
"""

from typing import Any, ClassVar


class DawrError(Exception):
    """The root: `code` is stable and spoken over HTTP; `values` fill the words."""

    code: ClassVar[str] = "error"

    def __init__(self, **values: Any) -> None:
        super().__init__(f"{self.code} {values}" if values else self.code)
        self.values = values


class Malformed(DawrError):
    """The request cannot be read; `why` says where."""

    code = "malformed"


class KeyMissing(Malformed):
    """A mutating request without an idempotency key."""

    code = "idempotency_key_missing"


class KeyReused(Malformed):
    """The same idempotency key came with another request."""

    code = "idempotency_key_reused"


class NotSignedIn(DawrError):
    """No token, or one that is unknown, revoked or expired."""

    code = "not_signed_in"


class WrongPassword(NotSignedIn):
    """Username and password do not fit together; deliberately silent on which."""

    code = "wrong_password"


class SignedInElsewhere(NotSignedIn):
    """This clerk signed in at another `desk` since, which ended the session here."""

    code = "signed_in_elsewhere"


class Forbidden(DawrError):
    """This role may not do that."""

    code = "forbidden"


class EvidenceTooStrong(Forbidden):
    """A station claims evidence that only a clerk, a machine or an agency can give."""

    code = "evidence_too_strong"


class NotYourCounter(Forbidden):
    """Another clerk or device holds this counter."""

    code = "not_your_counter"


class Unknown(DawrError):
    """Nothing by that name. `kind` is the trade's word for what was sought, `name` what was given."""

    code = "unknown"

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(kind=kind, name=name)
        self.kind = kind


class Conflict(DawrError):
    """Possible in general, not as things stand."""

    code = "conflict"


class CheckSettled(Conflict):
    """This check already led to a number."""

    code = "check_settled"


class CheckStale(Conflict):
    """The check is of an earlier day and must be resumed first, under today's rules."""

    code = "check_stale"


class CounterClosed(Conflict):
    """Nobody serves at this counter now."""

    code = "counter_closed"


class LineNotOpen(Conflict):
    """A supervisor closed the line: no more numbers are given for it today."""

    code = "line_not_open"


class CounterBusy(Conflict):
    """A visitor is called to this counter or served there."""

    code = "counter_busy"


class NobodyCalled(Conflict):
    """There is no ticket at this counter to act on."""

    code = "nobody_called"


class WrongState(Conflict):
    """The ticket is not in a state that allows the act."""

    code = "wrong_state"


class CallAgain(Conflict):
    """A visitor is a no-show only after `least` calls."""

    code = "call_again"


class NotYourTurn(Conflict):
    """The ticket is kept for another counter or clerk, or waits in a line this counter does not serve."""

    code = "not_your_turn"


class TooLate(Conflict):
    """The time to come back, or to take an act back, is over."""

    code = "too_late"


class ClerkAway(Conflict):
    """The clerk meant is at no counter now; `name` as given."""

    code = "clerk_away"


class NothingToUndo(Conflict):
    """There is no act of this clerk at this counter to take back."""

    code = "nothing_to_undo"


class SlotFull(Conflict):
    """Every place of this appointment is taken."""

    code = "slot_full"


class AppointmentOver(Conflict):
    """The appointment was kept, cancelled or released; `state` says which."""

    code = "appointment_over"


class ClerkElsewhere(Conflict):
    """The clerk already holds another counter."""

    code = "clerk_elsewhere"


class ReprintAtDesk(Conflict):
    """A kiosk prints this number no more: its visit there is over, or the printer failed too often."""

    code = "reprint_at_desk"


class CodeExpired(Conflict):
    """The code was good once; its time is over."""

    code = "code_expired"


class CodeUsed(Conflict):
    """The code was used already: it opens nothing twice."""

    code = "code_used"


class CodeRefused(Conflict):
    """Somebody refused the device that shows this code."""

    code = "code_refused"


class DeviceNamed(Conflict):
    """A device of that `name` has a token: end it first, so that a name means one device."""

    code = "device_named"


class NameTaken(Conflict):
    """A clerk of that name exists."""

    code = "name_taken"


class Refused(DawrError):
    """Understood, and refused for what it says."""

    code = "refused"


class PapersIncomplete(Refused):
    """No number: `findings` (as the wire has them) stand against it."""

    code = "papers_incomplete"


class NotConcluded(Refused):
    """Questions or papers are still open."""

    code = "check_not_concluded"


class SecondClerkNeeded(Refused):
    """This `requirement` is waived by two clerks, and the second is missing or is the first again."""

    code = "second_clerk_needed"


class SecondClerkRefused(Refused):
    """The second clerk's name and password do not fit, or their role may waive nothing; silent on which."""

    code = "second_clerk_refused"


class WrongCaller(Refused):
    """This service is not for this kind of caller."""

    code = "wrong_caller"


class NoNumberNeeded(Refused):
    """A quick service is settled on the ground floor, without a number."""

    code = "no_number_needed"


class NotQuick(Refused):
    """The service is given upstairs, with a number."""

    code = "not_quick"


class NoSuchSlot(Refused):
    """The line gives no appointments, none at that time, or the time has gone."""

    code = "no_such_slot"


class WrongAppointment(Refused):
    """The appointment is for another service or another day than the check."""

    code = "wrong_appointment"


class TransferUnclear(Refused):
    """A transfer names exactly one of a line, a counter and a clerk."""

    code = "transfer_unclear"


class TimeGone(Refused):
    """A time to come back must be ahead, and today."""

    code = "time_gone"


class WrongRole(Refused):
    """The device did not ask to be a `role`, or no device can be."""

    code = "wrong_role"


class BadName(Refused):
    """A name that is empty, too long, or holds characters that are not for names."""

    code = "bad_name"


class WeakPassword(Refused):
    """A password too short to keep anybody out; `least` is the number of characters asked for."""

    code = "weak_password"


class TooMany(DawrError):
    """Too many tries in too short a time; `seconds` until the next may be made."""

    code = "too_many"


class Unavailable(DawrError):
    """The database did not keep it: nothing was changed, the same request may be sent again."""

    code = "unavailable"
