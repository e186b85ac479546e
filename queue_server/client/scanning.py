"""What a station's machine read of a paper, weighed by the server's own rules."""

from collections.abc import Sequence
from datetime import date

from queue_server import wire
from queue_server.domain import mrz
from queue_server.domain.scanned import Scanned, weigh

__all__ = ["Scanned", "is_line", "read_paper"]

is_line = mrz.is_line


def read_paper(lines: Sequence[str], asked: wire.Scan, today: date) -> Scanned:
    """What can be said of a paper whose lines, and perhaps other print, a machine read."""
    return weigh(mrz.find("\n".join(lines), today), asked)
