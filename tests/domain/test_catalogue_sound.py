from datetime import time

import pytest

from assets import path
from queue_server.domain.catalogue import CatalogueRefused
from queue_server.domain.catalogue_file import read
from queue_server.domain.sound import Sound

TEXT = path("catalogue", "lmra.toml").read_text(encoding="utf-8")
VOLUME = 'volume = { "06:00" = 80, "18:00" = 50 }'
SECOND = '[screens.second]\nname = {{ en = "Second", ar = "ثانية" }}\nlines = []\nvoice = true\n{hall}\n[voice]\n'


def problems(text: str) -> list[str]:
    with pytest.raises(CatalogueRefused) as refused:
        read(text)
    return refused.value.problems


def test_the_shipped_office_speaks_two_languages_and_the_visitors_own_more_softly_in_the_evening() -> None:
    assert read(TEXT).sound == Sound(("ar", "en"), visitors_own=True, volume=((time(6), 80), (time(18), 50)))
    assert read(TEXT).screens["hall"].voice


def test_two_screens_of_one_hall_do_not_both_speak() -> None:
    one_hall = TEXT.replace("[voice]\n", SECOND.format(hall=""))
    assert problems(one_hall) == ["screens.second: 'hall' speaks in this hall already; one screen a hall has `voice`"]
    two_halls = read(TEXT.replace("[voice]\n", SECOND.format(hall='hall = "upstairs"')))
    assert [screen.voice for screen in two_halls.screens.values()] == [True, True]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (VOLUME, 'volume = { "25:00" = 80 }', "voice.volume.25:00: is not a time of day, as 08:00"),
        (VOLUME, 'volume = { "06:00" = 180 }', "voice.volume.06:00: is more than 100"),
        (VOLUME, "volume = {}", "voice.volume: says no volume at all"),
        (VOLUME, "volum = {}", "voice.volum: no such key; did you mean 'volume'?"),
        (
            'languages = ["ar", "en"]\nvisitors',
            'languages = ["ar", "xx"]\nvisitors',
            "voice.languages: no such language of this office: 'xx'",
        ),
    ],
)
def test_what_the_loudspeakers_cannot_do_is_refused(old: str, new: str, problem: str) -> None:
    assert TEXT.count(old) == 1
    assert problems(TEXT.replace(old, new))[0] == problem


def test_a_day_of_one_volume_may_begin_anywhere() -> None:
    assert read(TEXT.replace(VOLUME, 'volume = { "08:00" = 70 }')).sound.volume_at(time(3)) == 70
