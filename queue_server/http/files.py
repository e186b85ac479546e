"""`/file`: whether a file on a visitor's telephone can be read. It is looked at and forgotten; nothing is kept."""

from io import BytesIO
from typing import Any

from litestar import Response, get, post
from multipart import MultipartError, MultipartParser, parse_options_header

from queue_server.application.ports import Transaction
from queue_server.display.file_pages import file_page
from queue_server.domain.errors import Malformed
from queue_server.domain.files import MOST_BYTES, FileFault
from queue_server.http.office import Asked, Here
from queue_server.http.open_pages import SAID, asker_of, chosen, shown
from queue_server.looking import look

_MOST_BODY = 4 * MOST_BYTES
"""Bytes. What is larger than a file may be gets a page that says so; what is larger than this is cut off."""
_MOST_PARTS = 4


@get("/file", **SAID)
async def ask(request: Asked, office: Here) -> Response[str]:
    """The page that asks for a file."""
    office.limits.looks.spend(asker_of(request))

    def page(tx: Transaction) -> str:
        return file_page(tx.catalogue, chosen(tx.catalogue, request, dict(request.query_params)))

    return shown(await office.read(request.user, page))


@post("/file", status_code=200, request_max_body_size=_MOST_BODY, **SAID)
async def judge(request: Asked, office: Here) -> Response[str]:
    """What is wrong with a file, if anything."""
    office.limits.files.spend(asker_of(request))
    office.limits.files_for_all.spend("")
    content, language = _form(request.headers.get("Content-Type", ""), await request.body())
    async with office.looking:
        found = await look(content) if content else FileFault.NONE

    def page(tx: Transaction) -> str:
        return file_page(tx.catalogue, chosen(tx.catalogue, request, {"lang": language}), found, fine=found is None)

    return shown(await office.read(request.user, page))


def _form(kind: str, body: bytes) -> tuple[bytes, str]:
    """The file and the language of a form. Raises `Malformed`.

    All of it stays in memory: the framework's own reader would put a large file on the disk for a moment.
    """
    boundary = parse_options_header(kind)[1].get("boundary", "")
    try:
        parts = MultipartParser(
            BytesIO(body), boundary, part_limit=_MOST_PARTS, spool_limit=_MOST_BODY, memory_limit=_MOST_BODY
        )
        file, language = parts.get("file"), parts.get("lang")
    except (MultipartError, ValueError) as error:
        raise Malformed(why="no form") from error
    return file.raw if file else b"", language.value if language else ""


ROUTES: list[Any] = [ask, judge]
