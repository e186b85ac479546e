from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.kiosk.conftest import Open, Paper
from tests.kiosk.hand import Hand
from tests.kiosk.office import CODE, EXPIRED, FILED, TODAY, VALID, Office


def begin(hand: Hand, *choices: str, language: str = "en") -> None:
    hand.wait_for("language")
    hand.choose(language, *choices)


def to_ready(hand: Hand) -> None:
    begin(hand, "employer", "permits", "renew", "yes", "have")
    hand.choose_date(VALID)
    hand.wait_for("ready")


def test_a_complete_visitor_leaves_with_a_number_and_a_slip(hand: Hand, paper: Paper) -> None:
    to_ready(hand)
    hand.choose("none")
    hand.wait_for("number")
    assert hand.reads("number") == "C042"
    assert hand.reads("floor") == "Floor 1"
    assert hand.reads("ahead") == "People ahead of you: 3"
    hand.wait(lambda: hand.reads("slip") == "Take your paper", "the slip")
    assert paper.slips == [b"slip C042"]


def test_the_number_fills_a_third_of_the_screen(hand: Hand) -> None:
    to_ready(hand)
    hand.choose("none")
    assert hand.item("number").parentItem().height() >= hand.window.height() / 3


def test_touching_arabic_mirrors_the_page(hand: Hand) -> None:
    def middle(name: str) -> float:
        item = hand.item(name)
        return item.mapToScene(item.boundingRect().center()).x()

    begin(hand, language="ar")
    hand.wait_for("caller")
    assert hand.reads("title") == "من أنت؟"
    assert middle("back") > middle("other-language")
    hand.touch("other-language")
    hand.wait(lambda: hand.reads("title") == "Who are you?", "English")
    hand.wait(lambda: middle("back") < middle("other-language"), "the page to turn")


def test_only_groups_and_services_for_this_caller_are_offered(hand: Hand, small_office: Office) -> None:
    begin(hand, "worker", "permits")
    hand.wait_for("service")
    assert hand.sees("answer-renew")
    assert not hand.sees("answer-spouse")


def test_a_missing_paper_leads_to_the_list_and_the_code(hand: Hand, paper: Paper) -> None:
    begin(hand, "employer", "permits", "renew", "yes", "missing")
    hand.wait_for("missing")
    assert hand.reads("code") == "BCDF GHJK"
    assert "The worker's passport" in hand.words()
    assert "Bring it, valid for six more months." in hand.words()
    hand.touch("print-list")
    hand.wait(lambda: paper.slips == [b"list check-0"], "the list")


def test_an_expired_passport_is_not_let_through(hand: Hand) -> None:
    begin(hand, "employer", "permits", "renew", "yes", "have")
    hand.choose_date(EXPIRED)
    hand.wait_for("missing")


def test_a_paper_to_be_seen_is_handed_to_the_information_desk(hand: Hand, small_office: Office, paper: Paper) -> None:
    begin(hand, "family", "family", "spouse", "yes", "have")
    hand.choose_date(VALID)
    hand.choose("have", "yes")
    hand.wait_for("refer")
    hand.wait(lambda: paper.slips == [b"list check-0"], "the slip with the code")
    assert small_office.check.referred == "confirm"
    assert hand.reads("code") == "BCDF GHJK"


def test_who_asked_a_person_before_still_gets_the_slip(hand: Hand, paper: Paper) -> None:
    begin(hand, "employer", "permits", "renew", "yes")
    hand.touch("person")
    hand.choose("help:understand")
    hand.wait(lambda: paper.slips == [b"visitor 7"], "the slip with the number")
    hand.touch("back")
    hand.choose("unsure")
    hand.wait_for("refer")
    hand.wait(lambda: paper.slips[1:] == [b"list check-0"], "the slip with the code")


def test_not_being_sure_leads_to_the_information_desk(hand: Hand) -> None:
    begin(hand, "employer", "permits", "renew", "yes", "unsure")
    hand.wait_for("refer")


def test_not_finding_the_date_leads_to_the_information_desk(hand: Hand) -> None:
    begin(hand, "employer", "permits", "renew", "yes", "have")
    hand.wait_for("date")
    hand.choose("unsure")
    hand.wait_for("refer")


def test_a_quick_service_needs_no_number(hand: Hand, small_office: Office) -> None:
    begin(hand, "worker", "quick", "status")
    hand.wait_for("guidance")
    assert hand.reads("guidance") == "Go to desk 2 on this floor. They will tell you at once."
    hand.choose("answered")
    hand.wait_for("language")
    hand.wait(lambda: small_office.served == ["check-0"], "the service to be told")


def test_whoever_got_no_answer_is_sent_to_a_person_who_knows_why(hand: Hand, small_office: Office) -> None:
    begin(hand, "worker", "quick", "status")
    hand.wait_for("guidance")
    hand.rest()
    assert small_office.check.referred is None
    hand.choose("help:guidance")
    hand.wait_for("person")
    hand.wait(lambda: small_office.check.referred == "guidance", "the desk to know why")
    assert hand.reads("help-number") == "7"
    assert small_office.served == []


def test_priority_is_two_touches_and_no_proof(hand: Hand, small_office: Office) -> None:
    to_ready(hand)
    hand.choose("aside:priority", "pregnant")
    hand.wait_for("number")
    assert small_office.priorities == ["pregnant"]


def test_a_code_leads_back_to_the_check(hand: Hand) -> None:
    begin(hand, "employer", "aside:code")
    hand.type(CODE)
    hand.wait_for("paper")
    assert hand.reads("title") == "The signed work contract"


def test_an_application_known_to_the_agency_asks_no_papers(hand: Hand, small_office: Office) -> None:
    begin(hand, "employer", "aside:application")
    hand.type(FILED)
    hand.choose("yes")
    hand.wait_for("ready")
    assert small_office.check.caller == "employer"


def test_an_unknown_number_is_said_plainly_and_can_be_mended(hand: Hand) -> None:
    begin(hand, "employer", "aside:application")
    hand.type("X")
    assert "We do not know this number" in hand.reads("trouble")
    hand.rest()  # The banner moves the keys.
    hand.touch("erase")
    hand.type(FILED)
    hand.wait_for("question")
    assert not hand.sees("trouble")


def test_back_keeps_what_was_said_and_lets_it_be_changed(hand: Hand) -> None:
    begin(hand, "employer", "permits", "renew", "yes", "missing")
    hand.wait_for("missing")
    hand.touch("back")
    hand.wait_for("paper")
    assert hand.item("answer-missing").property("checked")
    hand.choose("have")
    hand.wait_for("date")


def test_the_language_changes_at_any_step_and_nothing_is_lost(hand: Hand, small_office: Office) -> None:
    begin(hand, "employer", "permits", "renew", "yes")
    hand.wait_for("paper")
    hand.touch("other-language")
    hand.wait(lambda: hand.reads("title") == "جواز سفر العامل", "Arabic")
    assert small_office.check.language == "ar"
    assert small_office.check.answers == {"abroad": "yes"}
    hand.choose("have")
    hand.wait_for("date")


def test_asking_a_person_hands_the_check_over(hand: Hand, small_office: Office) -> None:
    begin(hand, "employer", "permits", "renew", "yes")
    hand.touch("person")
    hand.choose("help:papers")
    hand.wait_for("person")
    hand.wait(lambda: small_office.check.referred == "papers", "the desk to know")
    hand.touch("back")
    hand.wait_for("paper")


def test_a_person_can_be_asked_before_anything_is_known(hand: Hand) -> None:
    hand.touch("person")
    hand.wait_for("help")
    hand.touch("back")
    hand.wait_for("language")


def test_starting_over_forgets_the_visitor(hand: Hand) -> None:
    begin(hand, "employer", "permits", "renew", "yes")
    hand.touch("start-over")
    hand.wait_for("language")
    hand.choose("en", "worker")
    hand.wait_for("group")
    hand.touch("person")
    hand.choose("help:other")
    hand.wait_for("person")
    assert not hand.sees("code")


def test_two_quick_touches_act_once(hand: Hand, small_office: Office) -> None:
    to_ready(hand)
    place = hand.item("answer-none")
    for _ in range(2):
        place.metaObject().invokeMethod(place, "click")
    hand.wait_for("number")
    assert small_office.priorities == ["none"]


def test_the_days_offered_are_those_of_the_month(hand: Hand) -> None:
    begin(hand, "employer", "permits", "renew", "yes", "have")
    hand.touch("year-2027")
    hand.touch("month-2")
    hand.item("day-28")
    assert not hand.sees("day-29")
    hand.touch("change-date")
    hand.choose_date(date(2028, 2, 29))
    hand.wait_for("ready")


def test_a_date_of_issue_lies_in_the_past(hand: Hand) -> None:
    begin(hand, "employer", "permits", "new", "yes", "have")
    hand.choose_date(VALID)
    hand.choose("have", "yes", "have")
    hand.wait_for("date")
    hand.item(f"year-{TODAY.year}")
    assert not hand.sees(f"year-{TODAY.year + 1}")


def test_the_kiosk_opens_in_the_language_of_the_office(open_kiosk: Open) -> None:
    hand = open_kiosk(language="ar")
    hand.wait_for("language")
    assert "اسأل موظفًا" in hand.words()
    assert "Welcome" in hand.words()


def test_the_keyboard_alone_leads_to_the_services(hand: Hand) -> None:
    def press_on(name: str) -> None:
        for _ in range(12):
            if hand.item(name).hasActiveFocus():
                break
            hand.press(Qt.Key.Key_Tab)
        assert hand.item(name).property("visualFocus")
        hand.press(Qt.Key.Key_Return)

    press_on("answer-en")
    hand.wait_for("caller")
    press_on("answer-worker")
    hand.wait_for("group")


def test_a_third_language_is_chosen_from_the_list_without_losing_the_place(
    open_kiosk: Open, small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.asking.languages", lambda: ["en", "ar", "hi"])
    small_office.catalogue = replace(small_office.catalogue, languages=["en", "hi", "ar"])
    hand = open_kiosk()
    begin(hand, "worker")
    hand.wait_for("group")
    hand.touch("other-language")
    hand.wait_for("language")
    assert hand.item("answer-hi").property("text") == "हिन्दी"
    hand.choose("ar")
    hand.wait_for("group")
    assert hand.reads("title") == "ما سبب زيارتك؟"
