"""How the loudspeakers of an office sound: in which languages a call is said, and how loud at which time of day."""

from dataclasses import dataclass
from datetime import time

LOUDEST = 100


@dataclass(frozen=True, slots=True)
class Sound:
    """A call is said in `languages` one after another, and in the visitor's own when that is `visitors_own`.

    `volume` holds from when how loud it is, 0 to `LOUDEST`, in the order of the day.
    """

    languages: tuple[str, ...] = ("ar", "en")
    visitors_own: bool = True
    volume: tuple[tuple[time, int], ...] = ((time.min, LOUDEST),)

    def volume_at(self, now: time) -> int:
        """How loud it is at a time of day; before the first of them yesterday's last still holds."""
        begun = [level for since, level in self.volume if since <= now]
        return begun[-1] if begun else self.volume[-1][1]
