"""What the desk is told at its start: by the command line, else `DAWR_DESK_*`, else a TOML file."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assets.words import CLERKS_READ
from desk.keys import keys_with
from queue_server.given import given

PREFIX = "DAWR_DESK_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the server is, who this desk is, and how it speaks. `counter` is chosen on the screen when not given.

    `keys` are those that differ from the usual ones, by act; only a file can tell them. After `lock_minutes` without a
    key or a touch the desk is locked, never for 0. `sound`: whether a free clerk hears that somebody begins to wait.
    """

    server: str
    token: str
    counter: int | None = None
    language: str = "ar"
    printer: str = "none:"
    keys: dict[str, str | list[str]] = field(default_factory=dict)
    lock_minutes: int = 15
    sound: bool = False

    def __post_init__(self) -> None:
        if self.lock_minutes < 0:
            raise ValueError("lock_minutes: 0 for never, or more")
        if self.language not in CLERKS_READ:
            raise ValueError(f"language: {self.language!r} is not one of {', '.join(CLERKS_READ)}")
        keys_with(self.keys)


def read(arguments: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """The settings; ends the program with plain words when one is missing or wrong."""
    parser = _parser()
    try:
        return given(Settings, vars(parser.parse_args(arguments)), PREFIX, environment)
    except (OSError, ValueError) as wrong:
        parser.error(str(wrong))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="desk",
        description="The desk: call and serve visitors, or check their papers at the information desk.",
        epilog=f"Each setting may also come from {PREFIX}SERVER, {PREFIX}TOKEN … or a TOML file with the same names.",
    )
    parser.add_argument("--server", metavar="URL", help="the office's server, as http://host:8000")
    parser.add_argument("--token", help="the token this desk was enrolled with")
    parser.add_argument("--counter", metavar="N", help="the counter this desk stands at")
    parser.add_argument("--language", metavar="LANGUAGE", help=f"{' or '.join(CLERKS_READ)}; ar when not given")
    parser.add_argument("--printer", metavar="URL", help="where slips are printed, as network://host:9100")
    parser.add_argument("--lock-minutes", metavar="N", help="minutes until the desk locks itself; 15, 0 for never")
    parser.add_argument("--sound", action="store_true", default=None, help="a soft sound for a free clerk")
    parser.add_argument("--config", metavar="FILE", help="a TOML file with these settings")
    return parser
