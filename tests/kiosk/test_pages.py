"""Every page, in both languages, on three panels: fingers fit, everything has a name, nothing is cut off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from assets import path
from kiosk.machines.port import Blind
from kiosk.settings import Settings
from queue_server import wire
from queue_server.client.printer import Printed, PrinterState
from queue_server.domain.catalogue import Document, Requirement
from queue_server.domain.catalogue_file import read
from tests.kiosk.conftest import Eye, Open, Paper
from tests.kiosk.hand import Hand
from tests.kiosk.office import BECAUSE, DOCUMENTS, VALID, Office

FINGER = 20.0
"""Millimetres a finger needs, both ways."""
CAPITAL = 4.8
"""Millimetres of a capital letter that a standing person reads."""

PANELS = {"portrait": ("1080x1920", 27.0), "landscape": ("1920x1080", 21.5), "small": ("1024x768", 15.0)}

everywhere = pytest.mark.parametrize("language", ["ar", "en"])
on_each_panel = pytest.mark.parametrize("panel", PANELS)


def pages(hand: Hand, eye: Eye, paper: Paper, office: Office, language: str) -> Iterator[str]:
    """Walk by every page and stop at each."""
    yield from to_the_service(hand, language)
    yield from to_the_missing_paper(hand, eye, paper)
    hand.touch("start-over")
    yield from to_the_information_desk(hand, language)
    hand.touch("start-over")
    yield from to_the_number(hand, office, language)
    hand.touch("start-over")
    hand.choose(language, "worker", "quick", "status")
    yield at(hand, "guidance")


def at(hand: Hand, page: str) -> str:
    hand.wait_for(page)
    hand.rest()
    return page


def to_the_service(hand: Hand, language: str) -> Iterator[str]:
    yield at(hand, "language")
    hand.choose(language)
    yield at(hand, "caller")
    hand.choose("employer")
    yield at(hand, "group")
    hand.choose("aside:code")
    yield at(hand, "code")
    hand.touch("back")
    hand.choose("aside:application")
    hand.type("X1")
    hand.item("trouble")
    yield at(hand, "application")
    hand.touch("back")
    hand.choose("permits")
    yield at(hand, "service")


def to_the_missing_paper(hand: Hand, eye: Eye, paper: Paper) -> Iterator[str]:
    hand.choose("new")
    yield at(hand, "question")
    hand.choose("yes")
    yield at(hand, "paper")
    hand.touch("person")
    yield at(hand, "person")
    hand.touch("back")
    hand.choose("aside:scan")
    yield at(hand, "scan")
    eye.see(Blind("unplugged"))
    hand.item("scan-again")
    yield at(hand, "scan")
    hand.touch("scan-instead")
    for part in ("year-2027", "month-10", "day-31", "confirm"):
        yield at(hand, "date")
        hand.touch(part)
    hand.choose("have")
    yield at(hand, "detail")
    hand.choose("no", "missing")
    paper.fares = Printed("failed", PrinterState.COVER_OPEN)
    yield at(hand, "missing")
    hand.touch("print-list")
    hand.item("print-again")
    yield at(hand, "missing")


def to_the_information_desk(hand: Hand, language: str) -> Iterator[str]:
    hand.choose(language, "family", "family", "spouse", "yes", "have")
    hand.choose_date(VALID)
    hand.choose("have", "yes")
    hand.item("print-again")
    yield at(hand, "refer")


def to_the_number(hand: Hand, office: Office, language: str) -> Iterator[str]:
    hand.choose(language, "employer", "permits", "renew", "yes", "have")
    hand.choose_date(VALID)
    hand.item("printer-caution")
    yield at(hand, "ready")
    hand.choose("aside:priority")
    yield at(hand, "priority")
    office.away = True
    hand.choose("elderly")
    hand.item("connecting")
    yield at(hand, "priority")
    office.away = False
    hand.item("print-again")
    yield at(hand, "number")


def touchable(hand: Hand) -> list[QQuickItem]:
    return [item for item in hand.items() if item.inherits("QQuickAbstractButton") and item.isEnabled()]


def written(hand: Hand) -> list[QQuickItem]:
    return [item for item in hand.items() if item.inherits("QQuickText") and item.property("text")]


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def painted(text: QQuickItem) -> QRectF:
    """Where the words lie within their item, seen from the window."""
    return text.mapRectToScene(text.boundingRect())


def line(text: QQuickItem) -> QRectF:
    """The words without the air a typeface keeps above and below them, when the page has cut that."""
    return painted(text).intersected(place(text)).adjusted(1, 1, -1, -1)


def around(item: QQuickItem) -> Iterator[QQuickItem]:
    """What an item lies in, nearest first."""
    parent: QQuickItem | None = item.parentItem()
    if parent is not None:
        yield parent
        yield from around(parent)


def frame(item: QQuickItem, hand: Hand) -> QRectF:
    """What an item must lie within: what clips it, the touch it labels, the page it is on, or the window."""
    for parent in around(item):
        if parent.clip() or parent.inherits("QQuickAbstractButton") or parent.objectName().startswith("page-"):
            return place(parent)
    return QRectF(0, 0, hand.window.width(), hand.window.height())


def scrolled(item: QQuickItem) -> bool:
    """Whether an item is on a list that moves."""
    return any(parent.clip() for parent in around(item))


Said = tuple[Document, Requirement]


def wordiest(language: str) -> list[Said]:
    """The papers the shipped catalogue says most about, each with the requirement that asks for it."""
    catalogue = read(path("catalogue", "lmra.toml").read_text("utf-8"))
    asked = {
        (need.document, requirement.id): (catalogue.documents[need.document], requirement)
        for service in catalogue.services.values()
        for requirement in service.requirements
        for alternative in requirement.alternatives
        for need in alternative
    }
    measures: list[Callable[[Said], int]] = [
        lambda said: len(said[0].name[language]),
        lambda said: len(said[0].hint[language]),
        lambda said: sum(len(text[language]) for text in (said[0].name, said[0].hint, said[1].because)),
    ]
    return [max(asked.values(), key=measure) for measure in measures]


def faults_of(hand: Hand, millimetre: float) -> Iterator[str]:
    yield from too_small(hand, millimetre)
    yield from off_the_page(hand)
    yield from unnamed(hand)
    yield from cut_off(hand)
    yield from overlapping(hand)
    yield from unreadable(hand, millimetre)


@everywhere
@on_each_panel
def test_the_wordiest_papers_find_their_room(
    open_kiosk: Open, eye: Eye, monkeypatch: pytest.MonkeyPatch, language: str, panel: str
) -> None:
    hand, millimetre = on_a_panel(open_kiosk, panel, eye)
    for document, requirement in wordiest(language):
        entry = wire.DocumentEntry("passport", dict(document.name), dict(document.hint), document.picture, "passport")
        monkeypatch.setitem(DOCUMENTS, "passport", entry)
        monkeypatch.setitem(BECAUSE, "passport", dict(requirement.because))
        hand.choose(language, "employer", "permits", "renew", "yes")
        at(hand, "paper")
        assert document.hint[language] in hand.words()
        assert list(faults_of(hand, millimetre)) == []
        hand.touch("start-over")


def on_a_panel(open_kiosk: Open, panel: str, eye: Eye) -> tuple[Hand, float]:
    """A kiosk on a panel, and how many pixels make a millimetre on it."""
    size, inches = PANELS[panel]
    hand = open_kiosk(size=size, inches=inches, eyes=[eye])
    hand.wait_for("language")
    return hand, Settings("", "", size=size, inches=inches).pixels_per_millimetre


@everywhere
@on_each_panel
def test_every_page_can_be_touched_read_and_heard(
    open_kiosk: Open, eye: Eye, paper: Paper, small_office: Office, language: str, panel: str
) -> None:
    hand, millimetre = on_a_panel(open_kiosk, panel, eye)
    wrong = [
        f"{page}: {fault}"
        for page in pages(hand, eye, paper, small_office, language)
        for fault in faults_of(hand, millimetre)
    ]
    assert wrong == []


def too_small(hand: Hand, millimetre: float) -> Iterator[str]:
    for item in touchable(hand):
        if min(item.width(), item.height()) < FINGER * millimetre - 0.5:
            yield f"{item.objectName()} is {item.width() / millimetre:.0f}x{item.height() / millimetre:.0f} mm"


def off_the_page(hand: Hand) -> Iterator[str]:
    for item in touchable(hand):
        if not frame(item, hand).adjusted(-1, -1, 1, 1).contains(place(item)) and not scrolled(item):
            yield f"{item.objectName()} is off the page"


def unnamed(hand: Hand) -> Iterator[str]:
    for item in touchable(hand):
        heard = QAccessible.queryAccessibleInterface(item)
        if not heard.text(QAccessible.Text.Name) or heard.role() != QAccessible.Role.Button:
            yield f"{item.objectName()} has no name or is no button"


def cut_off(hand: Hand) -> Iterator[str]:
    for text in written(hand):
        inside = scrolled(text) or frame(text, hand).adjusted(-1, -1, 1, 1).contains(line(text))
        if text.property("truncated") or not inside or painted(text).width() > text.width() + 1:
            yield f"{text.property('text')!r} is cut off"


def overlapping(hand: Hand) -> Iterator[str]:
    texts = [text for text in written(hand) if not scrolled(text)]
    for at, one in enumerate(texts):
        for other in texts[at + 1 :]:
            if line(one).intersects(line(other)):
                yield f"{one.property('text')!r} lies over {other.property('text')!r}"


def unreadable(hand: Hand, millimetre: float) -> Iterator[str]:
    for text in written(hand):
        if text.property("font").pixelSize() * 0.698 < CAPITAL * millimetre - 0.7:
            yield f"{text.property('text')!r} is too small"
