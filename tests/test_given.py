"""Settings come from the command line, else from variables, else from a file."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from queue_server.given import given


@dataclass(frozen=True)
class Told:
    server: str
    port: int = 1
    folder: Path | None = None


def test_the_nearer_source_wins(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('server = "file"\nport = 2\nfolder = "/file"\n')
    typed = {"config": file, "server": None, "port": None}
    assert given(Told, typed, "X_", {"X_PORT": "3"}) == Told("file", 3, Path("/file"))
    assert given(Told, typed | {"port": 4}, "X_", {"X_PORT": "3"}).port == 4


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "--server must be given"),
        ({"X_SERVER": "s", "X_PORT": "z"}, "port: Expected `int`"),
    ],
)
def test_what_is_missing_or_wrong_is_named(environment: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        given(Told, {}, "X_", environment)


def test_a_setting_nobody_knows_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("prot = 2\n")
    with pytest.raises(ValueError, match="unknown setting prot"):
        given(Told, {"config": file}, "X_", {})
