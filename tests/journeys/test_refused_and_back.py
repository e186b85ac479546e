"""Papers that fall short end in a reason, a remedy and a code, and never in a number; the code leads back."""

from datetime import timedelta

from tests.fakes import FakeClock
from tests.journeys.building import Building


def test_a_passport_of_one_month_gives_no_number_and_a_better_one_goes_on_by_the_code(
    building: Building, clock: FakeClock
) -> None:
    today = clock.now().date()
    visitor = building.visitor()
    visitor.renews("ar", expires=today + timedelta(days=30))
    visitor.wait_for("missing")
    words = visitor.words()
    assert "الصلاحية حتى 24 ديسمبر 2026، ويجب أن تمتد حتى 24 يناير 2027." in words
    assert "أحضر مستندًا صالحًا حتى 24 يناير 2027 أو بعده." in words
    code = visitor.code
    visitor.touch("print-list")
    visitor.takes_slip()
    assert building.slip() == f"DAWR:R:{code}"
    assert "TicketIssued" not in building.happened()

    visitor.touch("start-over")
    clock.passes(days=3)
    visitor.wait_for("language")
    visitor.pages.clear()
    visitor.comes_back(code, "ar")
    visitor.has_passport(today + timedelta(days=900))
    assert visitor.takes_number() == "C001"
    assert visitor.pages == ["caller", "group", "code", "paper", "date", "ready", "number"]
    assert building.happened()[-4:] == ["CheckResumed", "CheckChanged", "CheckChanged", "TicketIssued"]
    assert building.happened().count("CheckOpened") == 1
