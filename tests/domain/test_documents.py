from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_server.domain.documents import Judgement, Need, Paper, Shortfall, Strength, judge, months_after

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def _passport(expires: date | None = None, **details: object) -> Paper:
    return Paper("passport", "have", expires=expires, **details)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2026, 11, 24), 2, date(2027, 1, 24)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_end_on_the_same_day_or_the_months_last(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


@given(DAYS, st.integers(0, 240))
def test_so_many_months_later_is_in_that_month_and_never_a_later_day(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(DAYS, DAYS, st.integers(0, 60))
def test_a_passport_that_will_do_today_would_have_done_yesterday(today: date, expires: date, months: int) -> None:
    need = Need("passport", months_left=months)
    if judge(need, _passport(expires), today).result == "presented":
        assert judge(need, _passport(expires), today - timedelta(days=1)).result == "presented"


@given(DAYS, DAYS, st.integers(0, 60))
def test_a_longer_validity_never_hurts(today: date, expires: date, months: int) -> None:
    need = Need("passport", months_left=months)
    if judge(need, _passport(expires), today).result == "presented":
        assert judge(need, _passport(expires + timedelta(days=1)), today).result == "presented"


@pytest.mark.parametrize(
    ("need", "expires", "result"),
    [
        (Need("passport", months_left=6), date(2027, 5, 24), "presented"),
        (Need("passport", months_left=6), date(2027, 5, 23), "short_validity"),
        (Need("passport", months_left=6), TODAY, "short_validity"),
        (Need("passport", months_left=6), date(2026, 11, 23), "expired"),
        (Need("passport", days_left=15), date(2026, 12, 9), "presented"),
        (Need("passport", days_left=15), date(2026, 12, 8), "short_validity"),
        (Need("passport", days_left=0), TODAY, "presented"),
        (Need("passport", days_left=0), date(2026, 11, 23), "expired"),
    ],
)
def test_the_last_day_that_will_do(need: Need, expires: date, result: str) -> None:
    assert judge(need, _passport(expires), TODAY).result == result


def test_short_validity_says_until_when_a_paper_must_last() -> None:
    expires = date(2027, 1, 10)
    assert judge(Need("passport", months_left=6), _passport(expires), TODAY) == Judgement(
        "short_validity",
        shortfall=Shortfall(
            "short_validity", "passport", {"expires": expires, "until": date(2027, 5, 24), "months": 6}
        ),
    )


@pytest.mark.parametrize(("issued", "result"), [(date(2026, 9, 25), "presented"), (date(2026, 9, 24), "expired")])
def test_a_bill_of_sixty_days_will_do_and_of_sixty_one_will_not(issued: date, result: str) -> None:
    judgement = judge(Need("bill", age_days=60), Paper("bill", "have", issued=issued), TODAY)
    assert judgement.result == result
    if judgement.shortfall is not None:
        assert judgement.shortfall == Shortfall("too_old", "bill", {"issued": issued, "since": date(2026, 9, 25)})


def test_a_paper_from_tomorrow_contradicts_itself() -> None:
    tomorrow = TODAY + timedelta(days=1)
    judgement = judge(Need("bill", age_days=60), Paper("bill", "have", issued=tomorrow), TODAY)
    assert (judgement.result, judgement.shortfall) == (
        "mismatch",
        Shortfall("issued_in_future", "bill", {"issued": tomorrow}),
    )


def test_a_paper_that_expired_before_it_was_issued_contradicts_itself() -> None:
    paper = _passport(date(2024, 1, 1), issued=date(2025, 1, 1))
    judgement = judge(Need("passport", months_left=6), paper, TODAY)
    assert judgement.result == "mismatch"
    assert judgement.shortfall is not None
    assert judgement.shortfall.code == "expires_before_issued"


def test_a_paper_issued_and_expiring_on_the_same_day_does_not_contradict_itself() -> None:
    assert judge(Need("permit", days_left=0), _passport(TODAY, issued=TODAY), TODAY).result == "presented"


@pytest.mark.parametrize(
    ("need", "paper", "code"),
    [
        (Need("deed", attested=True), Paper("deed", "have", attested=False), "not_attested"),
        (Need("deed", original=True), Paper("deed", "have", original=False), "not_original"),
    ],
)
def test_a_paper_in_the_wrong_form_says_which(need: Need, paper: Paper, code: str) -> None:
    judgement = judge(need, paper, TODAY)
    assert (judgement.result, judgement.shortfall) == ("wrong_form", Shortfall(code, "deed"))  # type: ignore[arg-type]


def test_what_is_not_asked_for_is_not_judged() -> None:
    paper = Paper("deed", "have", expires=date(2020, 1, 1), attested=False, original=False)
    assert judge(Need("deed"), paper, TODAY).result == "presented"


def test_a_paper_that_is_there_is_not_judged_before_its_details_are_known() -> None:
    need = Need("deed", months_left=6, age_days=30, attested=True, original=True)
    paper = Paper("deed", "have", attested=False)
    assert judge(need, paper, TODAY) == Judgement(None, ("expires", "issued", "original"))


def test_an_unmentioned_paper_needs_every_detail() -> None:
    assert judge(Need("deed", months_left=6, attested=True), None, TODAY) == Judgement(None, ("expires", "attested"))


@pytest.mark.parametrize(
    ("state", "result", "code"), [("missing", "missing", "missing"), ("unsure", "unknown", "unsure")]
)
def test_a_paper_that_is_not_there_needs_no_details(state: str, result: str, code: str) -> None:
    judgement = judge(Need("deed", months_left=6), Paper("deed", state), TODAY)  # type: ignore[arg-type]
    assert (judgement.result, judgement.needs) == (result, ())
    assert judgement.shortfall is not None
    assert judgement.shortfall.code == code


def test_what_the_agency_holds_is_on_file_without_a_question() -> None:
    paper = Paper("deed", "have", evidence=Strength.AGENCY)
    assert judge(Need("deed", months_left=6, attested=True), paper, TODAY) == Judgement("on_file")


def test_a_passport_on_file_still_expires() -> None:
    paper = _passport(date(2026, 1, 1), evidence=Strength.AGENCY)
    assert judge(Need("passport", months_left=6), paper, TODAY).result == "expired"


def test_a_clerk_proves_as_much_as_an_agency_and_a_visitor_the_least() -> None:
    said, machine, clerk, agency = Strength
    assert clerk.proves(agency)
    assert agency.proves(clerk)
    assert clerk.proves(machine)
    assert machine.proves(said)
    assert not said.proves(machine)
    assert not machine.proves(clerk)
