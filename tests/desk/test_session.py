from PySide6.QtWidgets import QLineEdit

from tests.desk.clerk import Clerk
from tests.desk.conftest import Sit
from tests.desk.office import Office
from tests.desk.signing import PASSWORD


def test_each_role_comes_to_its_own_page(sit: Sit) -> None:
    assert sit("maryam").desk.session.place == "counter"
    assert sit("huda").desk.session.place == "information"


def test_a_supervisor_comes_to_the_hall_and_may_work_anywhere(sit: Sit) -> None:
    clerk = sit("salman")
    assert clerk.desk.session.place == "supervision"
    clerk.click("place-information")
    clerk.until_sees("Sent here by the kiosks: 0")
    clerk.click("place-counter")
    clerk.until_sees("The counter is closed")


def test_a_role_without_work_at_a_desk_is_told_so(sit: Sit) -> None:
    clerk = sit("auditor")
    clerk.until_sees("Your role has no work at a desk.")


def test_a_wrong_password_is_told_and_not_kept(sit: Sit) -> None:
    clerk = sit()
    clerk.write("username", "maryam")
    clerk.write("password", "wrong")
    clerk.press("Return")
    clerk.until(lambda: "do not fit together" in clerk.notice("trouble"), "it is said")
    clerk.write("password", PASSWORD)
    clerk.press("Return")
    clerk.until(lambda: clerk.desk.session.clerk is not None, "signed in")
    assert clerk.find("password", QLineEdit).text() == ""


def test_signing_out_closes_the_counter_first(small_office: Office, maryam: Clerk) -> None:
    maryam.click("sign-out")
    maryam.until_sees("Sign in to this desk")
    assert small_office.acts[-2:] == ["close 2", "sign out"]


def test_an_ended_session_asks_again_and_keeps_the_work(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent("new", unsure_of="degree")
    huda.until_sees("Sent here by the kiosks: 1")
    huda.press("F2")
    huda.until(lambda: huda.desk.information.check is not None, "a check is in hand")
    huda.click("waive-degree")
    huda.enter("The embassy")
    small_office.forgets_clerk()
    huda.press("Alt+1")
    huda.until_sees("Your session has ended.")
    assert huda.find("username", QLineEdit).text() == "huda"
    huda.enter(PASSWORD)
    huda.press("Return")
    huda.until(lambda: huda.desk.session.clerk is not None, "signed in again")
    huda.until_sees("New work permit")
    assert huda.find("why-degree", QLineEdit).text() == "The embassy"


def test_a_clerk_who_signed_in_elsewhere_is_told_where_and_loses_nothing(small_office: Office, maryam: Clerk) -> None:
    maryam.press("Shift+F2")
    maryam.enter("C07")
    small_office.sees_clerk_elsewhere("desk 7")
    maryam.until_sees("You signed in at another desk: desk 7.")
    maryam.enter(PASSWORD)
    maryam.press("Return")
    maryam.until(lambda: maryam.desk.session.clerk is not None, "signed in again")
    assert maryam.find("ask-field", QLineEdit).text() == "C07"


def test_another_clerk_does_not_find_the_last_ones_work(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent()
    huda.until_sees("Sent here by the kiosks: 1")
    huda.press("F2")
    huda.until(lambda: huda.desk.information.check is not None, "a check is in hand")
    small_office.forgets_clerk()
    huda.press("Alt+1")
    huda.until_sees("Your session has ended.")
    huda.sign_in("salman", PASSWORD)
    assert huda.desk.information.check is None


def test_the_desks_own_token_signs_in_after_an_ended_session(small_office: Office, maryam: Clerk) -> None:
    assert small_office.token == "token of maryam"
    small_office.forgets_clerk()
    maryam.press("F2")
    maryam.until_sees("Your session has ended.")
    assert small_office.token == "desk-token"
