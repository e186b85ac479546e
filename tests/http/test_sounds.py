from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.servers import Served
from tests.voice.test_voice import install

CALL: dict[str, str | int] = {"number": "C042", "counter": 3, "language": "en"}


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return install(tmp_path, "printf 'RIFF----------------------------------------abcd'")


@pytest.fixture
def screen(served: Served) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {served.token('screen')}"}
    with httpx.Client(base_url=f"{served.url}/display", headers=headers) as screen:
        yield screen


@pytest.mark.usefixtures("log")
def test_one_television_of_a_speaking_screen_gets_the_call_as_a_sound(screen: httpx.Client) -> None:
    first = screen.get("/hall/call.wav", params={**CALL, "television": "one"})
    assert (first.status_code, first.headers["content-type"], first.content[:4]) == (200, "audio/wav", b"RIFF")
    assert first.headers["cache-control"] == "private, max-age=600"
    second = screen.get("/hall/call.wav", params={**CALL, "television": "two"})
    assert (second.status_code, second.headers["cache-control"]) == (204, "no-store")
    assert screen.get("/upstairs/call.wav", params={**CALL, "television": "two"}).status_code == 204
    assert screen.get("/hall/call.wav", params={**CALL, "language": "xx", "television": "one"}).status_code == 204


@pytest.mark.usefixtures("log")
def test_any_screen_can_be_heard_as_a_test(screen: httpx.Client) -> None:
    assert screen.get("/upstairs/test.wav", params={"language": "ar"}).content[:4] == b"RIFF"
    assert screen.get("/upstairs/test.wav", params={"language": "xx"}).status_code == 204
    assert screen.get("/nowhere/test.wav", params={"language": "ar"}).status_code == 404


def test_a_screen_is_told_how_it_sounds(screen: httpx.Client) -> None:
    told = [screen.get(f"/{name}/state").json()["sound"] for name in ("hall", "upstairs")]
    assert told[0] == {"volume": 100, "languages": ["ar", "en"], "visitors_own": True}
    assert told[1]["languages"] == []
