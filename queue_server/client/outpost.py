"""A kiosk's ground floor without the server: the same check, the same words, the same slips, numbers that were lent.

What is concluded here is in the kiosk's own journal before the visitor sees it, and is handed over when the server is
back. What was begun at the server is followed here, so that it goes on with nothing lost.
"""

import secrets
import threading
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

import msgspec

from queue_server import wire
from queue_server.client.backlog import Backlog
from queue_server.client.disk import Disk
from queue_server.client.errors import NoNumberHere, PapersIncomplete
from queue_server.client.following import doubted, followed, handed_over
from queue_server.client.lent import PLENTY, Lent
from queue_server.domain.catalogue import Catalogue, CatalogueRefused
from queue_server.domain.catalogue_file import read
from queue_server.domain.check import Check
from queue_server.domain.day import business_day
from queue_server.domain.tickets import Ticket
from queue_server.domain.trust import Role
from queue_server.papers.checking import begun, judged, told
from queue_server.papers.wording import check_in_words
from queue_server.slips.bring import bring
from queue_server.slips.escpos import to_bytes
from queue_server.slips.saying import bring_words, ticket_words
from queue_server.slips.ticket import ticket

_PAGES, _RULES = "catalogue", "rules"
_CLEAR_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


class Chance:
    """Names and codes nobody can guess."""

    def visit(self) -> str:
        """96 bits as hexadecimal."""
        return secrets.token_hex(12)

    def track(self) -> str:
        """192 bits, fit for a URL."""
        return secrets.token_urlsafe(24)

    def code(self) -> str:
        """Eight letters without vowels, and none that looks like a digit."""
        return "".join(secrets.choice(_CLEAR_LETTERS) for _ in range(8))


@dataclass(frozen=True, slots=True)
class _Visit:
    """The visit under way: at the server, followed here, or here alone once `alone`."""

    check: Check
    alone: bool = False
    continues: str | None = None
    issued: wire.Issued | None = None
    was: frozenset[str] = frozenset()

    def is_called(self, check: str) -> bool:
        """Whether its check has that name, or had it."""
        return check == self.check.id or check in self.was

    def renamed(self, chance: Chance) -> "_Visit":
        """The visit under a name and a code of its own."""
        own = replace(self.check, id=chance.visit(), resume_code=chance.code())
        return replace(self, check=own, was=self.was | {self.check.id})


class Outpost:
    """One kiosk's; safe to use from several threads. `boot` is this start of its machine, `now` the machine's clock."""

    def __init__(
        self,
        disk: Disk,
        boot: str,
        now: Callable[[], datetime],
        *,
        ticks: Callable[[], float] | None = None,
        chance: Chance | None = None,
    ) -> None:
        self._disk, self.boot, self._chance = disk, boot, chance or Chance()
        self.backlog = Backlog(disk)
        more = {} if ticks is None else {"ticks": ticks}
        self.lent = Lent(disk, boot, self.backlog, now, **more)
        self.lock = threading.RLock()
        self._visit: _Visit | None = None
        self._pages, self._rules = _cached(disk)

    # ── what it needs to work ──

    @property
    def catalogue(self) -> wire.Catalogue | None:
        """What the pages are drawn from; None until the server was reached once."""
        return self._pages if self._rules else None

    @property
    def ready(self) -> bool:
        """Whether a visit can go on here."""
        return self.catalogue is not None

    @property
    def version(self) -> str | None:
        """The version of the rules kept here."""
        return self._rules.version if self._rules else None

    def stock(self, pages: wire.Catalogue, rules: wire.Rules) -> None:
        """Keep the office's catalogue, if it can be read."""
        known = read(rules.text)
        with self.lock:
            self._disk.replace(_RULES, msgspec.json.encode(rules))
            self._disk.replace(_PAGES, msgspec.json.encode(pages))
            self._pages, self._rules = pages, known

    def short_of(self) -> list[str]:
        """The series of which more numbers should be asked for."""
        if self._rules is None:
            return []
        day, series = self._day(), {line.series for line in self._rules.lines.values()}
        return sorted(each for each in series if self.lent.left(each, day) < PLENTY)

    # ── a visit ──

    def alone(self, check: str) -> bool:
        """Whether a check is under way here and not at the server."""
        with self.lock:
            return self._visit is not None and self._visit.alone and self._visit.is_called(check)

    def follow(self, check: wire.Check, change: wire.CheckChange | None = None, application: str | None = "") -> None:
        """Know what the server knows of a check: `check` is its answer, `change` what it was told.

        `application` is the number a check just begun was begun with.
        """
        with self.lock:
            if self._rules is not None:
                before = self._visit.check if self._visit and self._visit.check.id == check.id else None
                self._visit = _Visit(followed(self._rules, check, before, change, application))

    def take_up(self, check: str) -> str | None:
        """Go on here with a check begun at the server; what it is called from here on, None if it was not followed."""
        with self.lock:
            visit = self._visit
            if visit is None or not visit.is_called(check):
                return None
            if not visit.alone:
                own = visit.renamed(self._chance)
                now = judged(self._known(), own.check, self._day())
                self._visit = replace(own, check=now, alone=True, continues=check)
            return self._here().check.id

    def open_check(self, new: wire.NewCheck) -> wire.Check:
        """Begin a check; an appointment is asked for on paper, since only the server has the book of them.

        Raises the domain's own errors.
        """
        with self.lock:
            rules, at = self._known(), self.lent.now()
            visit, code = self._chance.visit(), self._chance.code()
            self._visit = _Visit(begun(rules, new, None, check=visit, code=code, day=self._day(), at=at), alone=True)
            return self._kept()

    def change_check(self, change: wire.CheckChange) -> wire.Check:
        """Take answers, papers, a language, or hand the check over. Raises the domain's own errors."""
        with self.lock:
            visit = self._here()
            check = doubted(self._known(), told(self._known(), visit.check, change, Role.KIOSK), change)
            if change.refer is not None and check.referred_at is None:
                check = replace(check, referred_at=self.lent.now(), refer_reason=change.refer)
            self._visit = replace(visit, check=judged(self._known(), check, self._day()))
            return self._kept()

    def refer(self, reason: str) -> None:
        """Hand the check over for the information desk; one that led to a number stays as it is."""
        with self.lock:
            if self._here().issued is None:
                self.change_check(wire.CheckChange(refer=reason))

    def check(self) -> wire.Check:
        """The check as it stands."""
        with self.lock:
            check, issued = self._here().check, self._here().issued
            number = issued.number if issued else None
            return check_in_words(self._known(), check, self._day(), check.language, number)

    def issue(self, priority: wire.Priority, appointment: str | None = None, unheard: str | None = None) -> wire.Issued:
        """A number, in the journal before it is told; the same one when asked again.

        `unheard` is the key under which the server was asked for it in vain. Raises `PapersIncomplete`, `NoNumberHere`.
        """
        with self.lock:
            visit = self._here()
            issued = visit.issued or self._number(visit, priority, appointment, unheard)
            self._visit = replace(visit, issued=issued)
            return issued

    def bring_list(self) -> wire.Slip:
        """The "what to bring" slip."""
        with self.lock:
            self._kept()
            words = bring_words(self._known(), self._here().check, self._day())
        return wire.Slip(b64encode(to_bytes(bring(words))).decode())

    def give_quick_service(self, check: str) -> bool:
        """The matter of a check was settled, perhaps after its visitor left; whether that check was made here."""
        with self.lock:
            mine = [kept.visit for kept in self.backlog.waiting if kept.visit.visit == check]
            if mine:
                self.backlog.keep(msgspec.structs.replace(mine[-1], served=True))
            return bool(mine)

    def forget(self) -> None:
        """The visitor has left: nothing of theirs is left in memory."""
        with self.lock:
            self._visit = None

    # ── inside ──

    def _number(
        self, visit: _Visit, priority: wire.Priority, appointment: str | None, unheard: str | None
    ) -> wire.Issued:
        rules, day = self._known(), self._day()
        check = judged(rules, visit.check, day)
        name = rules.services[check.service].line
        if check.outcome != "ready" or name is None:
            raise PapersIncomplete(wire.Problem("urn:dawr:papers_incomplete", "", 422, "papers_incomplete"))
        line = rules.lines[name]
        free = self.lent.next(line.series, day)
        if free is None:
            raise NoNumberHere("no numbers are lent")
        lease, n = free
        given = wire.GivenNumber(lease.id, n, self.lent.now(), self._chance.track(), priority, appointment)
        try:
            self.backlog.keep(handed_over(check, self.boot, visit.continues, unheard, given))
        except OSError as trouble:
            # It may be on the disk all the same: neither that number nor that visit is used again.
            self.backlog.burn(lease.id, n)
            self._visit = visit.renamed(self._chance)
            raise NoNumberHere(str(trouble)) from trouble
        page = self.lent.page + given.track
        shown = Ticket(
            id=check.id,
            day=day,
            series=line.series,
            n=n,
            service=check.service,
            language=check.language,
            priority=priority,
            check=check.id,
            issued_at=given.given_at,
            track=given.track,
        )
        slip = b64encode(to_bytes(ticket(ticket_words(rules, shown, line, None, page)))).decode()
        return wire.Issued(check.id, shown.number, line.id, None, page, line.floor, line.name[check.language], slip)

    def _kept(self) -> wire.Check:
        """The check as it stands; kept in the journal when it leads to something other than a number."""
        visit = self._here()
        if visit.check.outcome in {"incomplete", "refer", "quick"} or visit.check.referred_at is not None:
            self.backlog.keep(handed_over(visit.check, self.boot, visit.continues))
        return self.check()

    def _here(self) -> _Visit:
        if self._visit is None:
            raise LookupError("no visit is under way here")
        return self._visit

    def _known(self) -> Catalogue:
        if self._rules is None:
            raise LookupError("the office's rules are not known here")
        return self._rules

    def _day(self) -> date:
        rules = self._known()
        return business_day(self.lent.now(), rules.timezone, rules.day_starts)


def _cached(disk: Disk) -> tuple[wire.Catalogue | None, Catalogue | None]:
    pages, rules = disk.read(_PAGES), disk.read(_RULES)
    try:
        known = msgspec.json.decode(rules, type=wire.Rules)
        return msgspec.json.decode(pages, type=wire.Catalogue), read(known.text)
    except (msgspec.MsgspecError, CatalogueRefused):
        return None, None  # Not there yet, or damaged: the server has it.
