from pathlib import Path

import pytest

from desk.settings import Settings, read

GIVEN = ["--server", "http://s", "--token", "t"]


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "desk.toml"
    file.write_text('server = "http://file"\ntoken = "file"\ncounter = 1\nlanguage = "en"\n', "utf-8")
    environment = {"DAWR_DESK_CONFIG": str(file), "DAWR_DESK_TOKEN": "environment", "DAWR_DESK_COUNTER": "2"}
    assert read(["--counter", "3"], environment) == Settings("http://file", "environment", 3, "en", "none:")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--server must be given"),
        ([*GIVEN, "--counter", "x"], "counter: Expected `int | null`"),
        ([*GIVEN, "--language", "xx"], "'xx' is not one of en, ar"),
        ([*GIVEN, "--lock-minutes", "-1"], "lock_minutes: 0 for never, or more"),
        ([*GIVEN, "--config", "/nowhere.toml"], "/nowhere.toml"),
    ],
)
def test_what_is_wrong_is_said_plainly(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read(arguments, {})
    assert words in capsys.readouterr().err


def test_an_unknown_setting_in_the_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "desk.toml"
    file.write_text('sever = "http://s"\n', "utf-8")
    with pytest.raises(SystemExit):
        read(["--config", str(file)], {})
    assert "unknown setting sever" in capsys.readouterr().err
