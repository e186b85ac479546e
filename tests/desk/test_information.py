from datetime import date

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QListWidget

from queue_server import wire
from queue_server.client.printer import Printed, PrinterState
from tests.desk.clerk import Clerk
from tests.desk.fakes import Paper
from tests.desk.office import Office
from tests.desk.papers import in_order
from tests.desk.signing import PASSWORD


def outcome_is(clerk: Clerk, outcome: str | None) -> None:
    clerk.until(
        lambda: (
            clerk.desk.information.check is not None
            and clerk.desk.information.check.outcome == outcome
            and not clerk.desk.acts.busy
        ),
        f"the outcome is {outcome}",
    )


def take_next(clerk: Clerk) -> None:
    clerk.until(lambda: clerk.find("take", QAbstractButton).isEnabled(), "somebody is there")
    clerk.press("F2")
    clerk.until(lambda: clerk.desk.information.check is not None, "a check is in hand")


def begin(clerk: Clerk, typed: str, caller: str) -> None:
    """A new check: F4, some letters of the service, Enter, and the figure of who asks."""
    clerk.press("F4")
    clerk.enter(typed)
    clerk.press("Return")
    clerk.until_sees("Who is asking")
    clerk.press(caller)
    clerk.until(lambda: clerk.desk.information.check is not None, "a check is in hand")


def test_a_doubtful_paper_takes_three_keys_to_a_number(small_office: Office, huda: Clerk, paper: Paper) -> None:
    check = small_office.visitor_is_sent("renew", unsure_of="medical")
    take_next(huda)
    outcome_is(huda, "refer")
    huda.press("Alt+3")
    outcome_is(huda, "ready")
    huda.press("F5")
    huda.until_sees("C041")
    huda.until(lambda: paper.slips == ["slip C041"], "the slip is printed")
    assert small_office.acts[1:] == ["change ['medical']", f"issue {check} none"]
    assert small_office.records[check].papers["medical"].evidence == "clerk"


def test_visitors_sent_by_a_kiosk_appear_by_themselves_and_leave_with_their_number(
    small_office: Office, huda: Clerk
) -> None:
    assert huda.sees("Sent here by the kiosks: 0")
    small_office.visitor_is_sent()
    huda.until_sees("Sent here by the kiosks: 1")
    take_next(huda)
    huda.press("Alt+3")
    outcome_is(huda, "ready")
    huda.press("F5")
    huda.until_sees("Sent here by the kiosks: 0")


def test_a_number_is_not_given_before_the_papers_earn_it(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent()
    take_next(huda)
    outcome_is(huda, "refer")
    huda.press("F5")
    assert not huda.find("give", QAbstractButton).isEnabled()
    assert small_office.acts[1:] == []


def test_a_new_check_is_begun_answered_and_dated(small_office: Office, huda: Clerk) -> None:
    begin(huda, "residence", "2")
    huda.until_sees("Is the worker abroad?")
    huda.press("2")
    huda.until_sees("Marriage certificate")
    huda.press("1")
    huda.until(lambda: huda.find("expires-passport", QLineEdit).hasFocus(), "the date is asked for")
    huda.enter("31122027")
    huda.press("Return")
    huda.until(lambda: "change ['passport']" in small_office.acts[-1:], "the passport is presented")
    record = next(iter(small_office.records.values()))
    huda.until(lambda: record.papers["passport"].expires == date(2027, 12, 31), "its date is kept")
    assert (record.service, record.caller, record.language) == ("family", "worker", "ar")


def test_enter_alone_takes_whoever_asked_last(small_office: Office, huda: Clerk) -> None:
    begin(huda, "residence", "2")
    huda.press("F9")
    huda.until(lambda: huda.desk.information.check is None, "it is put away")
    begin(huda, "renew", "Return")
    assert [record.caller for record in small_office.records.values()] == ["worker", "worker"]


def test_a_paper_that_is_not_attested_falls_short(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent("family", unsure_of="marriage")
    take_next(huda)
    huda.press("Alt+2")
    huda.until(lambda: huda.find("attested-marriage", QCheckBox).isVisible(), "attestation is asked for")
    huda.rest(0.5)
    huda.press("Alt+2")
    outcome_is(huda, "incomplete")
    huda.until_sees("It has not been attested.")


def test_a_paper_that_is_missing_leads_to_the_printed_list(small_office: Office, huda: Clerk, paper: Paper) -> None:
    check = small_office.visitor_is_sent()
    take_next(huda)
    huda.click("missing-contract")
    outcome_is(huda, "incomplete")
    huda.press("F7")
    huda.until(lambda: paper.slips == [f"bring list {check}"], "the list is printed")


def test_a_waiver_needs_a_reason_and_carries_the_clerks_name(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent()
    take_next(huda)
    huda.click("waive-medical")
    assert not huda.find("confirm-medical", QAbstractButton).isEnabled()
    huda.enter("Seen in the system")
    huda.press("Return")
    outcome_is(huda, "ready")
    assert huda.sees("Waived by Huda Ali: Seen in the system")


def test_what_is_half_typed_stays_when_another_paper_is_confirmed(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent("new", unsure_of="degree")
    take_next(huda)
    huda.click("waive-degree")
    huda.enter("The embassy")
    huda.press("Alt+2")
    huda.until(lambda: small_office.acts[-1] == "change ['contract']", "the contract is confirmed")
    huda.rest()
    assert huda.find("why-degree", QLineEdit).text() == "The embassy"


def test_a_code_brings_the_visitor_back(small_office: Office, huda: Clerk) -> None:
    check = small_office.visitor_is_sent()
    huda.press("F3")
    huda.enter(small_office.records[check].code)
    huda.press("Return")
    huda.until_sees("Renew a work permit")
    huda.until(lambda: huda.desk.information.check is not None, "the check is in hand")


def test_a_wrong_code_is_said_plainly_and_stays_to_be_corrected(huda: Clerk) -> None:
    huda.write("code", "K7M999")
    huda.press("Return")
    huda.until(lambda: huda.notice("trouble") == "There is no check with this code.", "it is said")
    assert huda.find("code", QLineEdit).text() == "K7M999"


def test_the_priority_chosen_goes_with_the_number_and_not_to_the_next_visitor(
    small_office: Office, huda: Clerk
) -> None:
    for priority in ("pregnant", "none"):
        check = small_office.visitor_is_sent()
        take_next(huda)
        huda.press("Alt+3")
        outcome_is(huda, "ready")
        if priority != "none":
            huda.choose("priority", priority)
        huda.press("F5")
        huda.until(lambda: huda.desk.information.printed is not None, "the slip is printed")
        assert small_office.acts[-1] == f"issue {check} {priority}"
        huda.press("F9")
        huda.rest()


def test_a_slip_that_did_not_come_out_is_printed_again_by_one_key(
    small_office: Office, huda: Clerk, paper: Paper
) -> None:
    small_office.visitor_is_sent()
    paper.next = Printed("failed", PrinterState.NO_PAPER)
    take_next(huda)
    huda.press("Alt+3")
    outcome_is(huda, "ready")
    huda.press("F5")
    huda.until_sees("The printer has no paper.")
    paper.next = Printed("printed")
    huda.rest(0.5)
    huda.press("F6")
    huda.until_sees("The slip is printed.")
    assert paper.slips == ["slip C041", "slip C041"]
    assert not huda.find("print-slip", QAbstractButton).isEnabled()


def test_a_slip_that_may_have_come_out_is_printed_again_as_a_copy_and_the_office_knows(
    small_office: Office, huda: Clerk, paper: Paper
) -> None:
    small_office.visitor_is_sent()
    paper.next = Printed("uncertain", PrinterState.UNKNOWN)
    take_next(huda)
    huda.press("Alt+3")
    outcome_is(huda, "ready")
    huda.press("F5")
    huda.until_sees("Look whether the slip came out.")
    paper.next = Printed("printed")
    huda.rest(0.5)
    huda.press("F6")
    huda.until_sees("The slip is printed.")
    assert paper.slips == ["slip C041", "copy of C041"]
    told = [wire.SlipFared("uncertain", "unknown"), wire.SlipFared("printed", copy=1)]
    huda.until(lambda: [fared for _key, fared in small_office.fared] == told, "the office to know")


def test_a_quick_service_is_settled_without_a_number(small_office: Office, huda: Clerk) -> None:
    huda.until_sees("Where a request stands")
    huda.press("1")
    huda.until_sees("Who is asking")
    huda.press("2")
    huda.until_sees("Since the visitor came")
    huda.until_sees("This is settled here, without a number. Ask for it at this desk.")
    assert not huda.find("give", QAbstractButton).isEnabled()
    huda.press("F9")
    huda.until(lambda: small_office.acts[-1].startswith("served "), "the service is told")
    huda.until_sees("Take the next visitor, open a code, or begin a new check.")


def test_a_date_the_calendar_does_not_know_is_not_sent(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent()
    take_next(huda)
    huda.until(lambda: huda.find("expires-passport", QLineEdit).isVisible(), "the date is shown")
    assert huda.find("expires-passport", QLineEdit).text() == "31/03/2028"
    huda.find("expires-passport", QLineEdit).setFocus()
    huda.rest()
    huda.enter("30022028")
    huda.press("Alt+1")
    huda.rest()
    assert small_office.acts[1:] == []
    assert huda.find("expires-passport", QLineEdit).property("look") == "wrong"


def test_what_the_visitor_said_of_a_paper_is_there_to_be_confirmed(small_office: Office, huda: Clerk) -> None:
    check = small_office.visitor_is_sent("new", unsure_of="contract")
    take_next(huda)
    huda.press("Alt+3")
    huda.until(lambda: small_office.acts[-1] == "change ['degree']", "the degree is confirmed")
    huda.rest(0.5)
    huda.press("Alt+2")
    outcome_is(huda, "ready")
    degree = small_office.records[check].papers["degree"]
    assert (degree.attested, degree.original, degree.evidence) == (True, True, "clerk")


def test_what_a_paper_rests_on_is_shown(small_office: Office, huda: Clerk) -> None:
    small_office.visitor_is_sent("renew")
    take_next(huda)
    huda.until_sees("as the visitor says")
    huda.press("Alt+1")
    huda.until_sees("seen by a clerk")


def test_the_next_paper_is_seen_or_missing_by_the_keys_of_a_number_pad(small_office: Office, huda: Clerk) -> None:
    check = small_office.visitor_is_sent("renew")
    take_next(huda)
    for key, document, state in (("+", "passport", "have"), ("-", "contract", "missing"), ("+", "medical", "have")):
        huda.press(key)
        huda.until(lambda document=document: small_office.acts[-1] == f"change ['{document}']", f"{document} is told")  # type: ignore[misc]
        huda.until(lambda: not huda.desk.acts.busy, "it is shown")
        assert small_office.records[check].papers[document].state == state
    outcome_is(huda, "incomplete")


def test_two_clerks_sign_where_the_office_asks_for_four_eyes(small_office: Office, huda: Clerk) -> None:
    check = small_office.visitor_is_sent("new", unsure_of="degree")
    take_next(huda)
    huda.press("F8")
    huda.until(lambda: huda.find("why-degree", QLineEdit).hasFocus(), "the reason is asked for")
    huda.enter("The embassy has it")
    assert not huda.find("confirm-degree", QAbstractButton).isEnabled()
    huda.press("Return")
    huda.enter("salman")
    huda.press("Return")
    huda.enter("a wrong word")
    huda.press("Return")
    huda.until(lambda: huda.notice("trouble") != "", "the refusal is said")
    password = huda.find("second-password-degree", QLineEdit)
    assert (password.text(), huda.find("why-degree", QLineEdit).text()) == ("", "The embassy has it")
    password.setFocus()
    huda.enter(PASSWORD)
    huda.press("Return")
    huda.until_sees("Waived by Huda Ali and Salman Isa: The embassy has it")
    assert small_office.records[check].agreed == {"degree": "Salman Isa"}


def test_a_number_given_before_is_found_and_printed_once_more_as_a_copy(
    small_office: Office, huda: Clerk, paper: Paper
) -> None:
    number = small_office.visitor_waits("renew")
    huda.press("F3")
    huda.enter(number.lower())
    huda.press("Return")
    huda.until_sees("Print a copy")
    huda.press("F6")
    huda.until_sees("The slip is printed.")
    assert paper.slips == [f"copy of {number}"]
    huda.press("F9")
    huda.until_sees("Take the next visitor, open a code, or begin a new check.")


def test_an_appointment_is_booked_by_keys_shown_with_its_code_and_given_back(small_office: Office, huda: Clerk) -> None:
    huda.press("F10")
    huda.enter("fam")
    huda.press("Return")
    huda.until(lambda: huda.find("book-day", QLineEdit).hasFocus(), "the day is asked for")
    huda.press("Return")
    huda.until(lambda: huda.find("book-times", QListWidget).count() == 1, "the free time is offered")
    huda.press("Return")
    huda.until_sees("BCDF GHJK")
    assert small_office.acts[-1] == "book family 06:30 en"
    assert huda.sees("9:30") or huda.sees("09:30")
    huda.press("Shift+F8")
    huda.until_sees("This appointment was cancelled.")


def test_whoever_comes_with_an_appointment_is_checked_in_with_the_number(
    small_office: Office, huda: Clerk, paper: Paper
) -> None:
    small_office.book("family", small_office.now, "ar")
    huda.press("F3")
    huda.enter("BCDFGHJK")
    huda.press("Return")
    huda.until_sees("The visitor comes in time.")
    huda.press("F5")
    huda.until_sees("Who is asking")
    huda.press("1")
    huda.until_sees("Is the worker abroad?")
    check = next(iter(small_office.records))
    small_office.records[check].answers["abroad"] = "no"
    for document in ("passport", "marriage"):
        small_office.records[check].papers[document] = in_order(document, "clerk")
    small_office.tells("CheckChanged", check=check)
    outcome_is(huda, "ready")
    huda.press("F5")
    huda.until(lambda: small_office.acts[-1] == f"issue {check} none BCDFGHJK", "the number is given for it")


def test_what_is_typed_while_the_server_is_away_stays_and_goes_on_when_it_is_back(
    small_office: Office, huda: Clerk
) -> None:
    small_office.visitor_is_sent()
    take_next(huda)
    small_office.goes_away()
    huda.until(lambda: huda.notice("away") != "", "the banner says so")
    huda.press("F8")
    huda.enter("The embassy confirmed it")
    huda.press("Return")
    huda.rest(0.2)
    assert huda.find("why-medical", QLineEdit).text() == "The embassy confirmed it"
    small_office.comes_back()
    huda.until_sees("Waived by Huda Ali: The embassy confirmed it")
    assert sum("Waiver" in act for act in small_office.acts) == 1
