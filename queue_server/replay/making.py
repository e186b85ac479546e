"""A day made up: how visitors come over the hours, what they want, how long it takes, who does not come when called.

Nothing here was measured in an office. Shapes and shares are assumed, to be like a government service hall: most come
in the first hours, service times are log-normal with a mean of 7.6 minutes and a coefficient of variation of 0.8.
Give another `Profile` where an office knows better.
"""

from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from queue_server.domain.appointments import slots_on
from queue_server.domain.catalogue import Catalogue, Line, Service
from queue_server.domain.tickets import Priority
from queue_server.replay.day import Absent, Day, Opening, Rest, Shift, Visitor, WalkIn
from queue_server.replay.profile import Profile
from queue_server.replay.wanting import Wants


def make(
    catalogue: Catalogue,
    day: date,
    *,
    visitors: int | None = None,
    load: float = 1.0,
    seed: int = 7,
    profile: Profile | None = None,
) -> Day:
    """A day of an office; the same seed makes the same day.

    `visitors` come on an ordinary day, as many as keep the counters `busy` when left out; `load` times as many come on
    this one.
    """
    return _Making(catalogue, day, seed, profile or Profile()).made(visitors, load)


class _Making:
    def __init__(self, catalogue: Catalogue, day: date, seed: int, profile: Profile) -> None:
        self._catalogue, self._day, self._seed, self._profile = catalogue, day, seed, profile
        self._dice = Random(seed)
        self._wants = Wants(catalogue, profile, self._dice)
        self._places = {line.id: self._every_place(line) for line in catalogue.lines.values()}

    def made(self, visitors: int | None, load: float) -> Day:
        ordinary = self._ordinary() if visitors is None else visitors
        shifts = [self._shift(n) for n in self._catalogue.counters]
        coming = [self._coming(service) for service in self._wants.services(round(ordinary * load))]
        about = f"made up: {len(coming)} visitors, {load:g} times an ordinary day's {ordinary}"
        opening = Opening(date=self._day, seed=self._seed, about=about)
        return Day(opening, (*shifts, *sorted(coming, key=lambda told: told.at)))

    def _ordinary(self) -> int:
        """As many visitors as keep the counters as busy as the profile says."""
        profile = self._profile
        minutes = len(self._catalogue.counters) * profile.minutes * profile.busy
        each = (profile.mean_minutes + profile.walk_seconds / 60) * self._wants.steps
        return round(minutes / each / (1 - profile.quick - profile.unready))

    def _shift(self, n: int) -> Shift:
        dice, profile = self._dice, self._profile
        late = dice.uniform(5, 25) if dice.random() < profile.late_opening else 0
        rest = Rest(self._time(dice.uniform(0.3, 0.7) * profile.minutes), profile.rest_minutes)
        return Shift(
            counter=n,
            clerk=f"clerk-{n}",
            opens=self._time(late),
            closes=self._time(profile.minutes),
            breaks=(rest,) if profile.rest_minutes else (),
        )

    def _coming(self, service: Service) -> Visitor | WalkIn:
        dice, profile = self._dice, self._profile
        at, caller = self._arrival(), dice.choice(service.callers)
        language = dice.choice(self._catalogue.languages)
        priority: Priority = "none"
        if dice.random() < profile.priority:
            priority = dice.choice(("elderly", "pregnant", "disabled"))
        if service.line is None:
            return Visitor(at=at, service=service.id, caller=caller, language=language, check=self._check())
        stops = self._wants.stops(service)
        if dice.random() < profile.walk_in:
            return WalkIn(
                at=at,
                service=service.id,
                caller=caller,
                language=language,
                priority=priority,
                stops=stops,
                counter=dice.choice([n for n, each in self._catalogue.counters.items() if service.line in each.lines]),
            )
        slot = self._slot(self._catalogue.lines[service.line])
        return Visitor(
            at=at if slot is None else self._before(slot),
            service=service.id,
            caller=caller,
            language=language,
            priority=priority,
            stops=stops,
            papers="missing" if dice.random() < profile.unready else "ready",
            check=self._check(),
            appointment=slot,
            leaves_after_minutes=self._patience(),
            tells=dice.random() < 0.5,
            absent=self._absent(),
        )

    def _arrival(self) -> time:
        """Some moment of the half hours, each as likely as the profile says."""
        half_hour = self._dice.choices(range(len(self._profile.half_hours)), self._profile.half_hours)[0]
        return self._time(30 * (half_hour + self._dice.random()))

    def _check(self) -> float:
        """Seconds at the kiosk: never less than a third of the usual, and few take twice as long."""
        return round(self._profile.check_seconds * self._dice.triangular(1 / 3, 2, 0.7))

    def _patience(self) -> float | None:
        """Minutes after which somebody impatient leaves: exponential, not before five."""
        if self._dice.random() >= self._profile.impatient:
            return None
        return round(max(5, self._dice.expovariate(1 / self._profile.patience_minutes)), 1)

    def _absent(self) -> Absent | None:
        """Half of those who are not there when called come back."""
        if self._dice.random() >= self._profile.absent:
            return None
        return Absent(round(self._dice.uniform(2, 25), 1) if self._dice.random() < 0.5 else None)

    def _slot(self, line: Line) -> time | None:
        """A place of a line that gives appointments while the doors are open, for those who book one."""
        places = self._places.get(line.id)
        if not places or self._dice.random() >= self._profile.booked:
            return None
        return places.pop(self._dice.randrange(len(places)))

    def _every_place(self, line: Line) -> list[time]:
        """The places of a line's appointments, each slot as often as it has places."""
        if line.slots is None:
            return []
        zone, doors = ZoneInfo(self._catalogue.timezone), self._profile
        slots = (slot.astimezone(zone).time() for slot in slots_on(line.slots, self._day, self._catalogue.timezone))
        open_for_it = [slot for slot in slots if self._time(0) <= slot < self._time(doors.minutes)]
        return open_for_it * line.slots.capacity

    def _before(self, slot: time) -> time:
        """When somebody with an appointment comes: about eight minutes before, now and then late."""
        early = timedelta(minutes=self._dice.gauss(8, 6))
        return (datetime.combine(self._day, slot) - early).time().replace(microsecond=0)

    def _time(self, minutes: float) -> time:
        """The time of day so long after the doors open."""
        return (datetime.combine(self._day, self._profile.doors) + timedelta(seconds=round(minutes * 60))).time()
