"""The desk's composition root: the one place where its parts meet."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QProcess, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from assets import path
from desk.keys import Keys, keys_with
from desk.patience import Patience
from desk.settings import Settings, read
from desk.ui.asking import Asking
from desk.ui.notices import Notices
from desk.ui.strip_window import StripWindow
from desk.ui.style import load_fonts
from desk.ui.views import Views
from desk.ui.window import Window
from desk.viewmodels.acts import Acts
from desk.viewmodels.bell import Bell
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from desk.viewmodels.link import Link
from desk.viewmodels.lock import Lock
from desk.viewmodels.session import Session
from desk.viewmodels.shape import Shape
from desk.viewmodels.supervision import Supervision
from queue_server.client.api import Api
from queue_server.client.printer import BadPrinterUrl, Printer, printer_from
from queue_server.client.qt import Operations, StreamSignals, collect_here
from queue_server.wire import Event

PATIENCE = 600.0
"""Seconds an act is repeated while the server is away, before the clerk is asked to look and try again."""

LOOK = 30_000
"""Milliseconds after which the floor is asked again though nothing was told: so an ended session is noticed."""


class Desk(QObject):
    """The running desk: its window, and what it needs to hear and to stop."""

    def __init__(
        self,
        settings: Settings,
        api: Api,
        link: Link,
        printer: Printer,
        patience: Patience,
        kept: QSettings | None,
        ring: Callable[[], None],
    ) -> None:
        super().__init__()
        self._settings, self._api, self._patience = settings, api, patience
        self._closed = False
        self.language = Language(settings.language, self)
        self.operations = Operations(self)
        self.acts = Acts(self.operations, patience, self)
        self.link = link
        link.setParent(self)
        self.session = Session(api, self.acts, self)
        self.hall = Hall(api, self.acts, self)
        self.counter = Counter(api, self.acts, self.hall, settings.counter, self)
        self.information = Information(api, self.acts, printer, self)
        self.supervision = Supervision(api, self.acts, self.hall, self)
        self.shape = Shape(self.session, self.counter, kept, self)
        self.lock = Lock(api, self.acts, self.session, settings.lock_minutes, self)
        if settings.sound:
            Bell(self.hall, self.counter, ring, self)
        keys, asking = keys_with(settings.keys), Asking(self.counter, self.hall, self.language)
        self.window = Window(
            self.session,
            self.acts,
            self.link,
            self.hall,
            self.counter,
            self.information,
            self.supervision,
            self.language,
            keys,
            self.shape,
            self.lock,
            asking,
        )
        self._views = Views(self.window, partial(self._make_strip, asking, keys), self.shape, self)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._look_around)
        self._look.start()
        self.session.changed.connect(self._on_session)
        self.session.left.connect(self._put_away)
        self.acts.doubtful.connect(self.catch_up)
        self.lock.changed.connect(self._on_lock)
        self.language.changed.connect(self._on_language)
        self.link.restored.connect(self.catch_up)
        self.link.heard.connect(self._on_event)

    @property
    def strip(self) -> StripWindow:
        """The window that stays on top of other programs."""
        return self._views.strip

    def catch_up(self) -> None:
        """Ask how everything stands."""
        if self.session.clerk is None:
            return
        self.hall.refresh()
        if "counter" in self.session.places:
            self.counter.catch_up()
        if "information" in self.session.places:
            self.information.catch_up()
        if "supervision" in self.session.places:
            self.supervision.catch_up()

    def close(self) -> None:
        """Stop listening, give up what is still being repeated, and put the window away."""
        if self._closed:
            return
        self._closed = True
        self._look.stop()
        self._patience.close()
        self.acts.stop()
        self.link.stop()
        self._views.close()
        self.operations.wait()
        self._api.close()

    def _on_session(self) -> None:
        if self.session.clerk is None:
            self.link.stop()
        else:
            self.link.start()
            self.catch_up()

    def _put_away(self) -> None:
        self.counter.forget(self._settings.counter)
        self.information.forget()
        self.supervision.forget()

    def _make_strip(self, asking: Asking, keys: Keys) -> StripWindow:
        return StripWindow(
            self.session,
            Notices(self.acts, self.link, self.counter, self.language),
            asking,
            self.hall,
            self.counter,
            self.language,
            keys,
            self.shape,
            self.lock,
        )

    def _on_lock(self) -> None:
        if not self.lock.locked and self.session.clerk is not None:
            self.shape.settle()

    def _look_around(self) -> None:
        if self.session.clerk is not None:
            self.hall.refresh()

    def _on_language(self) -> None:
        self._api.language = self.language.code
        self.catch_up()

    def _on_event(self, event: Event) -> None:
        if self.session.clerk is None:
            return  # What was still on its way when the clerk left.
        self.hall.refresh()
        if event.kind == "CatalogueChanged":
            self.hall.catalogue = None
        if event.data.get("counter") == self.counter.n is not None:
            self.counter.catch_up()
        if "supervision" in self.session.places:
            self.supervision.hear(event)
        if "check" in event.data and "information" in self.session.places:
            self.information.catch_up()


def chime() -> None:
    """A soft sound by the sound card's own player; without one there is none."""
    QProcess.startDetached("aplay", ["-q", str(path("sounds", "chime.wav"))])


def build(
    settings: Settings,
    *,
    connect: Callable[..., Api] = Api,
    follow: Callable[[], StreamSignals] | None = None,
    printer: Printer | None = None,
    kept: QSettings | None = None,
    ring: Callable[[], None] = chime,
) -> Desk:
    """The whole desk, hidden. Needs a QApplication; `connect`, `follow`, `printer` and `ring` replace the real ones.

    What this machine remembers of the desk is in `kept`; without it nothing is.
    """
    load_fonts()
    patience = Patience()

    def journal() -> StreamSignals:
        return StreamSignals(api.server, lambda: api.token)

    link = Link(follow or journal)
    api = connect(
        settings.server,
        settings.token,
        language=settings.language,
        patience=PATIENCE,
        noticed=link.noticed.emit,
        sleep=patience.pause,
    )
    return Desk(settings, api, link, printer or printer_from(settings.printer), patience, kept, ring)


def main(arguments: Sequence[str]) -> int:
    """Run the desk until its window is closed."""
    settings = read(arguments, os.environ)
    application = QApplication(sys.argv[:1])
    try:
        desk = build(settings, kept=QSettings("Dawr", "desk"))
    except BadPrinterUrl as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    desk.window.showMaximized()
    _end_on_signal(application)
    collect_here(application)
    code = application.exec()
    desk.close()
    return code


def _end_on_signal(application: QApplication) -> None:
    """Ctrl-C and a service manager's stop end the desk like closing its window does."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: application.quit())
    # Python sees a signal only when it runs: give it a turn now and then.
    beat = QTimer(application, interval=200)
    beat.timeout.connect(lambda: None)
    beat.start()
