"""Sent to the information desk from any page: a reason by touch, a number to show, told once."""

from kiosk.app import Kiosk
from tests.kiosk.conftest import Open, Paper
from tests.kiosk.hand import Hand
from tests.kiosk.office import Office
from tests.kiosk.served_kiosk import Cable, Switch
from tests.kiosk.test_walk import begin, to_ready
from tests.servers import Served


def sent(small_office: Office) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(new.reason, new.check, new.page, new.subject) for new in small_office.sent]


def ask(hand: Hand, reason: str) -> None:
    hand.touch("person")
    hand.choose(f"help:{reason}")
    hand.wait_for("person")


def test_a_reason_is_touched_before_anything_is_known_and_a_number_stands_there(
    hand: Hand, small_office: Office, paper: Paper
) -> None:
    ask(hand, "read")
    hand.wait(lambda: hand.sees("help-number"), "the number")
    assert hand.reads("help-number") == "7"
    assert sent(small_office) == [("read", None, "language", None)]
    hand.wait(lambda: hand.sees("help-slip"), "the slip")
    assert paper.slips == [b"visitor 7"]
    hand.touch("back")
    hand.wait_for("language")


def test_the_desk_hears_the_paper_before_which_it_went_wrong_and_of_one_visitor(
    hand: Hand, small_office: Office, paper: Paper
) -> None:
    ask(hand, "machine")
    hand.touch("back")
    begin(hand, "employer", "permits", "renew", "yes")
    hand.wait_for("paper")
    ask(hand, "papers")
    more = ("papers", "check-0", "paper", "passport")
    hand.wait(lambda: sent(small_office)[-1] == more, "the desk to know more")
    assert len({new.visit for new in small_office.sent}) == 1
    assert paper.slips == [b"visitor 7"]
    hand.touch("start-over")
    hand.wait_for("language")
    ask(hand, "other")
    hand.wait(lambda: len({new.visit for new in small_office.sent}) == 2, "the next visitor")


def test_the_desk_hears_of_another_language(hand: Hand, small_office: Office) -> None:
    begin(hand, "employer")
    hand.wait_for("group")
    ask(hand, "understand")
    hand.touch("other-language")
    hand.wait(lambda: [new.language for new in small_office.sent] == ["en", "ar"], "the other language")
    assert hand.page == "person"


def test_whoever_holds_a_number_is_helped_and_gets_no_second_slip(
    hand: Hand, small_office: Office, paper: Paper
) -> None:
    to_ready(hand)
    hand.choose("none")
    hand.wait_for("number")
    ask(hand, "moving")
    hand.wait(lambda: hand.sees("help-number"), "the number of the information desk")
    assert sent(small_office) == [("moving", "check-0", "number", None)]
    hand.touch("back")
    hand.wait_for("number")
    assert (hand.reads("number"), paper.slips) == ("C042", [b"slip C042"])


def test_without_the_server_the_page_says_plainly_where_to_go(open_kiosk: Open, small_office: Office) -> None:
    hand = open_kiosk()
    hand.wait_for("language")
    begin(hand, "employer", "permits", "renew", "yes")
    hand.wait_for("paper")
    small_office.away = True
    ask(hand, "read")
    assert "Go to the information desk on this floor." in hand.words()
    assert hand.reads("code") == "BCDF GHJK"
    assert not hand.sees("help-number")
    small_office.away = False
    hand.wait(lambda: hand.sees("help-number"), "the number, once the server is back")


def test_a_kiosk_that_goes_on_alone_has_the_number_once_the_server_is_back(
    switch_on: Switch, served: Served, cable: Cable, running: list[Kiosk]
) -> None:
    hand = switch_on(token=served.token("kiosk"))
    hand.wait_for("language")
    (kiosk,) = running
    hand.wait(lambda: kiosk.alone is not None and kiosk.alone.outpost.ready, "the office's rules at the kiosk")
    cable.pulled = True
    ask(hand, "read")
    hand.wait(lambda: kiosk.operations.busy == 0, "nobody to be reached")
    assert not hand.sees("help-number")
    cable.pulled = False
    hand.wait(lambda: hand.sees("help-number"), "the number, once the server is back")
    [waiting] = served.line("information").referrals()
    assert (hand.reads("help-number"), waiting.reason) == (str(waiting.number), "read")
