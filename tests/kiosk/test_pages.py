"""Every page, in every language, on three panels: fingers fit, everything has a name, nothing is cut off.

Here each language is seen on one panel, large or as usual; `./run shots` looks at every combination.
"""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QRectF, Qt

from assets.words import languages, say
from kiosk.flow import Page
from tests.kiosk.conftest import Open
from tests.kiosk.faults import around, faults_of, place, touchable
from tests.kiosk.gallery import Gallery, gallery, millimetre
from tests.kiosk.hand import Hand
from tests.kiosk.transcript import Transcript

SCALE = 0.5
"""Half the panel's pixels: the same millimetres, drawn in a quarter of the time."""


class Galleries:
    """One kiosk at a time: opened for a panel, kept for all languages until another panel is asked for."""

    def __init__(self) -> None:
        self._opened, self._panel = ExitStack(), ""

    def __getitem__(self, panel: str) -> Gallery:
        if panel != self._panel:
            self.close()
            self._shown, self._panel = self._opened.enter_context(gallery(panel, Transcript(), SCALE)), panel
        return self._shown

    def close(self) -> None:
        self._opened.close()
        self._panel = ""


@pytest.fixture(scope="module")
def all_galleries(qapp: object) -> Iterator[Galleries]:
    galleries = Galleries()
    yield galleries
    galleries.close()


@pytest.fixture
def galleries(screens_thread: None, all_galleries: Galleries) -> Galleries:
    return all_galleries


WHERE = [("small", "usual"), ("small", "large"), ("portrait", "large"), ("landscape", "seated"), ("small", "seated")]
SEEN = [(language, *WHERE[at % len(WHERE)]) for at, language in enumerate(languages())]
SEEN += [("ar", "portrait", "usual"), ("en", "landscape", "usual"), ("ar", "small", "usual")]
SEEN.sort(key=lambda seen: seen[1])


@pytest.mark.parametrize(("language", "panel", "mode"), SEEN)
def test_every_page_can_be_touched_read_and_heard(galleries: Galleries, language: str, panel: str, mode: str) -> None:
    shown = galleries[panel]
    wrong = [
        f"{page}: {fault}"
        for page in shown.pages(language, mode)
        for fault in faults_of(shown.hand, millimetre(panel, SCALE), large=mode == "large", seated=mode == "seated")
    ]
    assert wrong == []


def test_no_page_is_left_out(galleries: Galleries) -> None:
    shown = galleries["portrait"]
    names = {shown.hand.page for _ in shown.pages("en")}
    drawn = {str(page) for page in Page} - {Page.CHECK, Page.CLOSED} | {"date"}
    assert drawn - names == set(), "give the page a place in tests/kiosk/gallery.py"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_target_is_reached_by_tab_in_reading_order(galleries: Galleries, language: str) -> None:
    shown = galleries["portrait"]
    for page in shown.pages(language):
        if page != "still-there":
            assert by_tab(shown.hand) == in_reading_order(shown.hand, language), page


def by_tab(hand: Hand) -> list[str]:
    """Where Tab leads from the top of the page until it comes round again."""
    first = hand.window.activeFocusItem().nextItemInFocusChain(True)
    names, item = [first.objectName()], first.nextItemInFocusChain(True)
    while item != first and len(names) < 100:
        names.append(item.objectName())
        item = item.nextItemInFocusChain(True)
    return names


def in_reading_order(hand: Hand, language: str) -> list[str]:
    """What can be touched, row by row; in a row from the side reading begins."""
    turn = -1 if language in {"ar", "ur"} else 1

    def at(rect: QRectF) -> tuple[int, float]:
        return round(rect.bottom() / 20), turn * rect.center().x()

    upright = touchable(hand)
    keys = [item for item in upright if item.objectName().startswith("key-")]  # They lie as on paper in any language.
    ordered = sorted(upright, key=lambda item: at(place(item)))
    if keys and turn < 0:
        laid = iter(sorted(keys, key=lambda item: (round(place(item).bottom() / 20), place(item).center().x())))
        ordered = [next(laid) if item in keys else item for item in ordered]
    return [item.objectName() for item in ordered]


def test_the_language_page_names_each_language_by_itself(galleries: Galleries) -> None:
    galleries["portrait"].show("language", "ar")
    hand = galleries["portrait"].hand
    names = {name.removeprefix("answer-"): hand.reads(name) for name in hand.names() if name.startswith("answer-")}
    assert list(names)[:2] == ["ar", "en"]
    assert set(names) == set(languages())
    assert (names["ar"], names["en"]) == ("العربية", "English")
    assert names.get("hi", "हिन्दी") == "हिन्दी"


def test_strong_contrast_is_drawn_in_black_and_white(galleries: Galleries) -> None:
    shown = galleries["portrait"]
    shown.show("paper", "en", "strong")
    picture = shown.hand.window.grabWindow()
    title = place(shown.hand.item("title")).toRect()
    seen = {picture.pixelColor(x, title.center().y()).name() for x in range(title.left(), title.right())}
    assert {"#000000", "#ffffff"} <= seen


def test_the_focus_is_a_yellow_ring_within_one_of_ink(galleries: Galleries) -> None:
    shown = galleries["portrait"]
    shown.show("ready", "en")
    hand = shown.hand
    while not hand.item("answer-none").property("visualFocus"):
        hand.window.activeFocusItem().nextItemInFocusChain(True).forceActiveFocus(Qt.FocusReason.TabFocusReason)
    picture = hand.window.grabWindow()
    ring = place(hand.item("answer-none")).toRect()
    beside = [picture.pixelColor(ring.center().x(), ring.top() - away).name() for away in (2, 6)]
    assert beside == ["#ffd23f", "#10212b"]


def test_a_number_on_the_page_of_numbers_is_the_largest_thing(galleries: Galleries) -> None:
    shown = galleries["portrait"]
    for language in ("ar", "en"):
        shown.show("number", language, "large")
        assert shown.hand.reads("ahead") == say("People ahead of you: {count}", language, count=12)


def test_a_list_longer_than_the_page_moves_by_a_touch_and_back(galleries: Galleries) -> None:
    shown = galleries["landscape"]
    shown.show("missing", "en", "large")
    hand = shown.hand
    listed = next(item for item in hand.items() if item.objectName() == "print-list")
    before = place(listed).top()
    while hand.reads("more") == "Show more":
        hand.touch("more")
        hand.rest()
    assert place(listed).top() < before
    within = next(parent for parent in around(listed) if parent.clip())
    assert place(within).contains(place(listed))


def test_what_the_keyboard_comes_to_is_brought_into_sight(all_galleries: Galleries, open_kiosk: Open) -> None:
    all_galleries.close()  # Two kiosks at once would ask for words of each other.
    hand = open_kiosk(size="512x384", inches=15.0)
    hand.wait_for("language")
    hand.touch("larger")
    hand.choose("en")
    hand.wait_for("caller")
    names = by_tab(hand)
    for name in names:
        hand.tab()
        item = hand.window.activeFocusItem()
        assert item.objectName() == name
        hand.rest()
        clipped = [parent for parent in around(item) if parent.clip()]
        assert all(place(parent).adjusted(-2, -2, 2, 2).contains(place(item)) for parent in clipped), name
