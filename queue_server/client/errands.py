"""What a kiosk does beside its visitors: see whether the server is there, keep stocked, and hand over."""

import logging
import threading
from collections.abc import Callable
from time import monotonic

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.backlog import Kept
from queue_server.client.errors import Forbidden, NotSignedIn, Refused, Unreachable
from queue_server.client.outpost import Outpost

LOOK = 1.5
"""Seconds between two looks: with the time a look may take, a server away is noticed within five."""
STILL_HERE = 60.0
"""Seconds between two signs of life, by which a second machine with the same token comes out."""
_UNREADABLE = frozenset({"malformed", "idempotency_key_reused"})
_log = logging.getLogger(__name__)


class Errands:
    """One kiosk's, over a line of its own with no patience. `noticed` hears whether the server is there."""

    def __init__(
        self,
        api: Api,
        outpost: Outpost,
        noticed: Callable[[bool], None] = lambda _there: None,
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        self._api, self._outpost, self._noticed, self._ticks = api, outpost, noticed, ticks
        self._told_at: float | None = None
        self._in_vain = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go, name="errands", daemon=True)

    def start(self) -> None:
        """Look again and again from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def look(self) -> bool:
        """Look once, and run the errands if the server is there; whether it is."""
        try:
            self._reach()
        except Unreachable:
            self._noticed(False)
            return False
        self._noticed(True)
        if not self._api.token:
            return True  # Not let in, or no longer: what is waiting waits until it is.
        try:
            self._stock()
            self._hand_over()
            self._borrow()
        except Unreachable:
            return False
        except Refused as refused:
            _log.warning("The server refused an errand: %s", refused.code)
        except OSError as trouble:
            _log.error("The kiosk's own disk is in trouble: %s", trouble)
        return True

    def _go(self) -> None:
        while not self._over.is_set():
            try:
                self.look()
            except Exception:  # noqa: BLE001  # It must outlive whatever befalls one look.
                _log.exception("A look failed")
            self._over.wait(LOOK)

    def _reach(self) -> None:
        try:
            self._api.health()
        except Refused:
            return  # Somebody answers.

    def _stock(self) -> None:
        if self._told_at is not None and self._outpost.version is not None and not self._due():
            return
        pages = self._api.catalogue()
        if pages.version != self._outpost.version:
            self._outpost.stock(pages, self._api.rules())

    def _borrow(self) -> None:
        short = self._outpost.short_of()
        if not self._due() and (not short or self._in_vain):
            return
        try:
            self._outpost.lent.take(self._api.lend(wire.NewLeases(self._outpost.boot, short)))
        except Refused as refused:
            if refused.code == "lease_superseded":
                self._outpost.lent.drop()
            raise
        finally:
            self._told_at, self._in_vain = self._ticks(), bool(self._outpost.short_of())

    def _due(self) -> bool:
        return self._told_at is None or self._ticks() - self._told_at >= STILL_HERE

    def _hand_over(self) -> None:
        """In order, each under its own key; a visit that cannot be taken stands in nobody's way."""
        for kept in self._outpost.backlog.waiting:
            self._bring(kept)

    def _bring(self, kept: Kept) -> None:
        backlog = self._outpost.backlog
        try:
            answer = self._api.take_over(kept.visit, kept.key)
        except (NotSignedIn, Forbidden):
            raise  # This kiosk is not admitted now: what it has waits until it is.
        except Refused as refused:
            _log.error("The server does not take a visit handed over: %s", refused.code)
            if refused.code in _UNREADABLE:
                backlog.put_aside(kept, refused.code)
            return  # Else a fault of the server's own: the visit is brought again, and the next meanwhile.
        if answer.state == "set_aside":
            _log.warning("Visit %s, number %s, was set aside: %s", answer.visit, answer.number, answer.code)
        backlog.over(kept)
