"""How often somebody outside may ask."""

import pytest

from queue_server.domain.errors import TooMany
from queue_server.http.limits import Allowance, asker


class Seconds:
    """A clock the test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_whoever_spent_the_allowance_waits_until_there_is_one_again() -> None:
    clock = Seconds()
    allowance = Allowance(at_once=2, seconds=10, clock=clock)
    allowance.spend("a")
    allowance.spend("a")
    with pytest.raises(TooMany) as refused:
        allowance.spend("a")
    assert refused.value.values == {"seconds": 10}
    allowance.spend("b")
    clock.now = 7
    with pytest.raises(TooMany) as refused:
        allowance.spend("a")
    assert refused.value.values == {"seconds": 3}
    clock.now = 10
    allowance.spend("a")


def test_the_allowance_never_grows_beyond_what_it_was() -> None:
    clock = Seconds()
    allowance = Allowance(at_once=1, seconds=10, clock=clock)
    allowance.spend("a")
    clock.now = 1000
    allowance.spend("a")
    with pytest.raises(TooMany):
        allowance.spend("a")


def test_whoever_has_the_most_addresses_gets_no_more_memory() -> None:
    allowance = Allowance(at_once=1, seconds=1000, clock=Seconds())
    for n in range(10_050):
        allowance.spend(str(n))
    assert len(allowance._used) == 10_000


def test_the_addresses_of_one_household_are_one_asker() -> None:
    assert asker("2001:db8:1:2::1") == asker("2001:db8:1:2:ffff::9")
    assert asker("2001:db8:1:2::1") != asker("2001:db8:1:3::1")
    assert asker("192.0.2.1") != asker("192.0.2.2")
    assert asker(None) == ""
