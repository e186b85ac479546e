"""The pictures are taken, named by what they show, and laid out on one page."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.shots.__main__ import main, take
from tests.shots.shot import Shot, index


def test_every_page_is_taken_and_is_of_the_panels_size(screens_thread: None, tmp_path: Path) -> None:
    shots = list(take(tmp_path, ["small"], ["ar"], ["usual"], 0.25))
    pictures = [QImage(str(tmp_path / shot.file)) for shot in shots]
    assert {(picture.width(), picture.height()) for picture in pictures} == {(256, 192)}
    assert {"language", "number", "missing", "still-there"} <= {shot.page for shot in shots}
    assert len({shot.file for shot in shots}) == len(shots)


def test_the_index_shows_each_picture_and_what_is_wrong_with_it() -> None:
    faulty = Shot("small", "en", "usual", "paper", ("'a <b>' is cut off",))
    page = index([faulty, Shot("small", "en", "usual", "code", ())])
    assert '<img loading="lazy" src="small/en/usual/paper.png"' in page
    assert "&#x27;a &lt;b&gt;&#x27; is cut off" in page
    assert page.count("<h2>") == 1


def test_a_language_that_is_not_spoken_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--language", "xx"])
    assert "invalid choice: 'xx'" in capsys.readouterr().err
