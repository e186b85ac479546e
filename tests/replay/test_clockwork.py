"""Whether the clockwork is right: a plain queue's waits are known exactly, and their mean from Erlang's formula."""

from datetime import datetime, time, timedelta
from heapq import heapreplace
from itertools import accumulate
from math import factorial
from random import Random

import pytest

from queue_server.replay import Day
from queue_server.replay.day import Stop
from queue_server.replay.story import story
from tests.replay.days import OFFICE, TODAY, day, played, shift, visitor

CLERKS, BUSY, SERVICE = 3, 0.8, 60.0
"""Seconds of service on average; so many clerks are busy that share of their time."""


def kiefer_wolfowitz(arrivals: list[float], services: list[float]) -> list[float]:
    """Waits in a first-come queue of equal clerks: each visitor goes to the clerk who is free first."""
    free, waits = [0.0] * CLERKS, list[float]()
    for arrival, service in zip(arrivals, services, strict=True):
        begins = max(arrival, free[0])
        heapreplace(free, begins + service)
        waits.append(begins - arrival)
    return waits


def erlang_c(clerks: int, busy: float, service: float) -> float:
    """The mean wait of a queue with random arrivals and exponential services."""
    offered = clerks * busy
    last = offered**clerks / factorial(clerks) / (1 - busy)
    waits = last / (sum(offered**n / factorial(n) for n in range(clerks)) + last)
    return waits * service / clerks / (1 - busy)


def stream(count: int, seed: int) -> tuple[list[float], list[float]]:
    """When so many visitors come, in seconds, and how long each is served; both exponential."""
    dice = Random(seed)
    gaps = (dice.expovariate(CLERKS * BUSY / SERVICE) for _ in range(count))
    return list(accumulate(gaps)), [dice.expovariate(1 / SERVICE) for _ in range(count)]


def told(arrivals: list[float], services: list[float]) -> Day:
    """The same visitors as a day of the office."""
    opens = datetime.combine(TODAY, time(8))
    coming = [
        visitor((opens + timedelta(seconds=at)).time().isoformat(), Stop(serves, walk=0))
        for at, serves in zip(arrivals, services, strict=True)
    ]
    return day(*(shift(n) for n in range(1, CLERKS + 1)), *coming)


def test_every_wait_of_a_first_come_day_is_the_one_the_recursion_gives() -> None:
    arrivals, services = stream(120, seed=17)
    waits = [wait.seconds for wait in story(played(told(arrivals, services), "arrival order").entries, OFFICE).waits]
    assert waits == pytest.approx(kiefer_wolfowitz(arrivals, services), abs=0.001)
    assert max(waits) > SERVICE  # or there was nothing to see


def test_the_recursion_agrees_with_erlang() -> None:
    waits = kiefer_wolfowitz(*stream(200_000, seed=17))
    assert sum(waits) / len(waits) == pytest.approx(erlang_c(CLERKS, BUSY, SERVICE), rel=0.04)
