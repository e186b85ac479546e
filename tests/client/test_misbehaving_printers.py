"""Twelve printers that misbehave, through the real client."""

import pytest

from tests.client.misbehaving import FAULTS, Fault

SLIP = b"\x1b@" + bytes(20_000)


def test_there_are_twelve() -> None:
    assert len({fault.name for fault in FAULTS}) == 12


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_slip_is_believed_only_when_the_printer_says_so(fault: Fault) -> None:
    with fault.here() as printer:
        assert printer.state() is fault.before
        assert printer.print(SLIP) == fault.fares
