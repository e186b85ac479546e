"""How often somebody outside the building may ask: so many at once, and then one now and then."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from time import monotonic

from queue_server.domain.errors import TooMany

_REMEMBERED = 10_000


class Allowance:
    """`at_once` for each asker, filled up again by one every `seconds`.

    Whoever asked longest ago is forgotten when too many are remembered: it costs memory of one size, whoever attacks.
    """

    def __init__(self, at_once: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._at_once, self._seconds, self._clock = at_once, seconds, clock
        self._used: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def spend(self, asker: str) -> None:
        """Take one. Raises `TooMany` with the seconds until there is one again."""
        now = self._clock()
        used, at = self._used.pop(asker, (0.0, now))
        used = max(0.0, used - (now - at) / self._seconds)
        short = used + 1 - self._at_once
        self._used[asker] = (used if short > 0 else used + 1, now)
        if len(self._used) > _REMEMBERED:
            self._used.popitem(last=False)
        if short > 0:
            raise TooMany(seconds=max(1, round(short * self._seconds)))

    def give_back(self, asker: str) -> None:
        """What was taken turned out to need none."""
        used, at = self._used.get(asker, (0.0, self._clock()))
        self._used[asker] = (max(0.0, used - 1), at)


@dataclass(frozen=True, slots=True)
class Limits:
    """What anybody on the web may ask of this process.

    A phone network has thousands of phones behind one address, an establishment a dozen messengers: `looks` of an
    address are many, and its `codes`, which are kept, few; `codes_for_all` bounds what a crowd of addresses can make.
    Of one visit's own page `visits` are asked for, and wrong addresses of such pages are `guesses`.
    `places` are appointments taken, moved or given back, `wrong_codes` those that lead to none.
    `sheets` are drawn and `files` looked at, which costs a fifth of a second each, and half of one.
    """

    looks: Allowance = field(default_factory=lambda: Allowance(at_once=120, seconds=0.5))
    codes: Allowance = field(default_factory=lambda: Allowance(at_once=20, seconds=120))
    codes_for_all: Allowance = field(default_factory=lambda: Allowance(at_once=300, seconds=6))
    places: Allowance = field(default_factory=lambda: Allowance(at_once=20, seconds=120))
    places_for_all: Allowance = field(default_factory=lambda: Allowance(at_once=300, seconds=6))
    wrong_codes: Allowance = field(default_factory=lambda: Allowance(at_once=10, seconds=60))
    sheets: Allowance = field(default_factory=lambda: Allowance(at_once=10, seconds=30))
    sheets_for_all: Allowance = field(default_factory=lambda: Allowance(at_once=30, seconds=1))
    visits: Allowance = field(default_factory=lambda: Allowance(at_once=20, seconds=3))
    guesses: Allowance = field(default_factory=lambda: Allowance(at_once=60, seconds=1))
    files: Allowance = field(default_factory=lambda: Allowance(at_once=10, seconds=20))
    files_for_all: Allowance = field(default_factory=lambda: Allowance(at_once=20, seconds=1))


def asker(host: str | None) -> str:
    """Whom an address stands for: in IPv6 one household has a whole block of addresses."""
    try:
        address = ip_address(host or "")
    except ValueError:
        return host or ""
    return str(int(address) >> 64) if isinstance(address, IPv6Address) else str(address)
