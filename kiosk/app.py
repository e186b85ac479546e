"""The composition root: settings, server, printer, view-models and the QML engine meet here."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, cast

import httpx
import PySide6.QtQuick  # noqa: F401 # else the root object comes back as a bare QWindow
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from assets import path
from kiosk.heartbeat import Heartbeat
from kiosk.host import Host
from kiosk.lockdown import Lockdown
from kiosk.machines.found import cameras
from kiosk.machines.port import Machine
from kiosk.machines.wedge import Wedge
from kiosk.reporting import Reporter
from kiosk.secrecy import Forgetting, keep_to_itself
from kiosk.settings import Settings, read
from kiosk.speech.espeak import voice_here
from kiosk.speech.reading import seen
from kiosk.speech.voice import Voice
from kiosk.staff.admission import Pass
from kiosk.staff.own_code import OwnCode
from kiosk.staff.standing import Machines
from kiosk.typefaces import load_typefaces
from kiosk.viewmodels.acts import Acts, pause
from kiosk.viewmodels.ask import Ask
from kiosk.viewmodels.comfort import Comfort
from kiosk.viewmodels.connection import Connection
from kiosk.viewmodels.dates import Dates
from kiosk.viewmodels.enrolment import Enrolment
from kiosk.viewmodels.help import Help
from kiosk.viewmodels.idle import Idle
from kiosk.viewmodels.keypad import Keypad
from kiosk.viewmodels.knocking import Knocking
from kiosk.viewmodels.number import Number
from kiosk.viewmodels.office import Office
from kiosk.viewmodels.printing import Printing
from kiosk.viewmodels.result import Result
from kiosk.viewmodels.scanning import Scanning
from kiosk.viewmodels.service import Service
from kiosk.viewmodels.speech import Speech
from kiosk.viewmodels.station import Station
from kiosk.viewmodels.upkeep import Upkeep
from kiosk.viewmodels.visit import Visit
from queue_server.client.api import Api
from queue_server.client.disk import Folder, Memory, boot_name
from queue_server.client.errands import Errands
from queue_server.client.outpost import Outpost
from queue_server.client.printer import BadPrinterUrl, Printer, WatchedPrinter, printer_from
from queue_server.client.qt import Operations, Translator, collect_here
from queue_server.client.slipbook import SlipBook
from queue_server.client.standby import Standby
from queue_server.client.vitals import Measure, measure

FOR_EVER = float("inf")
AGAIN = 4
"""What the event loop ends with when staff have the program begin anew."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk that runs: its window, and the visit under way. `close()` ends it in the right order."""

    window: QQuickWindow
    visit: Visit
    engine: QQmlApplicationEngine
    operations: Operations
    translator: Translator
    acts: Acts
    lines: tuple[Api, Api]
    book: SlipBook
    scanning: Scanning
    voice: Voice
    alone: "Alone | None"
    kept: Memory | Folder
    upkeep: Upkeep

    @property
    def api(self) -> Api:
        """The line the visit speaks over."""
        return self.lines[0]

    def close(self) -> None:
        """End what is under way. The engine goes before the view-models it draws."""
        self.scanning.stop()
        if self.alone:
            self.alone.errands.stop()
        self.acts.abandon()
        self.voice.close()
        self.operations.wait()
        for line in self.lines:
            line.close()
        if self.alone:
            self.alone.close()
        self.kept.close()
        self.book.close()
        QCoreApplication.removeTranslator(self.translator)
        shiboken6.delete(self.engine)
        # Here and now: what Python collects later it may collect on a pool's thread, and Qt dies of that.
        shiboken6.delete(self.operations)


@dataclass(frozen=True, slots=True)
class Alone:
    """What a kiosk needs to go on without the server: its folder, its numbers, and the errands beside its visitors."""

    folder: Folder
    outpost: Outpost
    errands: Errands
    line: Api

    def close(self) -> None:
        """Let another program have the folder; the errands have ended."""
        self.line.close()
        self.folder.close()


def _line(
    settings: Settings, connection: Connection, transport: httpx.BaseTransport | None
) -> tuple[Api, Alone | None]:
    """The visitors' line. A kiosk without a folder of its own waits for the server; one with a folder goes on."""
    how: dict[str, Any] = {"timeout": 3.0, "transport": transport, "turned_away": connection.turn_away}
    visitors: dict[str, Any] = {"language": settings.language, "patience": FOR_EVER, "sleep": pause}
    visitors["noticed"] = connection.notice
    if settings.data is None:
        return Api(settings.server, settings.token, **visitors, **how), None
    folder = Folder(settings.data / "alone")
    outpost = Outpost(folder, boot_name(), lambda: datetime.now(UTC))
    standby = Standby(outpost, settings.server, settings.token, **visitors, **how)
    connection.goes_on_by(lambda: standby.ready)

    def noticed(there: bool) -> None:
        standby.away = not there
        connection.notice(there)

    line = Api(settings.server, settings.token, patience=0, **how)
    return standby, Alone(folder, outpost, Errands(line, outpost, noticed), line)


def _vitals(settings: Settings) -> Measure:
    """What is left of the disk the kiosk keeps its records on, and of the memory."""
    return partial(measure, settings.data or Path("/"))


def _machines(settings: Settings, wedge: Wedge | None, eyes: Sequence[Machine], alone: Alone | None) -> Machines:
    """What the kiosk's supervisor is told of beside the printer."""
    return Machines(
        settings.server,
        frozenset() if wedge is None else wedge.reads,
        tuple(eye.reads for eye in eyes),
        lambda: len(alone.outpost.backlog.waiting) if alone else 0,
    )


def build(
    settings: Settings,
    *,
    transport: httpx.BaseTransport | None = None,
    printer: Printer | None = None,
    eyes: Sequence[Machine] | None = None,
    voice: Voice | None = None,
    now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    clock: Callable[[], float] = monotonic,
) -> Kiosk:
    """The kiosk as these settings want it; the caller has made the QGuiApplication. Raises `BadPrinterUrl`."""
    load_typefaces()
    connection = Connection()
    watched = WatchedPrinter(printer or printer_from(settings.printer))
    api, alone = _line(settings, connection, transport)
    # The station speaks for itself: what it tells nobody waits for, and a visitor's line is not held up by it.
    mine: dict[str, Any] = {"language": settings.language, "patience": 0, "timeout": 3.0, "transport": transport}
    own = Api(settings.server, settings.token, turned_away=connection.turn_away, **mine)
    kept = Memory() if settings.data is None else Folder(settings.data / "admission")
    book = SlipBook(None if settings.data is None else settings.data / "slips.sqlite")
    operations = Operations()
    acts = Acts(operations)
    visit = Visit(api, acts, settings.language)
    lines = [api, *([alone.line] if alone else []), own]
    enrolment = Enrolment(visit, Pass(settings.token, kept), lines, connection, operations, clock=clock)
    reporter = Reporter(own, book, _vitals(settings))
    station = Station(visit, watched, reporter, operations, clock=clock)
    printing = Printing(visit, api, own, watched, book, acts, station)
    voice = voice or voice_here()
    comfort, speech = Comfort(visit), Speech(visit, voice)
    idle = Idle(visit, printing, comfort, speech, settings.idle, settings.warning, clock=clock)
    idle.warned.connect(voice.chime)
    wedge = None if settings.scanner == "none" else Wedge(papers=settings.scanner == "papers")
    eyes = cameras(settings.camera) if eyes is None else eyes
    scanning = Scanning(
        visit,
        acts,
        eyes,
        [] if wedge is None else [wedge],
        lambda: now().date(),
    )
    scanning.changed.connect(idle.touched)
    service = Service(visit, enrolment, own, OwnCode(settings.service_code), operations, settings.language, clock=clock)
    upkeep = Upkeep(
        service,
        visit,
        own,
        watched,
        _vitals(settings),
        _machines(settings, wedge, eyes, alone),
        voice,
        operations,
        now=now,
        clock=clock,
    )
    scanning.toldOf.connect(upkeep.scanned)
    translator = Translator(settings.language)
    drawn: dict[str, QObject] = {
        "visit": visit,
        "ask": Ask(visit),
        "result": Result(visit),
        "number": Number(visit),
        "printing": printing,
        "help": Help(visit, api, watched, acts, connection),
        "keypad": Keypad(visit),
        "dates": Dates(visit, lambda: now().date()),
        "scanning": scanning,
        "comfort": comfort,
        "speech": speech,
        "idle": idle,
        "connection": connection,
        "office": Office(visit, now),
        "enrolment": enrolment,
        "service": service,
        "upkeep": upkeep,
    }
    for child in (acts, connection, translator, station, *drawn.values(), *([wedge] if wedge else [])):
        child.setParent(operations)  # They live as long as the kiosk does.
    engine = _engine(settings, drawn)
    window = cast(QQuickWindow, engine.rootObjects()[0])
    if wedge:
        window.installEventFilter(wedge)
    window.installEventFilter(idle)  # Asked first: a scan too shows that somebody is there.
    Knocking(window, service, settings.pixels_per_millimetre, clock=clock)
    speech.look_by(partial(seen, window))
    # An answer is said as the keyboard comes to it; queued, since a page that turns takes the keyboard half-way.
    window.activeFocusItemChanged.connect(speech.look, Qt.ConnectionType.QueuedConnection)

    def speak(language: str) -> None:
        translator.speak(language)
        engine.retranslate()

    visit.spoke.connect(speak)
    # Not before the pages are loaded: the engine's own thread would ask for words while this one holds the interpreter.
    QCoreApplication.installTranslator(translator)
    engine.retranslate()
    visit.stock()
    if alone:
        visit.begun.connect(alone.outpost.forget)
        enrolment.putOut.connect(alone.outpost.lent.drop)  # They were lent to whom this kiosk no longer is.
        alone.errands.start()
    return Kiosk(
        window, visit, engine, operations, translator, acts, (api, own), book, scanning, voice, alone, kept, upkeep
    )


def main(arguments: Sequence[str]) -> int:
    """Run until staff close the program at its service page, or with `--windowed` somebody closes its window."""
    keep_to_itself()
    settings = read(arguments, os.environ)
    application = QGuiApplication(sys.argv[:1])
    try:
        kiosk = build(settings)
    except (BadPrinterUrl, OSError) as wrong:  # The folder may be held by another kiosk, or not be writable.
        sys.exit(f"kiosk: {wrong}")
    if settings.windowed:
        kiosk.window.show()
        kiosk.upkeep.left.connect(application.quit)
    else:
        kiosk.upkeep.left.connect(Lockdown(kiosk.window).leave)
    kiosk.upkeep.restarts.connect(lambda: application.exit(AGAIN))
    host = Host(os.environ)
    Heartbeat(kiosk.window, kiosk.visit, host)
    Forgetting(kiosk.visit, kiosk.engine)
    collect_here(application)
    ended = application.exec()
    kiosk.close()
    host.close()
    if ended == AGAIN:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # This very program.
    return ended


def _engine(settings: Settings, drawn: dict[str, QObject]) -> QQmlApplicationEngine:
    width, height = settings.pixels
    engine = QQmlApplicationEngine()
    engine.addImportPath(Path(__file__).parent / "qml")
    engine.setInitialProperties(
        {
            **drawn,
            "closable": settings.windowed,
            "width": width,
            "height": height,
        }
    )
    # Known before the first page is laid out.
    theme = cast(QObject, engine.singletonInstance("Kiosk", "Theme"))
    theme.setProperty("mm", settings.pixels_per_millimetre)
    theme.setProperty("images", QUrl.fromLocalFile(f"{path('images')}/"))
    engine.loadFromModule("Kiosk", "Main")
    if not engine.rootObjects():
        raise RuntimeError("the kiosk's pages cannot be drawn: QML says why above")
    return engine
