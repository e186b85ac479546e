from pathlib import Path

import pytest

from kiosk.settings import Settings, read

NEEDED = ["--server", "http://office", "--token", "t"]


def test_server_and_token_are_all_a_kiosk_needs() -> None:
    assert read(NEEDED, {}) == Settings("http://office", "t")


def test_the_command_line_wins_over_variables_and_those_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('token = "file"\nlanguage = "en"\nprinter = "file:///dev/usb/lp0"\nidle = 90\nwindowed = true\n')
    settings = read(["--server", "http://here"], {"DAWR_KIOSK_CONFIG": str(file), "DAWR_KIOSK_TOKEN": "variable"})
    assert settings == Settings("http://here", "variable", "file:///dev/usb/lp0", True, language="en", idle=90)


def test_variables_come_as_text() -> None:
    settings = read(NEEDED, {"DAWR_KIOSK_WINDOWED": "true", "DAWR_KIOSK_INCHES": "15"})
    assert (settings.windowed, settings.inches) == (True, 15.0)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--server must be given"),
        ([*NEEDED, "--size", "big"], "WIDTHxHEIGHT"),
        ([*NEEDED, "--language", "xx"], "not one of"),
        ([*NEEDED, "--idle", "soon"], "idle: Expected `float`"),
        ([*NEEDED, "--inches", "0"], "more than nothing"),
        ([*NEEDED, "--config", "/nowhere.toml"], "nowhere.toml"),
    ],
)
def test_a_wrong_setting_is_refused_in_plain_words(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        read(arguments, {})
    assert words in capsys.readouterr().err


def test_an_unknown_setting_in_the_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('prnter = "none:"\n')
    with pytest.raises(SystemExit):
        read([*NEEDED, "--config", str(file)], {})
    assert "unknown setting prnter" in capsys.readouterr().err


def test_a_millimetre_follows_from_the_panel() -> None:
    # A 27-inch panel of 1080 by 1920 is 336 mm wide.
    assert 1080 / Settings("", "").pixels_per_millimetre == pytest.approx(336, abs=1)
