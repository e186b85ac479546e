"""A hall of four televisions, with times shortened, beside calls that come faster than they can be said."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.display.clips import silence
from tests.display.office import Office
from tests.display.recording import SPEAKS, Call, Recording, televisions

NUMBERS = [f"C00{n}" for n in range(1, 7)]
SCRIPT = [Call(0.05 * n, number, n, "hi") for n, number in enumerate(NUMBERS, 1)]


@pytest.fixture
def recording(browser: Browser, office: Office, tmp_path: Path) -> Iterator[Recording]:
    office.sound, office.clip = SPEAKS, silence(0.2)
    office.settings |= {"shown_seconds": 0.1}
    halls = televisions(browser, office)
    for hall in halls:
        hall.page.route("**/chime.wav", lambda route: route.fulfill(body=silence(0.02), content_type="audio/wav"))
    yield Recording(office, halls, tmp_path)
    for hall in halls:
        hall.page.context.close()


def test_every_television_shows_each_call_once_in_order_and_one_of_them_says_each_once(
    recording: Recording, tmp_path: Path
) -> None:
    recording.play(SCRIPT, patience=4.0)
    told = "\n".join(recording.lines)
    for television in range(1, 5):
        assert re.findall(rf"television {television} shows (\w+)", told) == NUMBERS
    said = re.findall(r"television (\d) says (\w+) (\w+):", told)
    assert len({television for television, _number, _language in said}) == 1
    assert list(dict.fromkeys(number for _television, number, _language in said)) == NUMBERS
    assert len(set(said)) == len(said)
    hurried = [(number, language) for _television, number, language in said if number in NUMBERS[1:-1]]
    assert hurried == [(number, "hi") for number in NUMBERS[1:-1]], "the visitors' own language only, while others wait"
    assert [language for _television, number, language in said if number == NUMBERS[-1]] == ["ar", "en", "hi"]
    assert re.search(r"shows C00\d \+\d", told)
    assert "टोकन नंबर सी, छह, कृपया काउंटर नंबर छह पर आइए।" in told
    assert (tmp_path / "001.png").exists()
