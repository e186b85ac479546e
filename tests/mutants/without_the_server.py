"""Faults of kiosks that go on alone: in what they are lent, what they keep, and what is taken over from them."""

from tests.mutants.mutant import Mutant

_LENT = "queue_server/client/lent.py"
_BACKLOG = "queue_server/client/backlog.py"
_OUTPOST = "queue_server/client/outpost.py"
_STANDBY = "queue_server/client/standby.py"
_TAKEN = "queue_server/application/handing_over.py"
_OF_PARTITIONS = ("tests/torture/test_partitions.py",)
_OF_HANDING_OVER = "tests/application/test_handing_over.py::"

FAULTS = (
    Mutant(
        "numbers-of-another-machine-are-given",
        _LENT,
        "(lease.boot, lease.series, lease.day) == (self._boot, series, day)",
        "(lease.series, lease.day) == (series, day)",
        _OF_PARTITIONS,
    ),
    Mutant(
        "a-number-is-told-before-it-is-kept",
        _OUTPOST,
        "            self.backlog.keep(handed_over(check, self.boot, visit.continues, unheard, given))\n",
        "            self.backlog.burn(lease.id, n)\n",
        _OF_PARTITIONS,
    ),
    Mutant(
        "used-numbers-are-forgotten-with-their-visits",
        _BACKLOG,
        "        used = (Used(*used) for used in self._used.items())\n",
        "        used = ()\n",
        _OF_PARTITIONS,
    ),
    Mutant(
        "a-line-is-written-behind-a-torn-one",
        _BACKLOG,
        "                self._torn = True  # What",
        "                self._torn = False  # What",
        ("tests/client/test_backlog.py",),
    ),
    Mutant(
        "a-number-asked-for-in-vain-stays-beside-the-one-given",
        _TAKEN,
        "        if leg.state in OPEN and leg.state not in AT_COUNTER:\n",
        "        if False:\n",
        (f"{_OF_HANDING_OVER}test_a_number_asked_for_and_never_heard_of_is_given_up[sqlite]",),
    ),
    Mutant(
        "a-lease-is-anybodys",
        _TAKEN,
        "    if (lease.device, lease.boot) != (tx.actor.id, visit.boot):\n",
        "    if False:\n",
        (f"{_OF_HANDING_OVER}test_a_copied_disk_cannot_give_the_numbers_lent_to_another_machine[sqlite]",),
    ),
    Mutant(
        "a-kiosk-may-say-when-its-visitor-came",
        "queue_server/domain/leases.py",
        "        return max(self.taken_at, min(stated, now))\n",
        "        return stated\n",
        (f"{_OF_HANDING_OVER}test_an_arrival_is_believed_from_when_the_numbers_were_lent_until_now",),
    ),
    Mutant(
        "the-servers-own-numbers-run-into-those-lent",
        "queue_server/store/tickets.py",
        "_AFTER = case((series.c.last + 1 == series.c.lent_from, BEYOND), else_",
        "_AFTER = case((series.c.last + 1 == -1, BEYOND), else_",
        ("tests/application/test_lending.py::test_the_servers_own_numbers_pass_over_those_lent[sqlite]",),
    ),
    Mutant(
        "a-visit-that-went-on-alone-goes-back-to-the-server",
        _STANDBY,
        "        if self.outpost.alone(check):\n            return _plainly(here)\n",
        "",
        ("tests/client/test_standby.py::test_a_visit_that_went_on_here_stays_here_to_its_end",),
    ),
)
