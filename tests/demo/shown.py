"""The demo on a desktop: server, kiosk, desk and the hall's screen, to be tried by hand."""

import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.demo.office import PEOPLE, Office, opened
from tests.demo.visits import ON_FILE

_PANEL = (9, 16)
_HIGH = 0.86
"""How much of the screen's height the kiosk takes: a title bar and a task bar want theirs."""


def show(folder: Path) -> int:
    """Run until the kiosk's window is closed or Ctrl-C is pressed; the kiosk's own end is the answer."""
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, signal.default_int_handler)
    print("Opening an office …", flush=True)
    try:
        with opened(folder / "office") as office, _desk(office), _kiosk(office, folder / "slips") as kiosk:
            seen = webbrowser.open(office.hall)
            print(_words(office, folder, seen=seen), flush=True)
            return kiosk.wait()
    except KeyboardInterrupt:
        print("\nThe demo is over.")
        return 0


def _words(office: Office, folder: Path, *, seen: bool) -> str:
    width = max(map(len, PEOPLE))
    clerks = [f"    {name:{width}}  {office.passwords[name]}  {role}" for name, role in PEOPLE.items()]
    hall = "in your browser" if seen else "open this link in a browser"
    return "\n".join(
        (
            f"server   {office.url}, its data in {folder / 'office'}",
            f"kiosk    its own window; its slips fall into {folder / 'slips'}",
            "desk     its own window; sign in as one of",
            *clerks,
            f"hall     {hall}: {office.hall}",
            "",
            "To try: at the kiosk renew a work permit, with a passport that expires next month, then with a good one.",
            "At the desk sign in as maryam, at counter 2, open it by F10 and call by F2: the hall's screen shows it.",
            f"Or change an occupation by the application {ON_FILE}: huda at the information desk has to see a paper.",
            "Closing the kiosk's window or Ctrl-C ends everything.",
        )
    )


def _desk(office: Office) -> AbstractContextManager[subprocess.Popen[bytes]]:
    return _program("desk", "--server", office.url, "--token", office.tokens["desk"], "--language", "en")


def _kiosk(office: Office, slips: Path) -> AbstractContextManager[subprocess.Popen[bytes]]:
    return _program(
        *("kiosk", "--server", office.url, "--token", office.tokens["kiosk"]),
        *("--windowed", "--size", _size(), "--printer", f"preview://{slips}"),
    )


@contextmanager
def _program(name: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """One of the programs, ended with the demo: in a group of its own, so that Ctrl-C is the demo's to hear."""
    program = subprocess.Popen([sys.executable, "-m", name, *options], process_group=0)
    try:
        yield program
    finally:
        program.terminate()
        program.wait(10)


def _size() -> str:
    """A portrait panel as large as this screen can show; the program takes it for one of 27 inches, seen from afar."""
    screen = QGuiApplication([]).primaryScreen().availableGeometry()
    wide, high = _PANEL
    height = int(screen.height() * _HIGH)
    return f"{height * wide // high}x{height}"
