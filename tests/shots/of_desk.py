"""A picture of every state of the desk, in both languages of its clerks, on a small and on a large screen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.shots.shot import Shot

SCREENS = {"1366x768": (1366, 768), "1920x1080": (1920, 1080)}
"""In pixels, which are fewer to the desk where everything is drawn larger."""


def take(folder: Path, screens: Sequence[str], languages: Sequence[str], scale: float) -> Iterator[Shot]:
    """Take the pictures; the caller has made the application, which draws everything `scale` times as large."""
    for screen in screens:
        width, height = (round(size / scale) for size in SCREENS[screen])
        for language in languages:
            for state, clerk, wrong in _states(language, (width, height)):
                shot = Shot(screen, language, f"at-{scale * 100:.0f}", state, tuple(wrong))
                file = folder / shot.file
                file.parent.mkdir(parents=True, exist_ok=True)
                clerk.photograph(file)
                yield shot


def _states(language: str, size: tuple[int, int]) -> Iterator[tuple[str, Any, list[str]]]:
    from tests.desk.looks import cut_off
    from tests.desk.office import Office
    from tests.desk.panels import panel_tour, partner_tour, strip_tour
    from tests.desk.tour import counter_tour, information_tour, supervisor_tour

    tours = {
        "counter": counter_tour,
        "panel": panel_tour,
        "strip": strip_tour,
        "information": information_tour,
        "partner": partner_tour,
        "supervisor": supervisor_tour,
    }
    for who, tour in tours.items():
        office = Office()
        with _seats(office, language, size) as sit:
            for state, clerk in tour(office, sit):
                yield f"{who}-{state}", clerk, [f"{words!r} is cut off" for words in cut_off(clerk)]


@contextmanager
def _seats(office: Any, language: str, size: tuple[int, int]) -> Iterator[Any]:
    from desk.app import build
    from desk.settings import Settings
    from tests.desk.clerk import Clerk
    from tests.desk.fakes import Paper
    from tests.desk.signing import PASSWORD

    desks = []

    def sit(username: str = "", *, counter: int | None = 2) -> Clerk:
        settings = Settings("http://office.invalid", "desk-token", counter, language)
        desks.append(build(settings, connect=office.connect, follow=office.follow, printer=Paper()))
        clerk = Clerk(desks[-1], size)
        if username:
            clerk.sign_in(username, PASSWORD)
        return clerk

    yield sit
    while desks:
        desks.pop().close()
