"""`serve`: open the office and answer until told to stop."""

import argparse
import logging
import os
import sys
from functools import partial
from socket import socket
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


class Server(uvicorn.Server):
    """A server that lets the streams go when it is told to stop: they would never end by themselves."""

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
    Server(config(app, settings.host, settings.port)).run()


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
