"""A paper or a code before the machines."""

import logging
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from assets.words import say
from kiosk.brought import brought
from kiosk.flow import Page, Step, paper_of
from kiosk.machines.port import Blind, Kind, Machine, Seen
from kiosk.viewmodels.acts import Acts
from kiosk.viewmodels.visit import Visit
from queue_server import wire
from queue_server.client.scanning import read_paper

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE_MILLISECONDS = 20_000
"""How long a camera looks at one paper."""
log = logging.getLogger(__name__)
_CODES_BY_CAMERA = frozenset({Page.CODE, Page.APPLICATION})


@QmlElement
class Scanning(QObject):
    """How the paper fares under the machine: `state` is "", "looking", "read", "unreadable", "other" or "absent".

    `toldOf(kind)` whenever a machine tells of something: "code", "lines", or "blind" when it cannot see. `eyes` are on
    only while a page wants them, and `watching` is true then; `scanners` are the visitor's to press, and listened to
    all the time.
    """

    changed = Signal()
    toldOf = Signal(str)
    _heard = Signal(object, object)

    def __init__(
        self,
        visit: Visit,
        acts: Acts,
        eyes: Sequence[Machine],
        scanners: Sequence[Machine],
        today: Callable[[], date],
        parent: QObject | None = None,
        *,
        patience: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._visit, self._acts, self._today = visit, acts, today
        self._eyes, self._scanners = eyes, scanners
        self._step: Step | None = None
        self._state = ""
        self._looking: list[Machine] = []
        self._last_code = ""
        self._patience = QTimer(self, singleShot=True, interval=patience or PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._give_up)
        self._heard.connect(self._take)
        visit.reads_papers = any("lines" in machine.reads for machine in (*eyes, *scanners))
        visit.changed.connect(self._listen)
        visit.begun.connect(self._forget)
        self._hear()

    # ── what the page is drawn from ──

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._state

    @Property(bool, notify=changed)
    def watching(self) -> bool:
        return bool(self._looking)

    @Property(str, notify=changed)
    def picture(self) -> str:
        return "scan-passport" if self._asked == "passport" else "scan-card"

    @Property(str, notify=changed)
    def paper(self) -> str:
        found = self._visit.check and paper_of(self._visit.check, self._visit.step.subject)
        return found[1].name if found else ""

    @Property(str, notify=changed)
    def how(self) -> str:
        """How the paper is to be held."""
        words = {
            "passport": "Open the page with the photo. Lay it flat under the reader.",
            "card": "Lay the back of the card flat under the reader.",
        }
        return say(words[self._asked], self._visit.language) if self._asked else ""

    @Property(str, notify=changed)
    def told(self) -> str:
        """How it fares, and what to do."""
        words = {
            "": "",
            "looking": "Looking… Hold it still.",
            "read": "Read. Thank you.",
            "unreadable": "We could not read it. Try again, or go on without a scan.",
            "other": "This is another kind of paper. Lay down the one asked for.",
            "absent": "The reader does not answer. Please go on without a scan.",
        }
        return say(words[self._state], self._visit.language)

    @property
    def _asked(self) -> wire.Scan | None:
        return self._visit.standing.scan if self._visit.standing else None

    # ── what a touch does ──

    @Slot()
    def again(self) -> None:
        """Look once more."""
        self._begin()

    @Slot()
    def instead(self) -> None:
        """Go on by hand: the paper is there, its dates are typed."""
        self._visit.choose("have")

    def stop(self) -> None:
        """Look no more, at the end of the program."""
        self._close()
        for machine in self._scanners:
            machine.stop()

    # ── how it goes on ──

    @Slot()
    def _listen(self) -> None:
        step = self._visit.step
        if step == self._step:
            return
        self._step, self._last_code = step, ""
        self._close()
        if step.page is Page.SCAN:
            self._begin()
        else:
            self._show("")
            if step.page in _CODES_BY_CAMERA:
                self._look("code")

    @Slot()
    def _forget(self) -> None:
        """Nothing of what was scanned waits for the next visitor."""
        self._last_code = ""
        for machine in self._scanners:
            machine.stop()
        self._hear()

    def _hear(self) -> None:
        for machine in self._scanners:
            machine.start(machine.reads, lambda seen: self._heard.emit(None, seen))

    def _begin(self) -> None:
        self._close()
        self._show("looking")
        self._look("lines")
        self._patience.start()

    def _look(self, kind: Kind) -> None:
        step = self._step
        self._looking = [eye for eye in self._eyes if kind in eye.reads]
        for eye in self._looking:
            eye.start(frozenset({kind}), lambda seen: self._heard.emit(step, seen))
        self.changed.emit()

    def _close(self) -> None:
        self._patience.stop()
        looking, self._looking = self._looking, []
        for eye in looking:
            eye.stop()

    @Slot()
    def _give_up(self) -> None:
        self._end("unreadable")

    def _end(self, state: str) -> None:
        self._close()
        self._show(state)

    def _show(self, state: str) -> None:
        self._state = state
        self.changed.emit()

    @Slot(object, object)
    def _take(self, step: Step | None, seen: Seen | Blind) -> None:
        by_camera = step is not None
        self.toldOf.emit("blind" if isinstance(seen, Blind) else seen.kind)
        # What a camera saw for a page that is gone by now is of no use, and may be of another visitor.
        if by_camera and (step != self._visit.step or not self._looking):
            return
        match seen:
            case Blind(why):
                log.warning("A machine cannot see: %s", why)
                self._end("absent" if self._visit.step.page is Page.SCAN else "")
            case Seen("lines", text):
                self._weigh(text, by_camera=by_camera)
            case Seen("code", text) if not (by_camera and text == self._last_code):
                self._last_code = text
                self._visit.bring(brought(text))

    def _weigh(self, text: str, *, by_camera: bool) -> None:
        asked = self._asked
        if not asked or self._visit.step.page is not Page.SCAN or self._acts.busy:
            return
        scanned = read_paper(text.splitlines(), asked, self._today())
        if scanned.verdict == "sure" and scanned.expires:
            self._end("read")
            self._visit.present(scanned.expires, scanned.holder)
        elif scanned.verdict == "other_paper":
            self._show("other")
        elif not by_camera:  # A camera looks again by itself.
            self._end("unreadable")
