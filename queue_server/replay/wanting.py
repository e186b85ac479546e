"""What visitors come for and how their visits go, drawn so that every line has its share of the work."""

from math import log, sqrt
from random import Random

from queue_server.domain.catalogue import Catalogue, Service
from queue_server.replay.day import DONE, Add, Finish, Park, SendBack, Stop, Then, Transfer
from queue_server.replay.profile import Profile

_A_MOMENT = 0.3
"""How much shorter a stop is that ends with the visitor going elsewhere, against a whole one."""


class Wants:
    """Services and stops for the visitors of one day.

    A line's share of the work is its share of the counters: the office is assumed to have its clerks where they are
    needed.
    """

    def __init__(self, catalogue: Catalogue, profile: Profile, dice: Random) -> None:
        self._profile, self._dice = profile, dice
        self._share = {
            line: sum(1 / len(counter.lines) for counter in catalogue.counters.values() if line in counter.lines)
            for line in catalogue.lines
        }
        services = catalogue.services.values()
        self._quick = [service for service in services if service.line is None]
        self._by_line: dict[str, list[Service]] = {}
        for service in services:
            if service.line is not None and all(self._share[line] for line in (service.line, *service.then)):
                self._by_line.setdefault(service.line, []).append(service)

    @property
    def steps(self) -> float:
        """How many lines a visit with a number goes through, on average over the services."""
        each = [1 + len(service.then) for services in self._by_line.values() for service in services]
        return sum(each) / len(each)

    def services(self, count: int) -> list[Service]:
        """What so many visitors want, in no order."""
        dice, work = self._dice, dict.fromkeys(self._share, 0)
        wanted: list[Service] = []
        for _visitor in range(count):
            if self._quick and dice.random() < self._profile.quick:
                wanted.append(dice.choice(self._quick))
                continue
            line = min(self._by_line, key=lambda line: work[line] / self._share[line])
            service = dice.choice(self._by_line[line])
            wanted.append(service)
            for step in (line, *service.then):
                work[step] += 1
        dice.shuffle(wanted)
        return wanted

    def stops(self, service: Service) -> tuple[Stop, ...]:
        """How a visit for a service goes, from counter to counter."""
        if self._dice.random() < self._profile.papers_wrong and service.requirements:
            return (self._stop(_A_MOMENT, Finish("papers_wrong")),)
        stops = [stop for line in (service.line, *service.then) for stop in self._step(str(line))]
        if self._dice.random() < self._profile.more:
            more = self._dice.choice(self._by_line[str(service.line)])
            stops[-1] = self._stop(1, Add(more.id))
            stops += [stop for line in (more.line, *more.then) for stop in self._step(str(line))]
        return tuple(stops)

    def _step(self, line: str) -> list[Stop]:
        """One line of a visit: a stop, and sometimes a shorter one before it."""
        before: Then | None = None
        roll = self._dice.random()
        for share, then in (
            (self._profile.transferred, self._elsewhere(line)),
            (self._profile.parked, Park(round(self._dice.uniform(5, 20), 1))),
            (self._profile.sent_back, SendBack()),
        ):
            if before is None and 0 <= roll < share:
                before = then
            roll -= share
        whole = self._stop(1, DONE)
        return [whole] if before is None else [self._stop(_A_MOMENT, before), whole]

    def _elsewhere(self, line: str) -> Then | None:
        others = [other for other in self._by_line if other != line]
        return Transfer(self._dice.choice(others)) if others else None

    def _stop(self, length: float, then: Then) -> Stop:
        """Log-normal service, of the profile's mean and variation; the walk is shorter or longer by a half at most."""
        profile, dice = self._profile, self._dice
        spread = sqrt(log(1 + profile.variation**2))
        serves = dice.lognormvariate(log(profile.mean_minutes * 60) - spread**2 / 2, spread)
        return Stop(round(serves * length, 1), round(profile.walk_seconds * dice.uniform(0.5, 1.5), 1), then)
