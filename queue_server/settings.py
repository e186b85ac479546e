"""The server's settings: defaults, then a TOML file, then `DAWR_*` variables, then the command line."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `serve` may be told.

    `data` holds the SQLite file; `database` is a URL when another database serves. `catalogue` is the TOML file the
    office works by, the shipped one when left out. `public_url` is how a visitor's phone reaches this server, printed
    on slips; left out, the address the kiosk itself used.
    """

    data: Path | None = None
    database: str | None = None
    catalogue: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str | None = None
    seat_metres: float = 10.0
    screen_inches: float = 55.0


def settings_from(file: Path | None, given: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings, the later source winning. Raises `msgspec.ValidationError` naming what is wrong."""
    merged: dict[str, Any] = {}
    if file is not None:
        merged |= tomllib.loads(file.read_text())
    names = set(Settings.__struct_fields__)
    merged |= {name: environment[f"DAWR_{name.upper()}"] for name in names if environment.get(f"DAWR_{name.upper()}")}
    merged |= {name: value for name, value in given.items() if value is not None and name in names}
    return msgspec.convert(merged, Settings, strict=False)
