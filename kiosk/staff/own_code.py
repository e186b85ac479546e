"""The kiosk's own service code, for when the server is away: made at its console, kept as a hash in its settings."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from queue_server.client.outpost import Chance

TRIES, WAIT = 5, 300.0
"""Wrong codes, after which none is looked at for so many seconds."""

# OWASP's least for argon2id: a fifth of the memory of the library's own choice, on a machine that has little.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


@dataclass
class WrongCode(Exception):
    """The kiosk's own code did not open the page."""

    why: Literal["wrong", "too_many"]


def made() -> tuple[str, str]:
    """A new code, and its hash for the settings."""
    code = Chance().code()
    return code, _HASHER.hash(code)


class OwnCode:
    """The code whose hash was set; without one nothing opens."""

    def __init__(self, kept: str, *, clock: Callable[[], float] = monotonic) -> None:
        self._kept, self._clock = kept, clock
        self._wrong, self._until = 0, 0.0

    @property
    def is_set(self) -> bool:
        """Whether there is one."""
        return self._kept != ""

    def check(self, code: str) -> None:
        """Takes a tenth of a second: not on the screen's thread. Raises `WrongCode`."""
        if self._clock() < self._until:
            raise WrongCode("too_many")
        try:
            _HASHER.verify(self._kept, code)
        except (VerificationError, InvalidHashError):
            self._wrong += 1
            if self._wrong % TRIES == 0:
                self._until = self._clock() + WAIT
            raise WrongCode("wrong") from None
        self._wrong = 0
