"""What the screens' loudspeakers say, as files they fetch: no call waits for its voice."""

import time
from typing import Any

from litestar import Response, get
from litestar.params import FromPath, FromQuery
from litestar.status_codes import HTTP_204_NO_CONTENT

from queue_server.application.screens import screen
from queue_server.http.office import Asked, Here

_WAV = "audio/wav"
_FRESH_SECONDS = 600


@get("/display/{screen_id:str}/call.wav")
async def call_said(
    request: Asked,
    office: Here,
    screen_id: FromPath[str],
    language: FromQuery[str],
    number: FromQuery[str],
    counter: FromQuery[int],
    television: FromQuery[str],
) -> Response[bytes]:
    """A call in one language; 204 where there is no voice for it, and for all televisions of a screen but one."""
    shown = await office.read(request.user, lambda tx: screen(tx, screen_id))
    if not shown.voice or not office.one_speaks.may_speak(screen_id, television, time.monotonic()):
        return _silence()
    clip = await office.voice.clip(number, counter, language)
    return _silence() if clip is None else _sound(clip, f"private, max-age={_FRESH_SECONDS}")


@get("/display/{screen_id:str}/test.wav")
async def trial_said(
    request: Asked, office: Here, screen_id: FromPath[str], language: FromQuery[str], television: FromQuery[str] = ""
) -> Response[bytes]:
    """What is said when nobody is called; 204 where there is no voice for it, and for all televisions but one.

    Whoever stands before a television hears it in any case: then it does not say which one it is.
    """
    await office.read(request.user, lambda tx: screen(tx, screen_id))
    if television and not office.one_speaks.may_speak(screen_id, television, time.monotonic()):
        return _silence()
    clip = await office.voice.test(language)
    return _silence() if clip is None else _sound(clip, "no-store")


def _sound(clip: bytes, kept: str) -> Response[bytes]:
    return Response(clip, media_type=_WAV, headers={"Cache-Control": kept})


def _silence() -> Response[bytes]:
    return Response(b"", status_code=HTTP_204_NO_CONTENT, headers={"Cache-Control": "no-store"})


ROUTES: list[Any] = [call_said, trial_said]
