import pytest
from msgspec.structs import replace

from kiosk.flow import CONCLUSION, NEXT, STAGES, Page, Step, Walk, open_steps
from queue_server import wire
from tests.kiosk.office import NOW, TODAY
from tests.kiosk.office_catalogue import Detail


def check(**more: object) -> wire.Check:
    plain = wire.Check("c", "renew", "Renew", "en", "employer", "kiosk", TODAY, [], [], None, "BCDFGHJK", NOW)
    return replace(plain, **more)


def question(fact: str, answer: str | None = None) -> wire.Question:
    return wire.Question(fact, fact, [wire.Choice("yes", "Yes")], answer)


def finding(*papers: wire.PaperAsked, result: wire.Result | None = None) -> wire.Finding:
    return wire.Finding("r", "because", list(papers), [[paper.document for paper in papers]], result, proven=True)


def paper(document: str, said: wire.Paper | None = None, needs: list[Detail] | None = None) -> wire.PaperAsked:
    return wire.PaperAsked(document, document, "", document, needs or [], said)


def at(page: Page) -> Walk:
    return Walk((Step(Page.LANGUAGE), Step(page)))


def test_a_visit_begins_with_the_language() -> None:
    assert Walk().here == Step(Page.LANGUAGE)
    assert not Walk().can_go_back


def test_language_leads_to_who_and_who_leads_to_what() -> None:
    walk = Walk().on().on().on("permits")
    assert [step.page for step in walk.steps] == [Page.LANGUAGE, Page.CALLER, Page.GROUP, Page.SERVICE]
    assert walk.here.subject == "permits"


def test_questions_come_before_papers() -> None:
    asked = check(questions=[question("abroad")], findings=[finding(paper("passport"))])
    assert at(Page.SERVICE).on(check=asked).here == Step(Page.QUESTION, "abroad")


def test_an_answered_question_is_not_asked_again() -> None:
    asked = check(questions=[question("abroad", "yes")], findings=[finding(paper("passport"))])
    assert at(Page.QUESTION).on(check=asked).here == Step(Page.PAPER, "passport")


def test_the_details_of_a_paper_follow_it_before_the_next_paper() -> None:
    have = wire.Paper("passport", "have")
    asked = check(findings=[finding(paper("passport", have, ["expires"])), finding(paper("photo"))])
    assert list(open_steps(asked)) == [Step(Page.DETAIL, "passport", "expires"), Step(Page.PAPER, "photo")]


def test_no_details_are_asked_of_a_paper_that_is_not_there() -> None:
    missing = wire.Paper("passport", "missing")
    assert list(open_steps(check(findings=[finding(paper("passport", missing, ["expires"]))]))) == []


def test_what_an_agency_holds_is_not_asked() -> None:
    assert list(open_steps(check(findings=[finding(paper("passport"), result="on_file")]))) == []


@pytest.mark.parametrize(
    ("outcome", "page"),
    [
        ("ready", Page.READY),
        ("incomplete", Page.MISSING),
        ("refer", Page.REFER),
        ("quick", Page.GUIDANCE),
        (None, Page.PERSON),
    ],
)
def test_each_outcome_has_its_page(outcome: wire.Outcome | None, page: Page) -> None:
    assert at(Page.PAPER).on(check=check(outcome=outcome)).here == Step(page)


def test_back_from_the_outcome_leads_to_the_last_paper() -> None:
    said = check(findings=[finding(paper("passport", wire.Paper("passport", "missing")), result="missing")])
    walk = Walk((Step(Page.LANGUAGE), Step(Page.PAPER, "passport"), Step(Page.MISSING)))
    assert walk.back(said).here == Step(Page.PAPER, "passport")


def test_back_passes_over_a_question_no_longer_asked() -> None:
    walk = Walk((Step(Page.SERVICE), Step(Page.QUESTION, "abroad"), Step(Page.PAPER, "passport")))
    assert walk.back(check()).here == Step(Page.SERVICE)


def test_a_number_once_given_is_not_taken_back() -> None:
    assert not at(Page.READY).on().can_go_back


def test_back_at_the_beginning_stays_there() -> None:
    assert Walk().back() == Walk()


def test_the_same_question_again_is_no_new_step() -> None:
    asked = check(findings=[finding(paper("passport"))])
    walk = at(Page.SERVICE).on(check=asked)
    assert walk.on(check=asked) == walk


def test_the_keypad_is_a_page_aside() -> None:
    walk = Walk((Step(Page.LANGUAGE), Step(Page.GROUP))).aside(Page.CODE)
    assert walk.here == Step(Page.CODE)
    assert walk.back().here == Step(Page.GROUP)


def test_a_page_that_follows_the_check_wants_one() -> None:
    with pytest.raises(ValueError, match="needs a check"):
        at(Page.SERVICE).on()


def test_every_page_is_reached_by_the_table_or_by_a_way_aside() -> None:
    aside = {
        Page.SCAN,
        Page.PHONE,
        Page.APPLICATION,
        Page.APPOINTMENT,
        Page.CODE,
        Page.PRIORITY,
        Page.HELP,
        Page.PERSON,
        Page.COMFORT,
        Page.WAITING,
        Page.CLOSED,
        Page.LANGUAGE,
    }
    asked = {Page.QUESTION, Page.PAPER, Page.DETAIL}
    assert set(NEXT.values()) | set(CONCLUSION.values()) | aside | asked == set(Page)


def test_the_four_steps_never_run_backwards() -> None:
    forward = [(STAGES[page], STAGES[after]) for page, after in NEXT.items() if page in STAGES and after in STAGES]
    assert all(before <= after for before, after in forward)
