"""The pictures and films beside the calls, to the screens that have a place for them."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Stream

from queue_server import wire
from queue_server.application.screens import screen
from queue_server.display import media
from queue_server.http.office import Asked, Here, Office

_PIECE = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")
_KEPT = "private, max-age=3600"


@get("/display/{screen_id:str}/media")
async def media_list(request: Asked, office: Here, screen_id: FromPath[str]) -> wire.MediaList:
    """What the screen shows beside the calls, in the order of its names."""
    folder = await _folder(request, office, screen_id)
    return wire.MediaList(await asyncio.to_thread(media.listed, folder))


@get("/display/{screen_id:str}/media/{name:str}")
async def media_file(request: Asked, office: Here, screen_id: FromPath[str], name: FromPath[str]) -> Response[Any]:
    """One of them, or the part of it that a player asks for."""
    return await sent(request, await _folder(request, office, screen_id), name)


async def sent(request: Asked, folder: Path | None, name: str) -> Response[Any]:
    """A file of the folder, or the part of it that was asked for. Raises `NotFoundException`."""
    shown = await asyncio.to_thread(media.found, folder, name)
    if shown is None:
        raise NotFoundException
    first, last = _part(request.headers.get("Range", ""), shown.size)
    headers = {"Accept-Ranges": "bytes", "Cache-Control": _KEPT, "Content-Length": str(last - first + 1)}
    whole = (first, last) == (0, shown.size - 1)
    if not whole:
        headers["Content-Range"] = f"bytes {first}-{last}/{shown.size}"
    pieces = _pieces(shown.file, first, last)
    return Stream(pieces, media_type=shown.media_type, headers=headers, status_code=200 if whole else 206)


def _part(asked: str, size: int) -> tuple[int, int]:
    """The first and last byte asked for; all of them where no sense can be made of it."""
    match = _RANGE.fullmatch(asked)
    if match is None or int(match[1]) >= size:
        return 0, size - 1
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    return (int(match[1]), last) if last >= int(match[1]) else (0, size - 1)


async def _pieces(file: Path, first: int, last: int) -> AsyncIterator[bytes]:
    with await asyncio.to_thread(file.open, "rb") as content:
        content.seek(first)
        while first <= last:
            piece = await asyncio.to_thread(content.read, min(_PIECE, last - first + 1))
            if not piece:  # It was cut short meanwhile.
                return
            first += len(piece)
            yield piece


async def _folder(request: Asked, office: Office, screen_id: str) -> Path | None:
    shown = await office.read(request.user, lambda tx: screen(tx, screen_id))
    return office.settings.media if shown.media else None


ROUTES: list[Any] = [media_list, media_file]
