"""`/file` as a browser without scripts uses it, over the socket."""

import re
from collections.abc import Iterator

import httpx
import pytest
from PIL import ImageFilter

from queue_server.domain.files import MOST_BYTES
from queue_server.store.database import url_of
from tests.servers import Served, _served
from tests.specimens import as_file, printed


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from _served(url_of(tmp_path_factory.mktemp("office"), None))


def send(office: Served, content: bytes, language: str = "en") -> httpx.Response:
    return httpx.post(
        f"{office.url}/file", data={"lang": language}, files={"file": ("IMG_0001.jpg", content)}, timeout=20
    )


def news(answer: httpx.Response) -> str:
    found = re.search(r'<p class="news[^>]*>\s*(.*?)</p>', answer.text)
    return found[1] if found else ""


def test_a_good_photo_is_told_to_be_one(office: Served) -> None:
    answer = send(office, as_file(printed()))
    assert (answer.status_code, news(answer)) == (200, "✓ This file can be read.")
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_bad_one_is_told_what_to_do_in_the_visitors_language(office: Served) -> None:
    answer = send(office, as_file(printed().filter(ImageFilter.GaussianBlur(4))), "ar")
    assert news(answer) == "✕ الصورة غير واضحة. ثبّت يدك وصوّر من جديد."
    assert 'dir="rtl"' in answer.text


def test_a_form_without_a_file_says_so(office: Served) -> None:
    assert news(send(office, b"")) == "✕ Choose a file first."


def test_one_that_is_too_large_is_answered_and_not_cut_off(office: Served) -> None:
    assert news(send(office, b"%PDF-" + b"\0" * MOST_BYTES)) == "✕ The file is too large. It may have 8 MB."


@pytest.mark.parametrize(
    ("kind", "body"),
    [("multipart/form-data; boundary=x", b"nonsense"), ("multipart/form-data", b""), ("text/plain", b"file=1")],
)
def test_what_is_no_form_is_refused_as_a_page(office: Served, kind: str, body: bytes) -> None:
    answer = httpx.post(f"{office.url}/file", content=body, headers={"Content-Type": kind, "Accept-Language": "en"})
    assert answer.status_code == 400
    assert "Please ask at the information desk." in answer.text


def test_an_address_may_send_ten_at_once_and_then_waits(office: Served) -> None:
    codes = [send(office, b"").status_code for _ in range(12)]
    assert codes[-1] == 429
    assert codes.count(200) <= 10
