"""What the desk is told at its start: by the command line, else `DAWR_DESK_*`, else a TOML file."""

import argparse
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from assets.words import languages

PREFIX = "DAWR_DESK_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the server is, who this desk is, and how it speaks. `counter` is chosen on the screen when not given."""

    server: str
    token: str
    counter: int | None = None
    language: str = "ar"
    printer: str = "none:"


def read(arguments: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """The settings; ends the program with plain words when one is missing or wrong."""
    parser = _parser()
    given = vars(parser.parse_args(arguments))
    config = given.pop("config") or environment.get(PREFIX + "CONFIG")
    names = [field.name for field in fields(Settings)]
    said: dict[str, Any] = {}
    try:
        said |= _file(config, names) if config else {}
    except (OSError, ValueError) as wrong:
        parser.error(f"{config}: {wrong}")
    said |= {name: environment[PREFIX + name.upper()] for name in names if PREFIX + name.upper() in environment}
    said |= {name: value for name, value in given.items() if value is not None}
    missing = [f"--{name}" for name in ("server", "token") if not said.get(name)]
    if missing:
        parser.error(f"{' and '.join(missing)} must be given, here, as {PREFIX}… or in the file of --config")
    try:
        said["counter"] = None if said.get("counter") is None else int(said["counter"])
    except ValueError:
        parser.error(f"counter: {said['counter']!r} is not a number")
    if said.get("language", "ar") not in languages():
        parser.error(f"language: {said['language']!r} is not one of {', '.join(languages())}")
    return Settings(**said)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="desk",
        description="The desk: call and serve visitors, or check their papers at the information desk.",
        epilog=f"Each setting may also come from {PREFIX}SERVER, {PREFIX}TOKEN … or a TOML file with the same names.",
    )
    parser.add_argument("--server", metavar="URL", help="the office's server, as http://host:8000")
    parser.add_argument("--token", help="the token this desk was enrolled with")
    parser.add_argument("--counter", metavar="N", help="the counter this desk stands at")
    parser.add_argument("--language", metavar="LANGUAGE", help=f"{' or '.join(languages())}; ar when not given")
    parser.add_argument("--printer", metavar="URL", help="where slips are printed, as network://host:9100")
    parser.add_argument("--config", metavar="FILE", help="a TOML file with these settings")
    return parser


def _file(config: str, names: list[str]) -> dict[str, Any]:
    said = tomllib.loads(Path(config).read_text(encoding="utf-8"))
    strange = sorted(said.keys() - set(names))
    if strange:
        raise ValueError(f"unknown setting {', '.join(strange)}; known are {', '.join(names)}")
    return said
