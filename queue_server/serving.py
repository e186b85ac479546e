"""`serve`: open the office and answer until told to stop."""

import argparse
import gc
import logging
import os
import sys
from functools import partial
from resource import RLIMIT_NOFILE, getrlimit, setrlimit
from socket import (
    IPPROTO_TCP,
    SO_KEEPALIVE,
    SOL_SOCKET,
    TCP_KEEPCNT,
    TCP_KEEPIDLE,
    TCP_KEEPINTVL,
    TCP_USER_TIMEOUT,
    socket,
)
from typing import TYPE_CHECKING

import uvicorn

from assets import path
from queue_server.app import build
from queue_server.domain.catalogue_screen import judge_screens
from queue_server.given import given
from queue_server.settings import PREFIX, Settings
from queue_server.store.database import Database, url_of
from queue_server.store.opening import open_office
from queue_server.system import SystemChance, SystemClock

if TYPE_CHECKING:
    from litestar import Litestar
    from uvicorn._types import ASGI3Application


PATIENCE = 30.0
"""Seconds after which a connection is cut off whose other end does not answer, or takes nothing of what is sent."""


class Server(uvicorn.Server):
    """A server that lets go of streams: when it is told to stop, and of those at whose other end nobody is left.

    Streams would never end by themselves, and a telephone that left the building says no farewell.
    """

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        for listener in self.servers:
            for each in listener.sockets:
                with socket(fileno=os.dup(each.fileno())) as same:
                    _cut_off_after(same, PATIENCE)

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Stop: streams first, then whatever is still being answered."""
        self.config.app.state.let_go()  # type: ignore[union-attr]  # It is the application given below.
        await super().shutdown(sockets)


def serve(arguments: argparse.Namespace) -> None:
    """Serve one office. The first start makes the office and prints the one-time setup code.

    Raises `CatalogueRefused`, `ValueError` before anything is changed.
    """
    settings = given(Settings, vars(arguments), PREFIX, os.environ)
    url = url_of(settings.data, settings.database)
    catalogue = settings.catalogue or path("catalogue", "lmra.toml")
    clock, chance = SystemClock(), SystemChance()
    # A screen nobody could read is refused now, with the reason, and not in front of the hall.
    readable = partial(judge_screens, inches=settings.screen_inches, seat_metres=settings.seat_metres)
    office, code = open_office(url, catalogue, clock, chance, readable)
    if code is not None:
        print(f"A new office was made: {office}. One-time setup code: {code}", flush=True)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    app = build(settings, Database(url, office, clock, chance))
    print(f"Serving {office} at http://{settings.host}:{settings.port}", file=sys.stderr, flush=True)
    _allow_connections()
    _collect_seldom()
    Server(config(app, settings.host, settings.port)).run()


def _cut_off_after(listening: socket, seconds: float) -> None:
    """What a listening socket is told, those it accepts inherit."""
    listening.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1)
    listening.setsockopt(IPPROTO_TCP, TCP_KEEPIDLE, max(1, int(seconds / 2)))
    listening.setsockopt(IPPROTO_TCP, TCP_KEEPINTVL, max(1, int(seconds / 6)))
    listening.setsockopt(IPPROTO_TCP, TCP_KEEPCNT, 3)
    listening.setsockopt(IPPROTO_TCP, TCP_USER_TIMEOUT, int(seconds * 1000))  # Also for what was sent and not taken.


def _allow_connections() -> None:
    """As many as the system lets this process have: each takes a file descriptor, and it usually begins with 1,024."""
    _few, most = getrlimit(RLIMIT_NOFILE)
    setrlimit(RLIMIT_NOFILE, (most, most))


def _collect_seldom() -> None:
    """Look through everything for garbage a hundred times less often.

    With a few thousand screens and phones connected that takes half a second, in which nobody is called. What is young
    is looked through as ever, and that is where garbage is.
    """
    young, middle, _old = gc.get_threshold()
    gc.freeze()  # What was loaded stays.
    gc.set_threshold(young, middle, 1000)


def config(app: "Litestar | ASGI3Application", host: str, port: int) -> uvicorn.Config:
    """How an application is served."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,  # Addresses carry tokens of visitors' pages.
        log_config=None,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=64 * 1024,
    )
