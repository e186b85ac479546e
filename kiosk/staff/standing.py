"""How the kiosk stands, for whoever looks after it: server, printer, paper, scanner, disk. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from assets.words import say
from kiosk.machines.port import Kind
from kiosk.staff.directions import isolated
from queue_server import __version__, wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused, Unreachable
from queue_server.client.printer import PrinterState, WatchedPrinter
from queue_server.client.vitals import Measure, Vitals

Mark: TypeAlias = Literal["", "good", "careful", "stop"]

LITTLE_DISK, NO_DISK = 1000, 200
"""Megabytes left: somebody should look soon, or now."""
LITTLE_MEMORY = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One thing and how it is; `mark` says it once more, with a sign."""

    name: str
    label: str
    told: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Machines:
    """What was set up: where the server is, what a scanner that types and each camera can read, what waits here.

    `waiting` counts visits the server does not have yet.
    """

    server: str
    scanner: frozenset[Kind]
    cameras: tuple[frozenset[Kind], ...]
    waiting: Callable[[], int] = lambda: 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at everything found; None for what does not answer. `waiting` visits are to be handed over."""

    server: wire.Health | None
    printer: PrinterState
    vitals: Vitals | None
    waiting: int


def look(server: Api, printer: WatchedPrinter, measure: Measure, machines: Machines) -> Found:
    """Ask everything how it is. It may take seconds: not on the screen's thread."""
    try:
        health = server.health()
    except (Unreachable, Refused):
        health = None
    try:
        vitals = measure()
    except OSError:
        vitals = None
    return Found(health, printer.state(), vitals, machines.waiting())


def device_line(opened: wire.ServiceOpened | None, language: str) -> Line:
    """Which kiosk this is, and on whose word its page is open; None for its own code's, without the server."""
    if opened is None:
        return Line("device", say("This kiosk", language), say("Opened by its own code, without the server.", language))
    place = f"{opened.device.name}, {opened.device.place}" if opened.device.place else opened.device.name
    names = {"device": isolated(place), "name": isolated(opened.approver)}
    told = say("{device}. The code was asked for by {name}.", language, **names)
    return Line("device", say("This kiosk", language), told)


def lines(found: Found, machines: Machines, scanned: str, language: str) -> list[Line]:
    """Everything, in words. `scanned` is what a machine told last: "code", "lines", "blind" or nothing."""
    return [
        _server(found, machines, language),
        Line("printer", say("Printer", language), found.printer.explain(language), _PRINTER[found.printer]),
        *_paper(found.printer, language),
        _scanner(machines, scanned, language),
        _disk(found.vitals, language),
        _memory(found.vitals, language),
        *_waiting(found.waiting, language),
        Line("version", say("Program", language), say("Version {version}", language, version=isolated(__version__))),
    ]


def _server(found: Found, machines: Machines, language: str) -> Line:
    label, address = say("Server", language), isolated(machines.server)
    if found.server is None:
        return Line("server", label, say("{address} does not answer.", language, address=address), "stop")
    version = found.server.version
    told = say("{address} answers. Version {version}", language, address=address, version=isolated(version))
    return Line("server", label, told, "good" if version == __version__ else "careful")


_PRINTER: dict[PrinterState, Mark] = {
    PrinterState.READY: "good",
    PrinterState.PAPER_LOW: "careful",
    PrinterState.NO_PAPER: "stop",
    PrinterState.COVER_OPEN: "stop",
    PrinterState.OFFLINE: "stop",
    PrinterState.UNKNOWN: "careful",
    PrinterState.NONE: "",
}


def _paper(printer: PrinterState, language: str) -> list[Line]:
    if printer is PrinterState.NONE:
        return []
    words: dict[str, str] = {
        "good": "There is paper.",
        "careful": "Nearly used up: have a new roll at hand.",
        "stop": "None. Put in a new roll, printing side up.",
        "": "The printer does not say.",
    }
    marks: dict[PrinterState, Mark] = {
        PrinterState.READY: "good",
        PrinterState.PAPER_LOW: "careful",
        PrinterState.NO_PAPER: "stop",
    }
    mark = marks.get(printer, "")
    return [Line("paper", say("Paper", language), say(words[mark], language), mark)]


def _scanner(machines: Machines, scanned: str, language: str) -> Line:
    news = {
        "": "Hold a code before it: it is told here.",
        "code": "It has just read a code.",
        "lines": "It has just read a paper.",
        "blind": "The camera does not answer.",
    }
    there = {
        (False, False): "No scanner, no camera.",
        (True, False): "A scanner that types.",
        (False, True): "A camera.",
        (True, True): "A scanner that types, and a camera.",
    }
    types, sees = bool(machines.scanner), bool(machines.cameras)
    told = [say(there[types, sees], language)]
    if types or scanned:
        told.append(say(news[scanned], language))
    mark: Mark = "stop" if scanned == "blind" else "good" if scanned else ""
    return Line("scanner", say("Scanner", language), " ".join(told), mark)


def _disk(vitals: Vitals | None, language: str) -> Line:
    if vitals is None:
        return Line("disk", say("Disk", language), say("It cannot be read.", language), "stop")
    free = vitals.disk_free
    mark: Mark = "good" if free >= LITTLE_DISK else "careful" if free >= NO_DISK else "stop"
    return Line("disk", say("Disk", language), say("{count} MB free", language, count=free), mark)


def _memory(vitals: Vitals | None, language: str) -> Line:
    if vitals is None:
        return Line("memory", say("Memory", language), say("It cannot be read.", language), "stop")
    told = say("{used} MB used, {free} MB free", language, used=vitals.memory, free=vitals.memory_free)
    return Line("memory", say("Memory", language), told, "good" if vitals.memory_free >= LITTLE_MEMORY else "careful")


def _waiting(waiting: int, language: str) -> list[Line]:
    if not waiting:
        return []
    told = say("{count}. Do not switch off for good before the server has them.", language, count=waiting)
    return [Line("waiting", say("Visits to hand over", language), told, "careful")]
