"""`./run demo`: one office at work on this machine, on your screen or, without one, as a picture of every step."""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp


def main(arguments: list[str]) -> int:
    """0 when all was done, 1 when a step failed, 2 for a wrong command line, 3 when this machine lacks something."""
    parser = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    parser.add_argument("--headless", action="store_true", help="no windows: play a day's visits and keep the pictures")
    parser.add_argument("--out", type=Path, metavar="DIR", help="a new or empty folder; a temporary one when left out")
    given = parser.parse_args(arguments)
    if given.out and given.out.exists() and not (given.out.is_dir() and not any(given.out.iterdir())):
        parser.error(f"{given.out} is not an empty folder: name a new one")
    for name in [name for name in os.environ if name.startswith("DAWR_")]:
        del os.environ[name]  # The user's own office is no part of this.
    with TemporaryDirectory(prefix="dawr-demo-") as passing:
        os.environ.setdefault("XDG_RUNTIME_DIR", passing)  # A minimal system has none, and libraries say so.
        if given.headless:
            os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
            from tests.demo.played import play

            return play(_made(given.out or Path(mkdtemp(prefix="dawr-demo-"))))
        if not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
            parser.error("there is no desktop here to show windows on; try --headless")
        from tests.demo.shown import show

        return show(_made(given.out or Path(passing)))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
