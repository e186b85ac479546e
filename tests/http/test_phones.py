"""What one page is told: the newest, once, however slowly it is read."""

import asyncio
from collections.abc import Callable

from queue_server.display.phone_pages import Place
from queue_server.http.phones import Page, Standing
from tests.display.test_phone_pages import view


def told(*work: Callable[[Page], None]) -> list[str]:
    """The kinds of events a page reads that looks only after all this was done."""

    async def read() -> list[str]:
        page = Page(Place("/t/secret", "en"), "id1")
        for each in work:
            each(page)
        page.close()
        events = "".join([said.decode() async for said in page.told()])
        return [line.removeprefix("event: ") for line in events.split("\n") if line.startswith("event: ")]

    return asyncio.run(read())


def stands(seq: int, **changed: object) -> Callable[[Page], None]:
    return lambda page: page.show(Standing("id1", view(seq=seq, **changed), "commercial"))


def test_a_slow_page_is_told_the_newest_of_each_kind_only() -> None:
    assert told(stands(7), lambda page: page.count(4), lambda page: page.count(3)) == ["visit", "ahead"]
    assert told(lambda page: page.count(4), stands(7)) == ["visit"]
    assert told(lambda page: page.beat("As of 10:42."), lambda page: page.beat("As of 10:43.")) == ["beat"]


def test_what_was_found_out_earlier_does_not_replace_what_is_newer() -> None:
    page = Page(Place("/t/secret", "en"), "id1")
    stands(9, ahead=2)(page)
    stands(8, ahead=3)(page)
    assert (page.seq, page.ahead) == (9, 2)


def test_a_page_is_done_with_once_its_visit_is_over_or_its_day() -> None:
    assert told(stands(7, state="cancelled"), lambda page: page.beat("As of 10:42.")) == ["visit", "beat"]
    assert told(lambda page: page.gone()) == ["gone"]
