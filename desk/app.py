"""The desk's composition root: the one place where its parts meet."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk.keys import keys_with
from desk.settings import Settings, read
from desk.ui.style import load_fonts
from desk.ui.window import Window
from desk.viewmodels.acts import Acts
from desk.viewmodels.counter import Counter
from desk.viewmodels.hall import Hall
from desk.viewmodels.information import Information
from desk.viewmodels.language import Language
from desk.viewmodels.link import Link
from desk.viewmodels.session import Session
from desk.viewmodels.supervision import Supervision
from queue_server.client.api import Api
from queue_server.client.errors import Unreachable
from queue_server.client.printer import BadPrinterUrl, Printer, printer_from
from queue_server.client.qt import Operations, StreamSignals, collect_here
from queue_server.wire import Event

PATIENCE = 600.0
"""Seconds an act is repeated while the server is away, before the clerk is asked to look and try again."""


class Desk(QObject):
    """The running desk: its window, and what it needs to hear and to stop."""

    def __init__(self, settings: Settings, api: Api, link: Link, printer: Printer, closing: threading.Event) -> None:
        super().__init__()
        self._settings, self._api, self._closing = settings, api, closing
        self.language = Language(settings.language, self)
        self.operations = Operations(self)
        self.acts = Acts(self.operations, self)
        self.link = link
        link.setParent(self)
        self.session = Session(api, self.acts, self)
        self.hall = Hall(api, self.acts, self)
        self.counter = Counter(api, self.acts, self.hall, settings.counter, self)
        self.information = Information(api, self.acts, printer, self)
        self.supervision = Supervision(api, self.acts, self.hall, self)
        self.window = Window(
            self.session,
            self.acts,
            self.link,
            self.hall,
            self.counter,
            self.information,
            self.supervision,
            self.language,
            keys_with(settings.keys),
        )
        self.session.changed.connect(self._on_session)
        self.session.left.connect(self._put_away)
        self.language.changed.connect(self._on_language)
        self.link.restored.connect(self.catch_up)
        self.link.heard.connect(self._on_event)

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
        if self._closing.is_set():
            return
        self._closing.set()
        self.acts.stop()
        self.link.stop()
        self.window.close()
        self.operations.wait()
        self._api.close()
        self.window.deleteLater()

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


def build(
    settings: Settings,
    *,
    connect: Callable[..., Api] = Api,
    follow: Callable[[], StreamSignals] | None = None,
    printer: Printer | None = None,
) -> Desk:
    """The whole desk, hidden. Needs a QApplication; `connect`, `follow` and `printer` replace the real ones."""
    load_fonts()
    closing = threading.Event()

    def pause(seconds: float) -> None:
        if closing.wait(seconds):
            raise Unreachable("the desk is closing")

    def journal() -> StreamSignals:
        return StreamSignals(api.server, lambda: api.token)

    link = Link(follow or journal)
    api = connect(
        settings.server,
        settings.token,
        language=settings.language,
        patience=PATIENCE,
        noticed=link.noticed.emit,
        sleep=pause,
    )
    return Desk(settings, api, link, printer or printer_from(settings.printer), closing)


def main(arguments: Sequence[str]) -> int:
    """Run the desk until its window is closed."""
    settings = read(arguments, os.environ)
    application = QApplication(sys.argv[:1])
    try:
        desk = build(settings)
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
