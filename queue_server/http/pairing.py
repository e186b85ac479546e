"""A television opened at `/display` shows a code, and once it was let in is the screen it was let in as."""

from typing import Any

from litestar import Response, get
from litestar.datastructures import Cookie
from litestar.enums import MediaType
from litestar.response import Redirect

from queue_server import wire
from queue_server.application.pairing import pairing, screen_of, television
from queue_server.application.ports import Transaction
from queue_server.display.staff.pages import pairing_page
from queue_server.http.auth import NOBODY, SCREEN_COOKIE, bearer
from queue_server.http.office import Asked, Here

_A_YEAR = 365 * 24 * 3600


@get("/display")
async def display(request: Asked, office: Here) -> Response[str]:
    """The screen this television is, else the code that makes it one."""
    token = request.cookies.get(SCREEN_COOKIE, "")

    def own(tx: Transaction) -> str | None:
        device = television(tx, token)
        return None if device is None else screen_of(tx, device)

    shown = await office.read(NOBODY, own)
    if shown is not None:
        return Redirect(f"/display/{shown}", status_code=303)
    return Response(pairing_page(), media_type=MediaType.HTML, headers={"Cache-Control": "no-store"})


@get("/display/pairing")
async def look(request: Asked, office: Here) -> Response[wire.Pairing]:
    """How the wish of the television stands whose secret is the bearer; once let in, its browser keeps the token."""
    told, token = await office.read(NOBODY, lambda tx: pairing(tx, bearer(request)))
    cookies = [] if token is None else [kept(request, token)]
    return Response(told, cookies=cookies, headers={"Cache-Control": "no-store"})


def kept(request: Asked, token: str) -> Cookie:
    """A screen's token as its browser keeps it, for a year after it was last opened; no script can read it."""
    secure = request.url.scheme == "https"
    return Cookie(SCREEN_COOKIE, "/display", token, max_age=_A_YEAR, httponly=True, samesite="strict", secure=secure)


ROUTES: list[Any] = [display, look]
