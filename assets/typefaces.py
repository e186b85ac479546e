"""Which typeface holds the letters of a language, and where it lies: one place for the kiosk and for slips.

IBM Plex Sans Arabic has Arabic, Urdu and Latin letters and comes with the Python packages. Noto has those of India and
its neighbours, from the Debian package fonts-noto-ui-core.
"""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

PLEX = "IBM Plex Sans Arabic"
PLEX_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
NOTO_WEIGHTS = ("Regular", "Bold")

SCRIPTS = {
    "bn": "Bengali",
    "hi": "Devanagari",
    "ml": "Malayalam",
    "ne": "Devanagari",
    "si": "Sinhala",
    "ta": "Tamil",
    "te": "Telugu",
}
"""The languages Plex has no letters for."""

BY_PLEX = frozenset({"ar", "en", "fil", "ur"})


def plex(weight: str) -> Path:
    """The file of Plex in a weight."""
    return Path(str(files("fontpkg_ibm_plex_sans_arabic") / "files" / f"IBMPlexSansArabic-{weight}.ttf"))


@cache
def noto(script: str, weight: str) -> Path | None:
    """The file of Noto for a script in a weight; None when this machine has none."""
    name = f"NotoSans{script}UI-{weight}.ttf"
    return next((found for folder in _folders() for found in sorted(folder.rglob(name))), None)


def family(script: str) -> str:
    """What Noto for a script calls itself."""
    return f"Noto Sans {script} UI"


def writable(language: str) -> bool:
    """Whether this machine has the letters of a language."""
    return language in BY_PLEX or (language in SCRIPTS and noto(SCRIPTS[language], "Regular") is not None)


def _folders() -> list[Path]:
    """Where typefaces are installed, this user's own first."""
    home = os.environ.get("XDG_DATA_HOME") or str(Path("~/.local/share").expanduser())
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return [folder for place in (home, *shared.split(":")) if (folder := Path(place) / "fonts").is_dir()]
