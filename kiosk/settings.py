"""What the kiosk is told at its start: by the command line, else `DAWR_KIOSK_*`, else a TOML file."""

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from pathlib import Path
from typing import Any

from assets.words import languages
from kiosk.staff.own_code import made
from queue_server.given import given

PREFIX = "DAWR_KIOSK_"
MILLIMETRES_PER_INCH = 25.4
SCANNERS = ("codes", "papers", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the server is, who this kiosk is, and what it looks like.

    Without a `token` the kiosk shows a code by which it is let in, and keeps the token it gets then in `data`.
    `camera` is its device, empty without one; `scanner` is what a scanner that types reads: codes, papers as well, or
    nothing. `size` is the panel in pixels and `inches` its diagonal: together they make a millimetre on the screen a
    millimetre. `idle` and `warning` are seconds: without a touch until the warning, and from there to a new visit.
    `data` is where the kiosk keeps its own records; without it they last as long as the program. `service_code` is the
    hash of a code that opens the service page while the server is away; without one only the server's codes do.
    """

    server: str
    token: str = ""
    printer: str = "none:"
    windowed: bool = False
    size: str = "1080x1920"
    inches: float = 27.0
    language: str = "ar"
    camera: str = ""
    scanner: str = "codes"
    idle: float = 60.0
    warning: float = 20.0
    data: Path | None = None
    service_code: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[1-9]\d{2,4}x[1-9]\d{2,4}", self.size):
            raise ValueError(f"size: {self.size!r} is not WIDTHxHEIGHT in pixels, as 1080x1920")
        if self.scanner not in SCANNERS:
            raise ValueError(f"scanner: {self.scanner!r} is not one of {', '.join(SCANNERS)}")
        if self.language not in languages():
            raise ValueError(f"language: {self.language!r} is not one of {', '.join(languages())}")
        if self.service_code and not self.service_code.startswith("$argon2id$"):
            raise ValueError("service_code: is not what --new-service-code prints for it")
        for name in ("inches", "idle", "warning"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name}: must be more than nothing")

    @property
    def pixels(self) -> tuple[int, int]:
        """The panel's width and height."""
        width, height = self.size.split("x")
        return int(width), int(height)

    @property
    def pixels_per_millimetre(self) -> float:
        """How many pixels make a millimetre on this panel."""
        return hypot(*self.pixels) / (self.inches * MILLIMETRES_PER_INCH)


def read(arguments: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """The settings; ends the program with plain words when one is missing or wrong."""
    parser = _parser()
    try:
        return given(Settings, vars(parser.parse_args(arguments)), PREFIX, environment)
    except (OSError, ValueError) as wrong:
        parser.error(str(wrong))


class _NewServiceCode(argparse.Action):
    """Makes a code and ends the program; only the code's hash is ever kept."""

    def __init__(self, **how: Any) -> None:
        super().__init__(nargs=0, **how)

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        code, kept = made()
        told = f"The code, for the safe: {code[:4]} {code[4:]}\nFor the kiosk's file:    service_code = '{kept}'\n"
        parser.exit(message=told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk",
        description="The kiosk: a visitor's papers are checked, and a number given when they are complete.",
        epilog=f"Each setting may also come from {PREFIX}SERVER, {PREFIX}TOKEN … or a TOML file with the same names.",
    )
    parser.add_argument("--server", metavar="URL", help="the office's server, as http://host:8000")
    parser.add_argument("--token", help="this kiosk's token; without one it shows a code to be let in by")
    parser.add_argument("--printer", metavar="URL", help="where slips are printed, as usb://04b8:0202")
    parser.add_argument("--data", metavar="DIR", help="where it keeps its own records, to survive a power cut")
    parser.add_argument("--windowed", action="store_true", default=None, help="in a window, not over the whole screen")
    parser.add_argument("--size", metavar="WIDTHxHEIGHT", help="the panel in pixels; 1080x1920 when not given")
    parser.add_argument("--inches", metavar="N", help="the panel's diagonal; 27 when not given")
    parser.add_argument("--language", metavar="LANGUAGE", help=f"{' or '.join(languages())}; ar when not given")
    parser.add_argument("--camera", metavar="DEVICE", help="a camera that reads papers and codes, as /dev/video0")
    parser.add_argument(
        "--scanner", metavar="KIND", help="what a scanner that types reads: codes (when not given), papers too, or none"
    )
    parser.add_argument("--idle", metavar="SECONDS", help="without a touch until the warning; 60 when not given")
    parser.add_argument("--warning", metavar="SECONDS", help="from the warning to a new visit; 20 when not given")
    parser.add_argument(
        "--new-service-code",
        action=_NewServiceCode,
        help="print a code for the service page, and its setting; then end",
    )
    parser.add_argument("--config", metavar="FILE", help="a TOML file with these settings")
    return parser
