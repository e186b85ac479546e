import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops

from queue_server.slips.bring import BringItem, BringWords, bring
from queue_server.slips.escpos import to_bytes
from queue_server.slips.paper import paper
from queue_server.slips.raster import raster
from queue_server.slips.ticket import TicketWords, ticket

RESET, FULL_CUT = b"\x1b@", b"\x1dV\x00"
ANYTHING = st.text(st.characters(), max_size=40)


def test_a_slip_is_reset_once_first_and_cut_once_last(ticket_words: TicketWords) -> None:
    slip = to_bytes(ticket(ticket_words))
    assert slip.startswith(RESET)
    assert slip.endswith(FULL_CUT)


def test_the_paper_shows_exactly_what_was_drawn(ticket_words: TicketWords) -> None:
    for width in (384, 576):
        drawn = raster(ticket(ticket_words), width)
        printed = paper(to_bytes(ticket(ticket_words), width))
        assert printed.size == drawn.size
        assert ImageChops.difference(printed.convert("L"), drawn.convert("L")).getbbox() is None


def test_the_same_words_make_the_same_bytes(ticket_words: TicketWords, bring_words: BringWords) -> None:
    assert to_bytes(ticket(ticket_words)) == to_bytes(ticket(replace(ticket_words)))
    assert to_bytes(bring(bring_words)) == to_bytes(bring(replace(bring_words)))


@settings(max_examples=25)
@given(ANYTHING, ANYTHING, st.sampled_from(["ar", "en"]))
def test_no_text_can_make_the_printer_do_anything_else(name: str, remedy: str, language: str) -> None:
    text = {"en": name, "ar": remedy}
    words = BringWords(text, text, language, (BringItem(text, text, text),), "K7QM2RXP", date(2026, 11, 24))
    # `paper` refuses every command but our own, so whatever got through must be part of the picture.
    assert paper(to_bytes(bring(words))).width == 576


def test_encoding_leaves_no_log_handler_and_no_folder_behind(tmp_path: Path) -> None:
    program = """if True:
        import logging
        from queue_server.slips.escpos import to_bytes
        from queue_server.slips.layout import Big
        assert to_bytes([Big("C042")])
        assert logging.root.handlers == []
    """
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        env={"TMPDIR": str(tmp_path), "PYTHONPATH": "."},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
