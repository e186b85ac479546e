"""The composition root: everything concrete meets here and nowhere else."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from litestar import Litestar
from litestar.datastructures import ResponseHeader
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from queue_server import __version__
from queue_server.application.once import KEPT_FOR
from queue_server.application.preparing import forget
from queue_server.application.timekeeping import keep_time
from queue_server.domain.errors import Unavailable
from queue_server.http import (
    acts,
    admission,
    desk,
    errors,
    files,
    home,
    kiosk,
    media,
    outposts,
    pairing,
    phone,
    preview,
    referrals,
    screens,
    setup,
    sounds,
    stations,
    stream,
    supervision,
    visit,
    visitors,
)
from queue_server.http.auth import NOBODY, Doorkeeper
from queue_server.http.express import Express
from queue_server.http.hub import Hub
from queue_server.http.limits import Limits
from queue_server.http.office import Office
from queue_server.http.phones import Phones
from queue_server.http.shared import Shared
from queue_server.settings import Settings
from queue_server.slips.escpos import to_bytes
from queue_server.store.database import Database
from queue_server.store.opening import OPERATOR
from queue_server.store.transaction import OfficeTransaction
from queue_server.system import SystemPasswords
from queue_server.voice.speaking import OneSpeaks
from queue_server.voice.voice import Voice

_BODY = 256 * 1024
_TIDY = timedelta(hours=1)
_LOOK = timedelta(seconds=5)
"""How late a parked visitor may be back in line at most."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; media-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}

_INTERFACE = OpenAPIConfig(
    title="Dawr",
    version=__version__,
    description="Every POST and PATCH but signing in carries an Idempotency-Key header, made once for each act: "
    "a repeated request gets the first answer, for 24 hours. Errors are RFC 9457 problem details with a `code`, "
    "worded in the language of Accept-Language.",
    path="/schema",
    render_plugins=[JsonRenderPlugin()],
    components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
    security=[{"token": []}],
)


def build(settings: Settings, database: Database) -> Litestar:
    """The office's HTTP interface over an opened database, which it closes when it stops.

    While it runs, `state.let_go()` ends every stream, for a server that wants to stop.
    """
    rooms: list[tuple[Office, Doorkeeper]] = []  # Made when the event loop runs, since the hub belongs to it.

    async def guard(connection: object, handler: object) -> None:
        await rooms[0][1](connection, handler)  # type: ignore[arg-type]

    @asynccontextmanager
    async def open_for_business(app: Litestar) -> AsyncIterator[None]:
        hub = Hub(database)
        phones = Phones(hub, lambda work: asyncio.wrap_future(database.read(NOBODY, work)))
        office = Office(
            store=database,
            hub=hub,
            settings=settings,
            passwords=SystemPasswords(),
            comparing=asyncio.Semaphore(2),
            looking=asyncio.Semaphore(2),
            shared=Shared(),
            voice=Voice(settings.recordings),
            one_speaks=OneSpeaks(),
            limits=Limits(),
            phones=phones,
        )

        def let_go() -> None:
            hub.close()
            phones.close()

        app.state.let_go = let_go
        rooms.append((office, Doorkeeper(office)))
        database.committed = hub.committed
        listener = None
        if not database.url.startswith("sqlite"):
            from queue_server.store.wake import Listener  # PostgreSQL's driver: an eighth of a second to load.

            listener = Listener(database.url, database.office, hub.grown)
            listener.start()
        tasks = [
            asyncio.create_task(hub.run()),
            asyncio.create_task(_every(_TIDY, database, lambda tx: tx.answers.forget(tx.at - KEPT_FOR))),
            asyncio.create_task(_every(_TIDY, database, forget)),
            asyncio.create_task(_every(_LOOK, database, keep_time)),
            # The first slip would wait for what drawing loads; nobody waits for it now.
            asyncio.create_task(asyncio.to_thread(to_bytes, [])),
        ]
        yield
        for task in tasks:
            task.cancel()
        if listener is not None:
            await asyncio.to_thread(listener.stop)
        await asyncio.to_thread(database.close)

    app = Litestar(
        route_handlers=[
            *kiosk.ROUTES,
            *outposts.ROUTES,
            *referrals.ROUTES,
            *visitors.ROUTES,
            *stations.ROUTES,
            *admission.ROUTES,
            *desk.ROUTES,
            *acts.ROUTES,
            *supervision.ROUTES,
            *stream.ROUTES,
            *screens.ROUTES,
            *pairing.ROUTES,
            *preview.ROUTES,
            *media.ROUTES,
            *sounds.ROUTES,
            *phone.ROUTES,
            *home.ROUTES,
            *visit.ROUTES,
            *files.ROUTES,
            *setup.ROUTES,
        ],
        guards=[guard],
        lifespan=[open_for_business],
        dependencies={
            "office": Provide(lambda: rooms[0][0], sync_to_thread=False),
            "doorkeeper": Provide(lambda: rooms[0][1], sync_to_thread=False),
        },
        exception_handlers=errors.HANDLERS,
        request_max_body_size=_BODY,
        response_headers=[ResponseHeader(name=name, value=value) for name, value in _HEADERS.items()],
        openapi_config=_INTERFACE,
        logging_config=None,
    )
    app.asgi_handler = Express(app.asgi_handler, lambda: rooms[0], _HEADERS)
    return app


async def _every(pause: timedelta, database: Database, work: Callable[[OfficeTransaction], object]) -> None:
    """What nobody asks for: done at once, and again and again."""
    while True:
        with suppress(Unavailable):  # The next time will do.
            await asyncio.wrap_future(database.act(OPERATOR, work))
        await asyncio.sleep(pause.total_seconds())
