"""A kiosk's acts while the server comes and goes: asked there, else done here, and brought over once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
import pytest

from queue_server import wire
from queue_server.client import standby
from queue_server.client.api import Api
from queue_server.client.errands import Errands
from queue_server.client.errors import Away, Refused, VisitorLeft
from queue_server.client.outpost import Outpost
from queue_server.client.standby import Standby
from queue_server.domain.trust import Role
from queue_server.store.opening import OPERATOR
from queue_server.store.verifying import troubles
from tests.client.fake_disk import FakeDisk
from tests.client.standing import BOOT, Cable
from tests.offices import GOOD_PAPERS
from tests.servers import Served

NEW = wire.NewCheck("renew", "en", wire.Caller("employer"))
NO = wire.CheckChange(answers={"worker-abroad": "no"})
PAPERS = wire.CheckChange(documents=GOOD_PAPERS)
STATUS = wire.NewCheck("status", "en", wire.Caller("employer"))


@dataclass
class Station:
    """One kiosk's program, and the cable between it and a real server."""

    served: Served
    token: str
    disk: FakeDisk
    boot: str = BOOT
    left: bool = False

    def __post_init__(self) -> None:
        self.cable = Cable()
        self.outpost = Outpost(self.disk, self.boot, lambda: datetime.now(UTC))
        self.api = Standby(
            self.outpost, self.served.url, self.token, patience=5, transport=self.cable, sleep=self._sleep
        )
        self.own = Api(self.served.url, self.token, patience=0, transport=self.cable)
        self.there: list[bool] = []
        self.errands = Errands(self.own, self.outpost, self.there.append)

    def _sleep(self, _seconds: float) -> None:
        if self.left:
            raise VisitorLeft

    def goes_off(self) -> None:
        """The cable is pulled, and the kiosk has seen it."""
        self.cable.pulled = True
        self.api.away = True

    def comes_back(self) -> None:
        """And it is plugged in again, and looked at."""
        self.cable.pulled = self.api.away = False
        assert self.errands.look()

    def number(self) -> wire.Issued:
        """A whole visit."""
        check = self.api.open_check(NEW)
        check = self.api.change_check(check.id, NO)
        return self.api.issue(self.api.change_check(check.id, PAPERS).id)

    def kinds(self) -> list[str]:
        """What happened at the server."""
        journal = self.served.database.read(OPERATOR, lambda tx: list(tx.journal.since(0))).result(10)
        return [entry.kind for entry in journal]

    def close(self) -> None:
        self.api.close()
        self.own.close()


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standby, "PATIENCE", 0.0)


@pytest.fixture
def start(served: Served) -> Iterator[Callable[..., Station]]:
    token = served.token(Role.KIOSK, "kiosk-1")
    stations: list[Station] = []

    def started(disk: FakeDisk | None = None, boot: str = BOOT) -> Station:
        stations.append(Station(served, token, disk or FakeDisk(), boot))
        return stations[-1]

    yield started
    for station in stations:
        station.close()
    assert served.database.read(OPERATOR, troubles).result(10) == []


@pytest.fixture
def station(start: Callable[..., Station]) -> Station:
    """One that was at the server already."""
    made = start()
    assert made.errands.look()
    return made


def test_while_the_server_answers_it_does_everything(station: Station) -> None:
    assert station.number().number == "C001"
    assert station.outpost.backlog.waiting == []


def test_a_visit_may_lose_the_server_before_any_step_and_ends_with_one_number(station: Station) -> None:
    for lost_before in range(4):
        station.cable.pulled = station.api.away = False
        steps = []
        for step in range(4):
            if step == lost_before:
                station.cable.pulled = True
            match step:
                case 0:
                    steps.append(station.api.open_check(NEW))
                case 1:
                    steps.append(station.api.change_check(steps[-1].id, NO))
                case 2:
                    steps.append(station.api.change_check(steps[-1].id, PAPERS))
        assert station.api.issue(steps[-1].id).number == f"C90{lost_before}"
        station.comes_back()
        station.outpost.forget()
    assert station.kinds().count("TicketIssued") == station.kinds().count("NumberHandedOver") == 4


def test_a_number_whose_answer_was_lost_is_given_up_for_the_one_the_visitor_has(station: Station) -> None:
    check = station.api.open_check(NEW)
    station.api.change_check(check.id, NO)
    check = station.api.change_check(check.id, PAPERS)
    station.cable.loses = 1
    assert station.api.issue(check.id).number == "C900"
    station.comes_back()
    assert station.kinds()[-2:] == ["TicketIssued", "TicketCancelled"]


def test_a_hand_over_whose_answer_was_lost_is_not_doubled(station: Station) -> None:
    station.goes_off()
    for _ in range(2):
        station.number()
        station.outpost.forget()
    station.cable.pulled = False
    first, _second = station.outpost.backlog.waiting
    station.own.take_over(first.visit, first.key)  # It was done, and the kiosk did not hear of it.
    station.comes_back()
    assert station.kinds().count("TicketIssued") == 2
    assert station.outpost.backlog.waiting == []


def test_visits_are_handed_over_in_the_order_they_were(station: Station) -> None:
    station.goes_off()
    given = []
    for _ in range(3):
        given.append(station.number().number)
        station.outpost.forget()
    station.comes_back()
    journal = station.served.database.read(OPERATOR, lambda tx: list(tx.journal.since(0))).result(10)
    assert [entry.data["number"] for entry in journal if entry.kind == "TicketIssued"] == given


def test_a_visit_that_went_on_here_stays_here_to_its_end(station: Station) -> None:
    station.goes_off()
    check = station.api.open_check(NEW)
    station.cable.pulled = station.api.away = False
    check = station.api.change_check(check.id, NO)
    check = station.api.change_check(check.id, PAPERS)
    assert station.api.check(check.id).outcome == "ready"
    assert station.api.issue(check.id).number == "C900"


def test_nobody_who_left_is_given_a_number(station: Station) -> None:
    check = station.api.open_check(NEW)
    station.api.change_check(check.id, NO)
    check = station.api.change_check(check.id, PAPERS)
    station.cable.pulled = station.left = True
    with pytest.raises(VisitorLeft):
        station.api.issue(check.id)
    assert station.outpost.backlog.waiting == []


def test_what_only_the_server_knows_is_said_to_be_away(station: Station) -> None:
    wants: list[Callable[[], object]] = [
        lambda: station.api.application("WP2026-0042"),
        lambda: station.api.resume_check("BCDFGHJK"),
        lambda: station.api.appointment("BCDFGHJK"),
        lambda: station.api.open_check(msgspec.structs.replace(NEW, application="WP2026-0042")),
    ]
    station.cable.pulled = True
    for wish in wants:
        with pytest.raises(Away):
            wish()


def test_a_list_and_a_quick_service_are_told_of_afterwards(station: Station) -> None:
    station.goes_off()
    check = station.api.open_check(NEW)
    check = station.api.change_check(check.id, NO)
    short = wire.CheckChange(documents=[wire.Paper("passport", "missing"), GOOD_PAPERS[1]])
    check = station.api.change_check(check.id, short)
    assert station.api.bring_list(check.id).slip
    quick = station.api.open_check(STATUS)
    station.outpost.forget()
    with pytest.raises(Away):
        station.api.give_quick_service(quick.id)
    station.comes_back()
    assert station.kinds().count("QuickServiceGiven") == 1
    assert station.api.resume_check(check.resume_code).id == check.id


def test_who_is_sent_to_the_desk_without_the_server_is_told_of_there_when_it_is_back(station: Station) -> None:
    station.goes_off()
    check = station.api.open_check(NEW)
    with pytest.raises(Away):
        station.api.refer(wire.NewReferral("visit", "machine", "en", check=check.id))
    station.comes_back()
    desk = station.served.line("information")
    assert desk.referrals() == []
    [waiting] = desk.referred_checks()
    assert (waiting.id, waiting.refer_reason) == (check.id, "machine")


def test_who_was_sent_before_the_line_broke_keeps_the_number_and_brings_what_they_told_since(station: Station) -> None:
    check = station.api.open_check(NEW)
    sent = station.api.refer(wire.NewReferral("visit", "read", "en", check=check.id))
    station.goes_off()
    station.api.change_check(check.id, NO)
    with pytest.raises(Away):
        station.api.refer(wire.NewReferral("visit", "machine", "en", check=check.id))
    station.comes_back()
    desk = station.served.line("information")
    [asking], [waiting] = desk.referrals(), desk.referred_checks()
    assert (asking.number, asking.check) == (sent.number, waiting.id)
    assert waiting.id != check.id
    assert [question.answer for question in waiting.questions] == ["no"]


def test_whoever_has_a_number_and_asks_without_the_server_keeps_it(station: Station) -> None:
    station.goes_off()
    check = station.api.open_check(NEW)
    station.api.change_check(check.id, NO)
    station.api.change_check(check.id, PAPERS)
    issued = station.api.issue(check.id)
    with pytest.raises(Away):
        station.api.refer(wire.NewReferral("visit", "other", "en", check=check.id))
    station.comes_back()
    assert station.kinds()[-1] == "TicketIssued"
    assert station.served.line("information").referred_checks() == []
    assert issued.number == "C900"


def test_the_pages_of_a_kiosk_started_without_the_server_are_those_it_knew(
    station: Station, start: Callable[..., Station]
) -> None:
    again = start(station.disk)
    again.cable.pulled = True
    assert again.api.catalogue() == station.api.catalogue()
    assert again.number().number == "C900"


def test_before_it_knows_the_office_a_kiosk_waits_for_the_server(start: Callable[..., Station]) -> None:
    made = start()
    made.cable.pulled = True
    assert not made.errands.look()
    assert made.there == [False]
    made.cable.pulled = False
    assert made.api.open_check(NEW).service == "renew"


def test_a_copied_kiosk_is_lent_its_own_numbers_and_the_first_one_none_any_more(
    station: Station, start: Callable[..., Station]
) -> None:
    copy = start(station.disk.copy(), boot="the-copys-start")
    copy.cable.pulled = True
    with pytest.raises(Exception, match="no numbers"):
        copy.number()
    copy.comes_back()
    copy.goes_off()
    copy.outpost.forget()
    assert copy.number().number == "C800"
    station.errands._told_at = None  # A minute later.
    station.errands.look()
    station.goes_off()
    with pytest.raises(Exception, match="no numbers"):
        station.number()
    assert "SecondHolderSeen" in station.kinds()


def test_what_the_server_sets_aside_is_off_the_kiosk_and_what_it_cannot_read_stays_there(station: Station) -> None:
    station.goes_off()
    station.number()
    [kept] = station.outpost.backlog.waiting
    station.outpost.backlog.over(kept)
    station.outpost.backlog.keep(msgspec.structs.replace(kept.visit, boot="another-start"))
    station.outpost.backlog.keep(msgspec.structs.replace(kept.visit, resume_code="odd"))
    station.comes_back()
    assert station.outpost.backlog.waiting == []
    assert b"odd" in station.disk.files["aside"]
    supervisor = station.served.line(Role.SUPERVISOR)
    [aside] = supervisor.outposts().aside
    assert (aside.number, aside.code) == ("C900", "lease_not_yours")


def test_a_kiosk_that_is_not_admitted_any_more_keeps_what_it_has(station: Station) -> None:
    station.goes_off()
    station.number()
    station.served.database.act(OPERATOR, lambda tx: tx.people.revoke_devices("kiosk-1", tx.at)).result(5)
    station.cable.pulled = False
    station.own.token = "revoked"
    station.errands.look()
    assert len(station.outpost.backlog.waiting) == 1


def test_a_refusal_here_reads_as_the_servers_would(station: Station) -> None:
    station.goes_off()
    with pytest.raises(Refused) as refused:
        station.api.open_check(wire.NewCheck("nothing", "en", wire.Caller("employer")))
    assert refused.value.code == "unknown"
