"""The pictures and films beside the calls, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from queue_server.settings import Settings
from queue_server.store.opening import open_office
from queue_server.system import SystemChance, SystemClock
from tests.offices import CATALOGUE
from tests.servers import serve

FILM = b"\0\0\0\x20ftypisom" + bytes(range(200))


@pytest.fixture
def screen(tmp_path: Path, sqlite_url: str) -> Iterator[httpx.Client]:
    """A screen's browser, of an office that has a film."""
    (tmp_path / "film 1.mp4").write_bytes(FILM)
    (tmp_path / "notes.txt").write_bytes(b"for nobody")
    office, _code = open_office(sqlite_url, CATALOGUE, SystemClock(), SystemChance())
    served, server, thread = serve(sqlite_url, office, settings=Settings(media=tmp_path))
    with httpx.Client(base_url=f"{served.url}/display", cookies={"dawr_screen": served.token("screen")}) as screen:
        yield screen
    server.should_exit = True
    thread.join(10)


def test_a_screen_with_a_place_for_them_gets_the_offices_pictures_and_films_whole_or_in_parts(
    screen: httpx.Client,
) -> None:
    assert screen.get("/upstairs/media").json() == {"files": [{"name": "film 1.mp4", "kind": "video"}]}
    whole = screen.get("/upstairs/media/film 1.mp4")
    assert (whole.status_code, whole.headers["content-type"], whole.content) == (200, "video/mp4", FILM)
    assert whole.headers["x-content-type-options"] == "nosniff"
    for asked, first, last in (("bytes=0-1", 0, 1), ("bytes=10-", 10, 211), ("bytes=200-999", 200, 211)):
        part = screen.get("/upstairs/media/film 1.mp4", headers={"Range": asked})
        assert (part.status_code, part.content) == (206, FILM[first : last + 1])
        assert part.headers["content-range"] == f"bytes {first}-{last}/212"
    for senseless in ("bytes=999-", "bytes=9-2", "bytes=-5", "lines=1-2"):
        assert screen.get("/upstairs/media/film 1.mp4", headers={"Range": senseless}).content == FILM


def test_nothing_else_is_handed_out_and_nothing_to_others(screen: httpx.Client) -> None:
    assert screen.get("/hall/media").json() == {"files": []}, "it has no place for them"
    for name in ("film 1.mp4", "../office.toml"):
        assert screen.get(f"/hall/media/{name}").status_code == 404
    for name in ("notes.txt", "..%2fdawr.sqlite", "%2e%2e%2ffilm 1.mp4", "film%201.mp4%00.png"):
        assert screen.get(f"/upstairs/media/{name}").status_code == 404
    screen.cookies.clear()
    assert screen.get("/upstairs/media").status_code == 401
    assert screen.get("/upstairs/media/film 1.mp4").status_code == 401
