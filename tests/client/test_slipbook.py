"""What a station keeps of its slips."""

from pathlib import Path

import pytest

from queue_server.client.printer import Printed, PrinterState
from queue_server.client.slipbook import SlipBook
from queue_server.domain.slip import SlipState


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk" / "slips.sqlite"


def untold(book: SlipBook) -> list[tuple[str, int, str, str | None]]:
    return [(piece.ticket, piece.copy, piece.state.value, piece.trouble) for piece in book.untold()]


def test_a_slip_is_kept_from_before_it_is_printed_until_the_server_knows() -> None:
    book = SlipBook()
    book.reserve("one")
    assert (book.state("one"), untold(book)) == (SlipState.RESERVED, [])
    book.begin("one")
    assert (book.state("one"), untold(book)) == (SlipState.PRINTING, [])
    book.fared("one", 0, Printed("uncertain", PrinterState.NO_PAPER))
    assert untold(book) == [("one", 0, "uncertain", "no_paper")]
    book.told(book.untold()[0])
    assert (book.state("one"), untold(book)) == (SlipState.UNCERTAIN, [])
    book.reserve("two")
    assert book.state("one") is None
    book.close()


@pytest.mark.parametrize(("begun", "becomes"), [(False, "failed"), (True, "uncertain")])
def test_after_a_power_cut_what_is_in_doubt_is_told(file: Path, begun: bool, becomes: str) -> None:
    before = SlipBook(file)
    before.reserve("one")
    if begun:
        before.begin("one")
    before.close()
    after = SlipBook(file)
    assert untold(after) == [("one", 0, becomes, None)]
    key = after.untold()[0].key
    after.close()
    again = SlipBook(file)
    assert [piece.key for piece in again.untold()] == [key]
    again.close()


def test_news_that_overtook_what_is_being_told_stays_to_be_told() -> None:
    book = SlipBook()
    book.reserve("one")
    book.begin("one")
    book.fared("one", 0, Printed("failed"))
    (first,) = book.untold()
    book.begin("one")
    book.fared("one", 0, Printed("printed"))
    book.told(first)
    assert untold(book) == [("one", 0, "printed", None)]
    book.close()


def test_a_slip_under_way_is_not_begun_twice() -> None:
    book = SlipBook()
    with pytest.raises(ValueError, match="cannot be printing"):
        book.begin("none")
    book.reserve("one")
    book.begin("one")
    with pytest.raises(ValueError, match="cannot be printing"):
        book.begin("one")
    book.close()


def test_what_the_server_never_takes_does_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queue_server.client.slipbook._KEPT", 3)
    book = SlipBook()
    for n in range(10):
        book.reserve(f"{n}")
        book.begin(f"{n}")
        book.fared(f"{n}", 0, Printed("printed"))
    assert [piece.ticket for piece in book.untold()] == ["6", "7", "8", "9"]
    book.close()


def test_nothing_but_the_ticket_is_kept(file: Path) -> None:
    book = SlipBook(file)
    book.reserve("one")
    columns = [row[1] for row in book._kept.execute("PRAGMA table_info(piece)")]
    assert columns == ["n", "ticket", "copy", "state", "trouble", "key"]
    book.close()
