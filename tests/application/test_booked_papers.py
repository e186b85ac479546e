"""An appointment asked for on paper: the office's own book of them does as well, for whoever comes in time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from queue_server import wire
from queue_server.application import reception
from queue_server.domain import errors
from queue_server.store.database import Database
from queue_server.store.opening import open_office
from tests.application.test_appointments import TEN, book
from tests.application.test_from_home import check, come, take
from tests.fakes import FakeChance, FakeClock
from tests.offices import CATALOGUE, GOOD_PASSPORT, KIOSK, Floor

LETTER = """[documents.booking]
name = { en = "Appointment", ar = "الموعد" }
hint = { en = "The message", ar = "الرسالة" }
picture = "letter"
booked = true

[requirements.booking]
because = { en = "By appointment only.", ar = "بموعد مسبق فقط." }
alternatives = [[{ document = "booking" }]]
accepts = "said"
source = { page = "test", read = 2026-11-23, confidence = "high" }

[services.residence]
"""


@pytest.fixture
def by_appointment(url: str, tmp_path: Path) -> Iterator[Floor]:
    """An office that gives residence permits by appointment only."""
    file = tmp_path / "by-appointment.toml"
    before, after = CATALOGUE.read_text("utf-8").replace("[services.residence]\n", LETTER).split(LETTER)
    after = after.replace('requirements = ["passport"]', 'requirements = ["booking", "passport"]', 1)
    file.write_text(before + LETTER + after, "utf-8")
    clock, chance = FakeClock(), FakeChance()
    office, _code = open_office(url, file, clock, chance)
    floor = Floor(Database(url, office, clock, chance), clock, chance)
    yield floor
    assert floor.troubles() == []
    floor.database.close()


def opened(floor: Floor, code: str, service: str = "residence") -> wire.Check:
    new = wire.NewCheck(service, "en", wire.Caller("employer"), appointment=code)
    return floor.act(KIOSK, lambda tx: reception.open_check(tx, new))


def shows_passport(floor: Floor, check: wire.Check) -> wire.Check:
    change = wire.CheckChange(documents=[GOOD_PASSPORT])
    return floor.act(KIOSK, lambda tx: reception.change_check(tx, check.id, change))


def test_in_time_the_appointment_is_on_file_and_the_number_is_due_at_its_slot(by_appointment: Floor) -> None:
    booked = book(by_appointment)
    check = opened(by_appointment, booked.code.lower())
    assert [finding.result for finding in check.findings] == ["on_file", None]
    assert shows_passport(by_appointment, check).outcome == "ready"
    new = wire.NewTicket(check.id, appointment=booked.code)
    assert by_appointment.act(KIOSK, lambda tx: reception.issue_ticket(tx, new)).slot == TEN
    # The code is used up: whoever comes with it once more is asked for the paper.
    assert [finding.result for finding in opened(by_appointment, booked.code).findings] == [None, None]


def test_too_late_or_on_another_day_or_for_another_service_the_paper_is_asked_for(by_appointment: Floor) -> None:
    tomorrow, today = book(by_appointment, TEN.replace(day=25)), book(by_appointment)
    assert opened(by_appointment, tomorrow.code).findings[0].result is None
    assert {finding.result for finding in opened(by_appointment, today.code, "renew").findings} == {None}
    by_appointment.clock.passes(minutes=70, seconds=1)
    assert opened(by_appointment, today.code).findings[0].result is None
    with pytest.raises(errors.Unknown):
        opened(by_appointment, "NOTACODE")


def test_an_appointment_once_on_file_is_of_its_day(by_appointment: Floor) -> None:
    check = opened(by_appointment, book(by_appointment).code)
    resume = wire.ResumeCheck(check.resume_code)
    same_day = by_appointment.act(KIOSK, lambda tx: reception.resume_check(tx, resume))
    assert same_day.findings[0].result == "on_file"
    by_appointment.clock.passes(days=1)
    next_day = by_appointment.act(KIOSK, lambda tx: reception.resume_check(tx, resume))
    assert next_day.findings[0].result is None


def test_from_home_the_appointment_is_no_paper_to_have_and_its_own_code_proves_it(by_appointment: Floor) -> None:
    with_place, without = check(by_appointment), check(by_appointment)
    booked = take(by_appointment, page=with_place.page)
    _resumed, issued = come(by_appointment, booked.code)
    assert issued.slot == TEN
    back = by_appointment.act(KIOSK, lambda tx: reception.resume_check(tx, wire.ResumeCheck(without.code)))
    assert back.outcome is None, "the paper is asked for, since nothing is booked"
