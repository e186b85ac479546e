"""One number's way to paper: kept before it is printed, told to the server after, printed again by the rules."""

from base64 import b64decode

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused, Unreachable
from queue_server.client.printers.port import Printed, Printer
from queue_server.client.slipbook import SlipBook

REPRINT_PATIENCE = 5.0
"""Seconds a visitor waits for a copy while the server is away: the number is on the screen all the time."""


class NumberSlip:
    """The slip of one number, and its copies. `print` and `again` take seconds: never on a screen's thread."""

    def __init__(self, issued: wire.Issued, printer: Printer, book: SlipBook, api: Api) -> None:
        self._ticket, self._slip, self._copy = issued.id, issued.slip, 0
        self._printer, self._book, self._api = printer, book, api
        self._printed: Printed | None = None

    def print(self) -> Printed:
        """Print it, as it is."""
        self._book.reserve(self._ticket, self._copy)
        self._book.begin(self._ticket, self._copy)
        printable = b64decode(self._slip)
        printed = self._printer.print(printable) if printable else Printed("failed")
        self._book.fared(self._ticket, self._copy, printed)
        self._printed = printed
        return printed

    def again(self) -> Printed:
        """Print it once more: the same slip if it certainly did not come out, else one marked as a copy.

        Raises `Refused` when the information desk is to do it, and `Unreachable` when the server is away.
        """
        if self._printed is None or self._printed.result != "failed":
            tell_untold(self._book, self._api)  # Only of what may be missing the server gives a copy.
            copy = self._api.reprint(self._ticket, patience=REPRINT_PATIENCE)
            self._copy, self._slip = copy.copy, copy.slip
        return self.print()


def tell_untold(book: SlipBook, api: Api) -> bool:
    """Tell the server how slips fared; False when it is away, and the rest stays to be told."""
    for piece in book.untold():
        told = wire.SlipFared(piece.state.value, piece.trouble, piece.copy)  # type: ignore[arg-type]
        try:
            api.tell_slip(piece.ticket, told, piece.key)
        except Unreachable:
            return False
        except Refused:
            continue  # A ticket it does not know yet: one given while it was away, and not handed over so far.
        book.told(piece)
    return True
