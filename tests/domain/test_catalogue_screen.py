import pytest

from queue_server.domain.catalogue import CatalogueRefused, Screen
from queue_server.domain.catalogue_file import read
from queue_server.domain.catalogue_screen import judge_screens
from queue_server.domain.legibility import Hung
from tests.offices import CATALOGUE

TEXT = CATALOGUE.read_text("utf-8")
NAME = 'name = { en = "Sign", ar = "لوحة" }\n'


def screen(lines: str, name: str = "new") -> Screen:
    """A screen as the lines of the file say it is."""
    return read(f"{TEXT}\n[screens.{name}]\n{NAME}{lines}").screens[name]


def problems(lines: str, name: str = "new") -> str:
    with pytest.raises(CatalogueRefused) as refused:
        screen(lines, name)
    return str(refused.value)


def test_a_screen_that_says_nothing_of_itself_hangs_in_the_hall_and_is_dark() -> None:
    usual = screen("lines = []")
    assert (usual.layout, usual.orientation, usual.theme, usual.media, usual.languages) == (
        "hall",
        "landscape",
        "dark",
        False,
        ("en", "ar"),
    )
    assert usual.hung(55, 10) == Hung("hall", 55, 10)


def test_a_screen_is_all_that_its_lines_say() -> None:
    line = screen(
        'lines = ["commercial"]\nlayout = "line"\ninches = 65\nseat_metres = 6.5\norientation = "portrait"\n'
        'theme = "contrast"\nmedia = true\nlanguages = ["ar"]'
    )
    assert line.heading == {"en": "Commercial services", "ar": "الخدمات التجارية"}
    assert line.hung(55, 10) == Hung("line", 65, 6.5, "portrait", True, len("الخدمات التجارية"))
    assert (line.theme, line.languages) == ("contrast", ("ar",))
    sign = screen('lines = []\nlayout = "counter"\ncounter = 3')
    assert (sign.counter, sign.heading) == (3, None)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('lines = []\nlayout = "hal"', "screens.new.layout: no such layout: 'hal'; did you mean 'hall'?"),
        ('lines = []\nlayout = "line"', "screens.new.lines: the layout shows one line"),
        ('lines = []\nlayout = "counter"\ncounter = 9', "screens.new.counter: no such counter: 9"),
        ('lines = []\nlayout = "counter"', "screens.new.counter: is missing"),
        ("lines = []\ncounter = 3", "screens.new.counter: no such key"),
        ('lines = []\nlayout = "board"\nmedia = true', "screens.new.media: the layout has no room for pictures"),
        ("lines = []\ninches = 0", "screens.new.inches: is not more than nothing"),
        ("lines = []\nseat_metres = inf", "screens.new.seat_metres: is not more than nothing"),
        ('lines = []\ninches = "55"', "screens.new.inches: is not a whole number: '55'"),
        ('lines = []\nlanguages = ["hi"]', "screens.new.languages: no such language of screens: 'hi'"),
        ('lines = []\nlanguages = ["ar", "en", "ur"]', "screens.new.languages: one language is written, or two"),
        ("lines = []\nlanguages = []", "screens.new.languages: one language is written, or two"),
        ('lines = []\ntheme = "pink"', "screens.new.theme: no such theme: 'pink'"),
        ("lines = []\ninches = 32\nseat_metres = 10", "screens.new: A screen of 32 inches can be read from 5.8 m"),
    ],
)
def test_a_screen_that_cannot_be_is_refused_with_its_place(lines: str, problem: str) -> None:
    assert problem in problems(lines)


@pytest.mark.parametrize("name", ["preview", "pairing", "static", "media"])
def test_a_screen_cannot_be_called_what_stands_for_something_else(name: str) -> None:
    assert f"screens.{name}: a screen cannot have this name" in problems("lines = []", name)


def test_what_a_screen_leaves_out_is_judged_by_the_offices_own_figures() -> None:
    office = read(f"{TEXT}\n[screens.near]\n{NAME}lines = []\nseat_metres = 2")  # as upstairs says both
    judge_screens(office, 55, 10)
    with pytest.raises(CatalogueRefused) as refused:
        judge_screens(office, 32, 10)
    assert [problem.split(":")[0] for problem in refused.value.problems] == ["screens.hall", "screens.sign"]
