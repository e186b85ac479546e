from datetime import UTC, datetime

import zxingcpp

from queue_server.slips.layout import Banner
from queue_server.slips.raster import raster
from queue_server.slips.sample import sample
from tests.slips.conftest import OFFICE, texts


def test_the_test_page_shows_both_scripts_and_a_code_to_scan() -> None:
    blocks = sample(OFFICE, datetime(2026, 11, 24, 10, 42, tzinfo=UTC), "en")
    assert Banner("Test page", "en") in blocks
    assert OFFICE["ar"] in texts(blocks)
    assert len(zxingcpp.read_barcodes(raster(blocks))) == 1
