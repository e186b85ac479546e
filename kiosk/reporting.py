"""What the kiosk tells the server of itself. No Qt: it runs off the screen's thread."""

from queue_server import __version__, wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused, Unreachable
from queue_server.client.number_slip import tell_untold
from queue_server.client.printer import PrinterState
from queue_server.client.slipbook import SlipBook
from queue_server.client.vitals import Measure, Vitals

_NOT_MEASURED = Vitals(0, 0, 0)


class Reporter:
    """Tells how slips fared, and how the kiosk is: when that is due, and when its printer stands otherwise."""

    def __init__(self, api: Api, book: SlipBook, measure: Measure) -> None:
        self._api, self._book, self._measure = api, book, measure
        self._told: PrinterState | None = None
        self._lost = 0

    def tell(self, printer: PrinterState | None, *, due: bool) -> bool:
        """Tell what there is to tell; False when the server did not hear it."""
        reached = tell_untold(self._book, self._api)
        if reached and printer is not None and (due or printer is not self._told):
            reached = self._report(printer)
        self._lost = 0 if reached else self._lost + 1
        return reached

    def _report(self, printer: PrinterState) -> bool:
        try:
            vitals = self._measure()
        except OSError:
            vitals = _NOT_MEASURED  # Nothing left, for all we know: somebody should look.
        told = wire.HealthReport(printer.value, self._lost, *vitals, __version__)
        try:
            self._api.report(told)
        except Unreachable:
            return False
        except Refused:
            pass  # An older server, or a token of another role: it was reached, and there is no use in insisting.
        self._told = printer
        return True
