"""The visitor's own page over HTTP: live, and asking for more time or leaving by forms that need no script."""

import re
from collections.abc import Iterator
from datetime import date

import httpx
import msgspec
import pytest
from httpx_sse import ServerSentEvent, connect_sse

from queue_server import wire
from queue_server.application import calling, counters, leaving, visits
from queue_server.display.phone_pages import News
from queue_server.http.limits import Allowance, Limits
from queue_server.store.opening import OPERATOR
from tests.offices import clerk
from tests.servers import Served

ALI = clerk("ali")
WEB = httpx.Client(trust_env=False, timeout=20)


@pytest.fixture(autouse=True)
def _counted_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queue_server.http.phones.COUNT", 0.1)


def issue(served: Served, service: str = "residence") -> wire.Issued:
    kiosk = served.lines[0] if served.lines else served.line("kiosk")
    check = kiosk.open_check(wire.NewCheck(service, "en", wire.Caller("employer")))
    kiosk.change_check(check.id, wire.CheckChange(documents=[wire.Paper("passport", "have", expires=date(2031, 1, 1))]))
    return kiosk.issue(check.id)


def call(served: Served) -> None:
    served.database.act(ALI, lambda tx: counters.open_counter(tx, 4)).result(10)
    served.database.act(ALI, lambda tx: calling.call_next(tx, 4)).result(10)


def told(page: str, language: str = "en") -> Iterator[ServerSentEvent]:
    with connect_sse(WEB, "GET", f"{page}/events", params={"lang": language}) as source:
        yield from source.iter_sse()


def news(event: ServerSentEvent) -> News:
    assert event.event == "visit"
    return msgspec.json.decode(event.data, type=News)


def press(page: str, asks: str, key: str = "") -> httpx.Response:
    """What a visitor without scripts does: opens the question and sends its form."""
    question = WEB.get(f"{page}/{asks}?lang=ar")
    assert question.status_code == 200
    found = re.search(r'name="key" value="([^"]+)"', question.text)
    assert found is not None
    return WEB.post(f"{page}/{asks}", data={"key": key or found[1], "lang": "ar"}, follow_redirects=True)


def test_the_page_tells_the_number_and_a_wrong_link_nothing(served: Served) -> None:
    issued = issue(served)
    page = WEB.get(issued.track)
    assert issued.number in page.text
    assert page.headers["cache-control"] == "no-store"
    for act in ("", "/events", "/leave", "/more-time"):
        wrong = WEB.get(f"{served.url}/t/{'A' * 32}{act}")
        assert (wrong.status_code, issued.number in wrong.text) == (404, False)


def test_the_link_is_a_secret_of_128_bits_and_more(served: Served) -> None:
    tokens = {issue(served).track.rsplit("/", 1)[1] for _ in range(3)}
    assert len(tokens) == 3
    assert all(re.fullmatch(r"[\w-]{22,}", token) for token in tokens)


def test_an_open_page_hears_of_its_own_visit_at_once_and_of_the_line_soon(served_on_both: Served) -> None:
    first, second = issue(served_on_both), issue(served_on_both)
    one, other = told(first.track), told(second.track, "ar")
    assert "You are next." in news(next(one)).html
    assert ": 1" in news(next(other)).html
    call(served_on_both)
    called = news(next(one))
    assert (called.bell, called.title) == ("4-1", f"{first.number} · Please go to counter 4 now.")
    assert news(next(other)).bell == "next"


def test_a_page_is_told_how_many_are_ahead_and_no_more_than_that(served: Served) -> None:
    issued = [issue(served) for _ in range(3)]
    last = told(issued[2].track)
    assert "People ahead of you: 2" in news(next(last)).html
    served.database.act(OPERATOR, lambda tx: leaving.cancel(tx, issued[0].id)).result(10)
    figure = next(last)
    assert (figure.event, figure.data) == ("ahead", "People ahead of you: 1")


def test_of_one_visit_only_the_newest_pages_are_followed(served: Served) -> None:
    issued = issue(served)
    pages = [told(issued.track) for _ in range(5)]
    for page in pages:
        assert news(next(page)).on
    assert next(pages[0], None) is None, "the oldest made way"
    call(served)
    assert [news(next(page)).bell for page in pages[1:]] == ["4-1"] * 4


def test_a_recall_rings_again_and_the_end_of_the_visit_ends_the_page(served: Served) -> None:
    issued = issue(served)
    page = told(issued.track)
    next(page)
    call(served)
    served.database.act(ALI, lambda tx: calling.recall(tx, 4)).result(10)
    bells = [news(next(page)).bell]
    while bells[-1] != "4-2":  # One batch or two.
        bells.append(news(next(page)).bell)
    served.database.act(ALI, lambda tx: calling.start(tx, 4)).result(10)
    served.database.act(ALI, lambda tx: visits.finish(tx, 4, wire.Finish())).result(10)
    assert not [news(event) for event in page][-1].on


def test_a_page_whose_visit_is_over_is_told_so_and_let_go(served: Served) -> None:
    issued = issue(served)
    page = told(issued.track)
    next(page)
    answer = press(issued.track, "leave")
    assert answer.url.path == httpx.URL(issued.track).path
    assert answer.url.query == b"lang=ar"
    over = news(next(page))
    assert not over.on
    assert next(page, None) is None


def test_leaving_is_done_once_however_often_it_is_sent(served_on_both: Served) -> None:
    issued = issue(served_on_both)
    for _ in range(2):
        assert press(issued.track, "leave", key="the-same").status_code == 200
    kinds = [entry.kind for entry in served_on_both.database.read(OPERATOR, lambda tx: tx.journal.since(0)).result(10)]
    assert kinds.count("TicketCancelled") == 1


def test_whoever_is_called_meanwhile_reads_where_to_go_instead(served: Served) -> None:
    issued = issue(served)
    call(served)
    for asks in ("leave", "more-time"):
        assert "4" in press(issued.track, asks).text
    stands = served.database.read(OPERATOR, lambda tx: tx.tickets.legs(issued.id)[0].state).result(10)
    assert stands == "called"


def test_ten_more_minutes_are_asked_for_without_a_script(served: Served) -> None:
    issued = issue(served)
    page = press(issued.track, "more-time")
    assert page.status_code == 200
    assert "more-time" not in page.text
    [leg] = served.database.read(OPERATOR, lambda tx: tx.tickets.legs(issued.id)).result(10)
    assert leg.state == "parked"


@pytest.mark.parametrize("asks", ["leave", "more-time"])
def test_a_form_without_its_key_or_with_too_much_in_it_does_nothing(served: Served, asks: str) -> None:
    issued = issue(served)
    for body, status in (({}, 400), ({"key": "x" * 600}, 413)):
        answer = WEB.post(f"{issued.track}/{asks}", data=body)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert WEB.get(f"{issued.track}/{asks}").status_code == 200
    assert served.database.read(OPERATOR, lambda tx: tx.tickets.legs(issued.id)[0].state).result(10) == "waiting"


@pytest.fixture
def two_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    two = Allowance(at_once=2, seconds=1000)
    monkeypatch.setattr("queue_server.app.Limits", lambda: Limits(visits=two, guesses=two))


def test_of_one_visit_only_so_much_may_be_asked_and_of_wrong_links(two_allowed: None, served: Served) -> None:
    issued = issue(served)
    assert [WEB.get(issued.track).status_code for _ in range(3)] == [200, 200, 429]
    assert [WEB.get(f"{served.url}/t/{n:032}").status_code for n in range(3)] == [404, 404, 429]
