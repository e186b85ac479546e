from datetime import time
from pathlib import Path

import pytest

from assets import path
from queue_server.domain.catalogue import CatalogueRefused
from queue_server.domain.catalogue_file import read
from queue_server.domain.sound import Sound

SHIPPED = path("catalogue", "lmra.toml").read_text(encoding="utf-8")
SMALL = (Path(__file__).parent.parent / "office.toml").read_text(encoding="utf-8")
SECOND = '[screens.second]\nname = {{ en = "Second", ar = "ثانية" }}\nlines = []\nvoice = true\n{hall}\n'


def problems(text: str) -> list[str]:
    with pytest.raises(CatalogueRefused) as refused:
        read(text)
    return refused.value.problems


def test_the_shipped_office_speaks_two_languages_and_the_visitors_own_more_softly_in_the_evening() -> None:
    assert read(SHIPPED).sound == Sound(("ar", "en"), visitors_own=True, volume=((time(6), 80), (time(18), 50)))
    assert read(SHIPPED).screens["hall"].voice


def test_two_screens_of_one_hall_do_not_both_speak() -> None:
    assert problems(SMALL + SECOND.format(hall="")) == [
        "screens.second: 'hall' speaks in this hall already; one screen a hall has `voice`"
    ]
    two_halls = read(SMALL + SECOND.format(hall='hall = "upstairs"'))
    assert [screen.id for screen in two_halls.screens.values() if screen.voice] == ["hall", "second"]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ('volume = { "25:00" = 80 }', "voice.volume.25:00: is not a time of day, as 08:00"),
        ('volume = { "08:00Z" = 80 }', "voice.volume.08:00Z: is not a time of day, as 08:00"),
        ('volume = { "06:00" = 180 }', "voice.volume.06:00: is more than 100"),
        ("volume = {}", "voice.volume: says no volume at all"),
        ("volum = {}", "voice.volum: no such key; did you mean 'volume'?"),
        ('languages = ["ar", "xx"]', "voice.languages: no such language of this office: 'xx'"),
    ],
)
def test_what_the_loudspeakers_cannot_do_is_refused(told: str, problem: str) -> None:
    assert problems(f"{SMALL}[voice]\n{told}\n") == [problem]


def test_a_day_of_one_volume_may_begin_anywhere() -> None:
    assert read(f'{SMALL}[voice]\nvolume = {{ "08:00" = 70 }}\n').sound.volume_at(time(3)) == 70
