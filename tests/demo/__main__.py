"""`./run demo`: one office at work on this machine, on your screen or, without a screen, as pictures of every step."""

import argparse
import os
import sys
import tempfile
from pathlib import Path


def main(arguments: list[str]) -> int:
    """0 when all went well, 1 when a step failed, 2 for a wrong command line, 3 when something could not be shown here."""
    parser = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    parser.add_argument("--headless", action="store_true", help="no windows: play two visits and keep pictures")
    parser.add_argument("--out", type=Path, metavar="DIR", help="a new or empty folder; a temporary one when left out")
    given = parser.parse_args(arguments)
    if given.out and given.out.exists() and (not given.out.is_dir() or any(given.out.iterdir())):
        parser.error(f"{given.out} is not an empty folder: name a new one")
    if not given.headless and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        parser.error("there is no desktop here to show windows on; try --headless")
    folder = (given.out or Path(tempfile.mkdtemp(prefix="dawr-demo-"))).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    _prepare(folder, headless=given.headless)
    if given.headless:
        from tests.demo.played import play

        return play(folder)
    from tests.demo.shown import show

    return show(folder)


def _prepare(folder: Path, *, headless: bool) -> None:
    """Nothing of the user's own settings, and for the programs without windows no real screen."""
    for name in [name for name in os.environ if name.startswith("DAWR_")]:
        del os.environ[name]
    if headless:
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "XDG_RUNTIME_DIR": str(runtime)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
