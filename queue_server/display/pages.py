"""The pages of public screens, notices on phones, and the files pages are made of. They are served elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assets import path
from assets.words import is_right_to_left, say
from queue_server.domain.catalogue import Screen
from queue_server.domain.legibility import PAST, sizes

SILENCE_SECONDS = 8.0
"""A screen that heard nothing for so long says that it is not current. Two beats are 5 s apart, the promise is 10 s."""

SHOWN_SECONDS = 6.0
"""How long a call stands alone before the next; after that it stays among the last five for at least 30 s."""

_REFRESH_SECONDS = 15

_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wav": "audio/wav",
}


@dataclass(frozen=True, slots=True)
class _Notice:
    language: str
    title: str
    text: str


def screen_page(
    shown: Screen,
    office: Mapping[str, str],
    seat_metres: float,
    screen_inches: float,
    *,
    source: str | None = None,
    silence_seconds: float = SILENCE_SECONDS,
    shown_seconds: float = SHOWN_SECONDS,
) -> str:
    """A screen's page, legible from the farthest seat. Raises `ScreenTooSmall` where that cannot be.

    The inches and metres are the office's usual ones. `source` is where the page hears of calls, its own address when
    left out.
    """
    return render(
        "screen.html",
        shown=shown,
        languages=shown.languages,
        source=source or f"/display/{shown.id}",
        office=office,
        sizes=sizes(shown.hung(screen_inches, seat_metres)),
        kept=PAST[shown.layout] + 1,
        silence_seconds=silence_seconds,
        shown_seconds=shown_seconds,
    )


def not_found_page(language: str) -> str:
    """For a visitor's link that is wrong or over; which of the two is not told."""
    title = say("There is nothing here any more.", language)
    text = say("Please ask at the information desk.", language)
    return render("notice.html", language=language, notices=[_Notice(language, title, text)], refresh_seconds=None)


def refused_page(why: str, language: str) -> str:
    """For somebody whose request was refused; what to do instead stands in the reason."""
    notices = [_Notice(language, why, say("Please ask at the information desk.", language))]
    return render("notice.html", language=language, notices=notices, refresh_seconds=None)


def static(name: str) -> tuple[bytes, str] | None:
    """A file the pages ask for, with its media type; None where there is none of that name."""
    file = _files().get(name)
    return None if file is None else (file.read_bytes(), _KINDS[file.suffix])


@cache
def _files() -> Mapping[str, Path]:
    here = Path(__file__).parent
    fonts = Path(str(files("fontpkg_ibm_plex_sans_arabic"))) / "files"
    weights = ("Regular", "SemiBold", "Bold")
    served = [
        *(file for folder in (here, here / "staff") for ending in ("css", "js") for file in folder.glob(f"*.{ending}")),
        *(fonts / f"IBMPlexSansArabic-{weight}.ttf" for weight in weights),
        *path("images").glob("*.svg"),
        path("sounds", "chime.wav"),
    ]
    return {file.name: file for file in served}


@cache
def _environment() -> Environment:
    here = Path(__file__).parent
    templates = FileSystemLoader([here, here / "staff"])
    environment = Environment(
        loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"say": say, "is_right_to_left": is_right_to_left}
    return environment


def render(template: str, **values: object) -> str:
    """A page from its template."""
    return _environment().get_template(template).render(values)
