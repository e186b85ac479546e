"""The server's settings: from the command line, else `DAWR_*` variables, else a TOML file."""

from dataclasses import dataclass
from pathlib import Path

PREFIX = "DAWR_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `serve` may be told.

    `data` holds the SQLite file; `database` is a URL when another database serves. `catalogue` is the TOML file the
    office works by, the shipped one when left out. `public_url` is how a visitor's phone reaches this server, printed
    on slips; left out, the address the kiosk itself used. `seat_metres` is from a screen to the farthest seat,
    `screen_inches` the screens' diagonal. `recordings` is a folder with a voice recorded by people,
    `media` one with pictures and films to show beside the calls.
    """

    data: Path | None = None
    database: str | None = None
    catalogue: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str | None = None
    seat_metres: float = 10.0
    screen_inches: float = 55.0
    recordings: Path | None = None
    media: Path | None = None
