"""What many listeners are told alike is read once for all of them."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable


class Shared:
    """The newest reading of each kind; whoever asks while it is being read waits for the same one."""

    def __init__(self) -> None:
        self._readings: dict[Hashable, tuple[int, asyncio.Future[bytes]]] = {}

    async def at(self, kind: Hashable, moment: int, read: Callable[[], Awaitable[bytes]]) -> bytes:
        """The reading of `moment` or a later one. Raises what `read` raises, to all who waited for it."""
        known = self._readings.get(kind)
        if known is None or known[0] < moment:
            known = moment, asyncio.ensure_future(read())
            self._readings[kind] = known
        return await asyncio.shield(known[1])  # Whoever hangs up takes it from nobody else.
