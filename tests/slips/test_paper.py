import pytest

from queue_server.slips.escpos import to_bytes
from queue_server.slips.layout import Big
from queue_server.slips.paper import NotOurs, paper


def test_a_command_our_slips_never_use_is_refused() -> None:
    with pytest.raises(NotOurs, match="at byte 2"):
        paper(b"\x1b@\x1bp\x00\x32\x32")  # a kick for the cash drawer


def test_a_picture_that_ends_too_early_is_refused() -> None:
    with pytest.raises(NotOurs, match="too early"):
        paper(to_bytes([Big("C042")])[:500])
