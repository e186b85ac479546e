from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from queue_server.display.media import found, listed
from queue_server.domain.catalogue import Screen
from tests.display.conftest import OpenHall
from tests.display.office import NAME, Office

PNG = b"\x89PNG\r\n\x1a\n rest"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "media"
    inside.mkdir()
    (inside / "b notice.png").write_bytes(PNG)
    (inside / "a.JPG").write_bytes(b"\xff\xd8\xff\xe0")
    (inside / "film.mp4").write_bytes(b"\0\0\0\x20ftypisom")
    (inside / "film.webm").write_bytes(b"\x1a\x45\xdf\xa3")
    (inside / "c.webp").write_bytes(b"RIFF\0\0\0\0WEBPVP8 ")
    return inside


def test_pictures_and_films_are_shown_by_name(folder: Path) -> None:
    assert [(each.name, each.kind) for each in listed(folder)] == [
        ("a.JPG", "image"),
        ("b notice.png", "image"),
        ("c.webp", "image"),
        ("film.mp4", "video"),
        ("film.webm", "video"),
    ]


def test_nothing_else_of_the_folder_is_and_nothing_outside_it(folder: Path) -> None:
    secret = folder.parent / "secret.png"
    secret.write_bytes(PNG)
    (folder / "link.png").symlink_to(secret)
    (folder / "inner").mkdir()
    (folder / "inner" / "deep.png").write_bytes(PNG)
    (folder / ".hidden.png").write_bytes(PNG)
    (folder / "page.png").write_bytes(b"<svg onload='alert(1)'>")
    (folder / "drawing.svg").write_bytes(b"<svg/>")
    (folder / "moving.gif").write_bytes(b"GIF89a")
    with (folder / "huge.png").open("wb") as huge:
        huge.write(PNG)
        huge.truncate(20 * 1024 * 1024 + 1)
    known = len(listed(folder))
    assert known == 5
    names = ("link.png", "inner/deep.png", ".hidden.png", "page.png", "drawing.svg", "moving.gif", "huge.png")
    outside = (
        "../secret.png",
        "..",
        "",
        "inner",
        "/etc/passwd.png",
        "a\0.png",
        str(secret),
        "inner.png",
        "x" * 300 + ".png",
    )
    assert [name for name in (*names, *outside) if found(folder, name) is not None] == []


def test_where_there_is_no_folder_nothing_is_shown(tmp_path: Path) -> None:
    assert listed(None) == listed(tmp_path / "nowhere") == []
    assert found(None, "a.png") is None


def test_a_picture_stands_in_its_own_place_and_makes_way_for_a_call(office: Office, open_hall: OpenHall) -> None:
    drawn = BytesIO()
    Image.new("RGB", (160, 90), "teal").save(drawn, "png")
    office.media = {"notice.png": ("image", drawn.getvalue())}
    office.shown = Screen("hall", NAME, (), media=True)
    hall = open_hall(seat_metres=6.0, shown_seconds=1.0)
    picture = hall.page.locator("#media img")
    expect(picture).to_be_visible()
    box, call = picture.bounding_box(), hall.page.locator("#call").bounding_box()
    assert box is not None
    assert call is not None
    assert call["x"] + call["width"] <= box["x"] + 1
    office.call("C041", 3)
    hall.until_number("C041")
    expect(picture).to_be_hidden()
    expect(picture).to_be_visible()
