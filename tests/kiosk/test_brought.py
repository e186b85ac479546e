import pytest

from kiosk.brought import Brought, brought


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DAWR:R:BCDFGHJK", Brought("code", "BCDFGHJK")),
        ("dawr:a:bcdfghjk", Brought("appointment", "BCDFGHJK")),
        ("BCDFGHJK", Brought("code", "BCDFGHJK")),
        (" WP2026-0042 ", Brought("application", "WP2026-0042")),
        ("https://example.com/t/abc", None),
        ("DAWR:X:BCDFGHJK", None),
        ("4006381333931 ", Brought("application", "4006381333931")),
        ("12345", None),
        ("", None),
    ],
)
def test_what_was_scanned_is_told_apart(text: str, found: Brought | None) -> None:
    assert brought(text) == found
