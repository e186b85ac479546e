"""`./run shots DIR`: a picture of every page of the kiosk, or of every slip, in every language and mode."""

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain
from pathlib import Path

from assets.words import CLERKS_READ, languages

PANELS = ("portrait", "landscape", "small")
MODES = ("usual", "large", "strong", "seated", "large+strong+seated")


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, where it lies, and what is wrong with the page on it."""

    panel: str
    language: str
    mode: str
    page: str
    faults: tuple[str, ...]

    @property
    def file(self) -> Path:
        """Its place in the folder."""
        return Path(self.panel, self.language, self.mode, f"{self.page}.png")


def take(
    folder: Path, panels: Sequence[str], spoken: Sequence[str], modes: Sequence[str], scale: float
) -> Iterator[Shot]:
    """Take the pictures; the caller has made the application."""
    from kiosk.speech.voice import Mute
    from tests.kiosk.faults import faults_of
    from tests.kiosk.gallery import gallery, millimetre
    from tests.kiosk.staff_pages import staff_pages

    for panel in panels:
        with gallery(panel, Mute(), scale) as shown:
            for language in spoken:
                for mode in modes:
                    on = mode.split("+")
                    staff = staff_pages(shown, language) if language in CLERKS_READ and mode == "usual" else ()
                    for page in chain(shown.pages(language, *on), staff):
                        wrong = faults_of(
                            shown.hand, millimetre(panel, scale), large="large" in on, seated="seated" in on
                        )
                        shot = Shot(panel, language, mode, page, tuple(wrong))
                        file = folder / shot.file
                        file.parent.mkdir(parents=True, exist_ok=True)
                        shown.hand.window.grabWindow().save(str(file))
                        yield shot


def index(shots: Sequence[Shot]) -> str:
    """A page with all pictures, those of one panel, language and mode in a row; what is wrong is said under each."""
    rows: dict[tuple[str, str, str], list[Shot]] = {}
    for shot in shots:
        rows.setdefault((shot.panel, shot.language, shot.mode), []).append(shot)
    style = "div{display:flex;gap:8px;overflow-x:auto} img{height:480px} .wrong{color:#8C1D22}"
    body = "".join(
        f"<h2>{' · '.join(map(escape, row))}</h2><div>{''.join(map(_figure, taken))}</div>"
        for row, taken in rows.items()
    )
    return f"<!doctype html><meta charset=utf-8><title>The kiosk's pages</title><style>{style}</style>{body}\n"


def _figure(shot: Shot) -> str:
    wrong = f'<br><span class="wrong">{escape("; ".join(shot.faults))}</span>' if shot.faults else ""
    return (
        f'<figure><a href="{shot.file}"><img loading="lazy" src="{shot.file}" alt="{escape(shot.page)}"></a>'
        f"<figcaption>{escape(shot.page)}{wrong}</figcaption></figure>"
    )


def print_slips(folder: Path, spoken: Sequence[str]) -> int:
    """A picture of every slip."""
    from tests.shots import slips

    taken = list(slips.take(folder, spoken))
    (folder / "index.html").write_text(slips.index(taken, folder), "utf-8")
    print(f"{len(taken)} slips: {folder / 'index.html'}")
    return 0


def main(arguments: Sequence[str]) -> int:
    """0 when nothing is wrong with any page, 1 when something is; both are told page by page."""
    parser = argparse.ArgumentParser(prog="./run shots", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go, with an index.html")
    parser.add_argument("--language", action="append", choices=languages(), help="only these; all when not given")
    parser.add_argument("--panel", action="append", choices=PANELS, help="only these; all when not given")
    parser.add_argument("--mode", action="append", choices=MODES, help="only these; all when not given")
    parser.add_argument("--scale", type=float, default=1.0, metavar="N", help="0.5 draws half the pixels each way")
    parser.add_argument("--slips", action="store_true", help="the slips instead, as they come out of a printer")
    given = parser.parse_args(arguments)
    if given.slips:
        return print_slips(given.folder, given.language or languages())
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    gc.disable()  # What Python collects on another thread takes the screen with it.
    taken = []
    for shot in take(
        given.folder, given.panel or PANELS, given.language or languages(), given.mode or MODES, given.scale
    ):
        taken.append(shot)
        for fault in shot.faults:
            print(f"{shot.file}: {fault}")
    (given.folder / "index.html").write_text(index(taken), "utf-8")
    wrong = sum(bool(shot.faults) for shot in taken)
    print(f"{len(taken)} pictures, {wrong} with something wrong: {given.folder / 'index.html'}")
    application.quit()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
