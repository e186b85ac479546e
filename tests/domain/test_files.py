import pytest

from queue_server.domain.files import FileFault, Look, Seen, fault

PRINT = Look(light=220, ink=0.04, sharpness=1.7)
EMPTY = Look(light=250, ink=0, sharpness=0)
SMEARED = Look(light=220, ink=0.04, sharpness=0.1)
NIGHT = Look(light=40, ink=0.01, sharpness=1.7)


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (Seen((PRINT,), shorter=1500), None),
        (Seen((PRINT,), shorter=699), FileFault.SMALL),
        (Seen((SMEARED,), shorter=1500), FileFault.BLURRED),
        (Seen((NIGHT,), shorter=1500), FileFault.DARK),
        (Seen((EMPTY,), shorter=1500), FileFault.BLANK),
        (Seen((Look(30, 0, 0),), shorter=1500), FileFault.DARK),
    ],
)
def test_of_a_photo_the_first_thing_to_mend_is_said(seen: Seen, found: FileFault | None) -> None:
    assert fault(seen) is found


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        ((PRINT, EMPTY, PRINT), None),
        ((EMPTY, EMPTY), FileFault.BLANK),
        ((PRINT, SMEARED), FileFault.BLURRED),
        ((PRINT, NIGHT), FileFault.DARK),
    ],
)
def test_of_a_file_every_page_with_something_on_it_must_do(pages: tuple[Look, ...], found: FileFault | None) -> None:
    assert fault(Seen(pages)) is found
