"""Catalogue files with their wordings in further languages: `NAME.toml` and, beside it, `NAME.<language>.po`."""

import json
from pathlib import Path

from babel.messages.pofile import read_po


def whole(file: Path) -> str:
    """A catalogue's text, its wordings in further languages added as tables `[translations.<language>]`.

    One text, so that a version of the catalogue is a version of everything it says.
    """
    parts = [file.read_text(encoding="utf-8").rstrip("\n")]
    for words in sorted(file.parent.glob(f"{file.stem}.*.po")):
        language = words.suffixes[-2].removeprefix(".")
        parts.append(f"\n[translations.{language}]")
        parts += [f"{_quoted(english)} = {_quoted(wording)}" for english, wording in wordings(words).items()]
    return "\n".join(parts) + "\n"


def wordings(file: Path) -> dict[str, str]:
    """The texts of a .po file that have a wording."""
    with file.open("rb") as source:
        catalogue = read_po(source)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)
