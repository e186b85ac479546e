"""What a program is told at its start: by the command line, else by variables, else by a TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import msgspec

S = TypeVar("S")


def given(kind: type[S], typed: Mapping[str, Any], prefix: str, environment: Mapping[str, str]) -> S:
    """The settings `kind`, a dataclass, the nearer source winning.

    `typed` is the command line, None where nothing was said; its `config`, or the variable `{prefix}CONFIG`, names
    the file. Raises `ValueError` or `OSError` in plain words, naming what is missing, strange or wrong.
    """
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    config = typed.get("config") or environment.get(f"{prefix}CONFIG")
    said = _file(Path(config), names) if config else {}
    variables = {name: f"{prefix}{name.upper()}" for name in names}
    said |= {name: environment[variable] for name, variable in variables.items() if environment.get(variable)}
    said |= {name: typed[name] for name in names if typed.get(name) is not None}
    try:
        # Not strict: variables come as text, whatever the setting is.
        return msgspec.convert(said, kind, strict=False, dec_hook=_path)
    except msgspec.ValidationError as wrong:
        raise ValueError(_plainly(str(wrong), prefix)) from None


def _file(config: Path, names: list[str]) -> dict[str, Any]:
    said = tomllib.loads(config.read_text(encoding="utf-8"))
    strange = sorted(said.keys() - set(names))
    if strange:
        raise ValueError(f"{config}: unknown setting {', '.join(strange)}; known are {', '.join(names)}")
    return said


def _path(kind: type, value: Any) -> Any:
    return kind(value)


def _plainly(wrong: str, prefix: str) -> str:
    what, _, where = wrong.partition(" - at `$.")
    missing = what.removeprefix("Object missing required field ")
    if missing != what:
        name = missing.strip("`")
        return f"--{name} must be given, here, as {prefix}{name.upper()} or in the file of --config"
    return f"{where.rstrip('`')}: {what}" if where else what
