from collections.abc import Iterator

import pytest
from PIL import features

from queue_server.slips.fonts import CannotShape, font
from queue_server.slips.layout import Words
from queue_server.slips.raster import raster


@pytest.fixture
def _no_fribidi(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(features, "check", lambda feature: feature != "raqm")
    font.cache_clear()
    yield
    font.cache_clear()


@pytest.mark.usefixtures("_no_fribidi")
def test_without_fribidi_nothing_is_printed_and_the_package_is_named() -> None:
    with pytest.raises(CannotShape, match="libfribidi0"):
        raster([Words("رقمك", "ar")])
