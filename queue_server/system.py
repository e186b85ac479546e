"""The real time and the real dice; tests and replays hand in their own."""

import secrets
from datetime import UTC, datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_CLEAR_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels (no words), nothing that looks like a digit: 20 letters, 34 bits in eight."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        return datetime.now(UTC)


class SystemChance:
    """The machine's randomness."""

    def id(self) -> str:
        """96 random bits as hexadecimal."""
        return secrets.token_hex(12)

    def secret(self) -> str:
        """192 random bits, fit for a URL."""
        return secrets.token_urlsafe(24)

    def code(self) -> str:
        """Eight letters."""
        return "".join(secrets.choice(_CLEAR_LETTERS) for _ in range(8))


_NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$eJbA+8hycVitZl/xXjEwFQ$iifde/PXg2WzIU6FLvpKRCkKpjSOAbmWvb48GF72DjI"
"""Kept for no clerk, and of a password that was random and thrown away."""


class SystemPasswords:
    """Argon2id at 19 MiB, two passes: about 50 ms a guess, and as much for every one who tries."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        return self._hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether the password is the one kept; as slow for nobody's as for somebody's."""
        try:
            # An unknown name takes as long as a known one.
            self._hasher.verify(kept or _NOBODYS, password)
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None
