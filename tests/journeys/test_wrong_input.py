"""What must not be done is refused by a code, said in the user's language, changes nothing, and leaves a way on."""

import time
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from desk.viewmodels.acts import SAME_PRESS
from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import NotSignedIn, Refused
from queue_server.domain.trust import Role
from queue_server.store.opening import OPERATOR
from tests.fakes import FakeClock
from tests.journeys.building import Building
from tests.journeys.walk import Walk
from tests.servers import PASSWORD, Served

VALID = date(2029, 3, 31)


def refused(act: Callable[[], object], code: str, words: str) -> None:
    """The act is refused by that code, in those words."""
    with pytest.raises(Refused) as refusal:
        act()
    assert (refusal.value.code, refusal.value.detail) == (code, words)


def revoke(served: Served, name: str) -> None:
    """End every token of a device."""
    ended = served.database.act(OPERATOR, lambda tx: tx.people.revoke_devices(name, tx.at)).result(10)
    assert ended == 1


def until_forgotten(served: Served, token: str) -> None:
    """Wait until the server no longer takes the token, which may be a moment after it ended."""
    with closing(Api(served.url, token, patience=0)) as looking:
        for _ in range(100):
            try:
                looking.catalogue()
            except NotSignedIn:
                return
            time.sleep(0.05)
    pytest.fail("the token still works")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "هذا الفحص من يوم آخر. أدخل رمزه للمتابعة."),
        ("en", "This check is from another day. Enter its code to go on."),
    ],
)
def test_yesterdays_check_earns_no_number_until_its_code_is_entered(
    building: Building, clock: FakeClock, language: str, words: str
) -> None:
    kiosk = building.served.line(Role.KIOSK, language=language)
    walk = Walk(kiosk, kiosk)
    for step in (Walk.open_check, Walk.answer, Walk.show_papers):
        step(walk)
    clock.passes(days=1)
    before = building.happened()
    refused(walk.take_number, "check_stale", words)
    assert building.happened() == before
    kiosk.resume_check(kiosk.check(walk.check).resume_code)
    walk.take_number()


@pytest.mark.parametrize(("language", "words"), [("ar", "هذا الشباك غير مفتوح."), ("en", "This counter is not open.")])
def test_a_closed_counter_calls_nobody_until_it_is_opened(building: Building, language: str, words: str) -> None:
    kiosk = building.served.line(Role.KIOSK)
    walk = Walk(kiosk, building.served.line(Role.CLERK, counter=2, language=language))
    for step in (Walk.open_check, Walk.answer, Walk.show_papers, Walk.take_number):
        step(walk)
    before = building.happened()
    refused(walk.call, "counter_closed", words)
    assert building.happened() == before
    walk.open_counter()
    walk.call()


@pytest.mark.parametrize(
    ("language", "words"), [("ar", "يُرجى تسجيل الدخول مرة أخرى."), ("en", "Please sign in again.")]
)
@pytest.mark.parametrize("role", [Role.KIOSK, Role.DESK, Role.CLERK])
def test_a_revoked_token_may_do_nothing_and_a_new_one_goes_on(
    building: Building, role: Role, language: str, words: str
) -> None:
    line = building.served.line(role, "lost", language=language)
    revoke(building.served, "lost")
    refused(lambda: line.open_check(wire.NewCheck("status", "en", wire.Caller("worker"))), "not_signed_in", words)
    refused(line.catalogue, "not_signed_in", words)
    assert building.journal() == []
    line.token = building.served.token(role, "lost")
    assert line.catalogue().office == "test-office"


def test_a_visitor_whose_check_grew_old_is_told_so_and_begins_again(building: Building, clock: FakeClock) -> None:
    visitor = building.visitor()
    visitor.renews("ar", VALID)
    visitor.wait_for("ready")
    clock.passes(days=1)
    before = building.happened()
    visitor.says("ready", "none")
    visitor.wait(lambda: "هذا الفحص من يوم آخر" in visitor.is_told("trouble"), "the reason")
    assert building.happened() == before
    visitor.touch("start-over")
    visitor.renews("ar", VALID)
    assert visitor.takes_number() == "C001"


def test_a_kiosk_that_was_shut_out_serves_nobody_until_it_is_let_in_again(building: Building) -> None:
    visitor = building.visitor()
    visitor.says("language", "ar")
    revoke(building.served, "kiosk")
    until_forgotten(building.served, visitor.token)
    visitor.says("caller", "employer")
    visitor.says("group", "permits")
    visitor.touch("answer-renew")
    visitor.wait_for("enrolment")
    assert [entry.kind for entry in building.everything() if entry.kind == "CheckOpened"] == []


def test_a_clerk_whose_counter_was_closed_elsewhere_is_told_and_opens_it_again(building: Building) -> None:
    clerk = building.clerk("maryam", counter=2, language="ar")
    clerk.press("F10")
    clerk.until_counter_is("free")
    clerk.desk.link.stop()  # The news does not reach this desk.
    building.served.line(Role.SUPERVISOR).close_counter(2)
    before = building.happened()
    clerk.press("F2")
    clerk.until(lambda: clerk.notice("trouble") == "هذا الشباك غير مفتوح.", "the reason is said")
    assert building.happened() == before
    clerk.desk.link.start()
    clerk.until_counter_is("closed")
    clerk.rest(SAME_PRESS)
    clerk.press("F10")
    clerk.until_counter_is("free")


def test_a_clerk_whose_session_ran_out_signs_in_and_goes_on(building: Building, clock: FakeClock) -> None:
    clerk = building.clerk("maryam", counter=2, language="ar")
    clerk.press("F10")
    clerk.until_counter_is("free")
    clock.passes(hours=13)
    until_forgotten(building.served, clerk.token)
    before = building.happened()
    clerk.press("F2")
    clerk.until_sees("انتهت جلستك. سجّل الدخول لتتابع عملك، ولم يضع منه شيء.")
    assert building.happened() == before
    clerk.enter(PASSWORD)
    clerk.press("Return")
    clerk.until_counter_is("free")


def test_a_clerk_at_a_desk_that_was_shut_out_is_told_that_it_is_the_desk(building: Building) -> None:
    clerk = building.desk(counter=2, language="ar")
    building.served.add_clerk("maryam")
    revoke(building.served, "desk")
    clerk.write("username", "maryam")
    clerk.write("password", PASSWORD)
    clerk.press("Return")
    told = "لم يُعتمد هذا الجهاز بعد. أبلغ المشرف من فضلك."
    clerk.until(lambda: clerk.notice("trouble") == told, "the reason is said")
    assert building.journal() == []


def test_yesterdays_check_at_the_information_desk_goes_on_by_its_code(building: Building, clock: FakeClock) -> None:
    clock.passes(hours=18)  # Late enough for a session that outlasts the day.
    kiosk = building.served.line(Role.KIOSK)
    walk = Walk(kiosk, kiosk)
    for step in (Walk.open_check, Walk.answer, Walk.show_papers):
        step(walk)
    code = kiosk.change_check(walk.check, wire.CheckChange(refer="Asked for a person")).resume_code
    clerk = building.clerk("huda", Role.INFORMATION, language="ar")
    clerk.until(lambda: clerk.can_press("take"), "the visitor is sent here")
    clerk.press("F2")
    clerk.until(lambda: clerk.can_press("give"), "the papers have earned a number")
    clock.passes(hours=2)
    before = building.happened()
    clerk.press("F5")
    clerk.until(lambda: "هذا الفحص من يوم آخر" in clerk.notice("trouble"), "the reason is said")
    assert building.happened() == before
    clerk.press("F3")
    clerk.enter(code)
    clerk.press("Return")
    clerk.until(lambda: not clerk.desk.acts.busy and clerk.can_press("give"), "the check is today's")
    assert clerk.notice("trouble") == ""
    clerk.press("F5")
    clerk.until_sees("C001")
