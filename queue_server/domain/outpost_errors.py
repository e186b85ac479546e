"""How Dawr says no to kiosks that were lent numbers, and to visits they hand over.

Conflict
├── LeaseSuperseded      another machine took up this device's place: no numbers for this one
├── LeaseNotYours        the numbers were lent to another device, or to an earlier start of this one
├── NoNumbersLeft        no numbers of the series are left to lend
├── NumberTaken          another visit has the number
└── CodeTaken            another check or ticket has the code
Refused
└── NumberNotLeased      the number is not among those lent
"""

from queue_server.domain.errors import Conflict, Refused


class LeaseSuperseded(Conflict):
    """Another machine took up this device's place since: this one is lent no numbers, and may give none."""

    code = "lease_superseded"


class LeaseNotYours(Conflict):
    """The numbers were lent to another device, or to another start of this one."""

    code = "lease_not_yours"


class NoNumbersLeft(Conflict):
    """No numbers of the `series` are left to lend today."""

    code = "no_numbers_left"


class NumberTaken(Conflict):
    """Another visit has this `number`."""

    code = "number_taken"


class CodeTaken(Conflict):
    """Another check or ticket has this code."""

    code = "code_taken"


class NumberNotLeased(Refused):
    """The `number` is not among those lent, or not of the line the service is served in."""

    code = "number_not_leased"
