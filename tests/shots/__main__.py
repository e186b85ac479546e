"""`./run shots DIR`: a picture of every page of the kiosk, or of every slip, in every language and mode.

With `--desk`: of every state of the desk, in both languages of its clerks, on two screens.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from assets.words import CLERKS_READ, languages
from tests.shots import of_desk
from tests.shots.of_desk import SCREENS
from tests.shots.shot import Shot, index

PANELS = ("portrait", "landscape", "small")
MODES = ("usual", "large", "strong", "seated", "large+strong+seated")


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
    parser.add_argument("--panel", action="append", choices=(*PANELS, *SCREENS), help="only these; all when not given")
    parser.add_argument("--mode", action="append", choices=MODES, help="only these of the kiosk; all when not given")
    parser.add_argument(
        "--scale",
        type=float,
        default=1.0,
        metavar="N",
        help="the kiosk: 0.5 draws half the pixels each way; the desk: 1.5 as on a screen set to 150%%",
    )
    parser.add_argument("--slips", action="store_true", help="the slips instead, as they come out of a printer")
    parser.add_argument("--desk", action="store_true", help="the desk instead")
    given = parser.parse_args(arguments)
    if given.slips:
        return print_slips(given.folder, given.language or languages())
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    if given.desk:
        os.environ["QT_SCALE_FACTOR"] = str(given.scale)
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    gc.disable()  # What Python collects on another thread takes the screen with it.
    taken = []
    for shot in _shots(given):
        taken.append(shot)
        for fault in shot.faults:
            print(f"{shot.file}: {fault}")
    (given.folder / "index.html").write_text(index(taken), "utf-8")
    wrong = sum(bool(shot.faults) for shot in taken)
    print(f"{len(taken)} pictures, {wrong} with something wrong: {given.folder / 'index.html'}")
    application.quit()
    return 1 if wrong else 0


def _shots(given: argparse.Namespace) -> Iterator[Shot]:
    if given.desk:
        return of_desk.take(given.folder, given.panel or [*SCREENS], given.language or CLERKS_READ, given.scale)
    return take(given.folder, given.panel or PANELS, given.language or languages(), given.mode or MODES, given.scale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
