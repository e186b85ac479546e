"""The test page as a printer's bytes."""

from collections.abc import Mapping
from datetime import datetime

from queue_server.slips.escpos import to_bytes
from queue_server.slips.sample import sample


def trial_slip(office: Mapping[str, str], printed_at: datetime, language: str) -> bytes:
    """A page in every script; `printed_at` is in the office's zone. Takes a moment: not on a screen's thread."""
    return to_bytes(sample(office, printed_at, language))
