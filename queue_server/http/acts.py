"""The acts at a counter: what a clerk does with whoever is, or should be, in front of them."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath, JSONBody

from queue_server import wire
from queue_server.application import calling, undoing, visits, walking_in
from queue_server.http.office import Asked, Here


@post("/api/v1/counters/{n:int}/next", status_code=200)
async def call_next(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.Ticket | None]:
    """Call whose turn it is; 204 when nobody waits."""
    return await office.act(request, lambda tx: calling.call_next(tx, n))


@post("/api/v1/counters/{n:int}/call", status_code=200)
async def call_number(
    request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.CallNumber]
) -> Response[wire.Ticket]:
    """Call one number out of turn."""
    return await office.act(request, lambda tx: calling.call_number(tx, n, data))


@post("/api/v1/counters/{n:int}/recall", status_code=200)
async def recall(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.Ticket]:
    """Call the same ticket again."""
    return await office.act(request, lambda tx: calling.recall(tx, n))


@post("/api/v1/counters/{n:int}/start", status_code=200)
async def start(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.Ticket]:
    """The visitor is here."""
    return await office.act(request, lambda tx: calling.start(tx, n))


@post("/api/v1/counters/{n:int}/no-show", status_code=200)
async def no_show(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.Ticket]:
    """The visitor did not come."""
    return await office.act(request, lambda tx: calling.no_show(tx, n))


@post("/api/v1/counters/{n:int}/finish", status_code=200)
async def finish(request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.Finish]) -> Response[wire.Ticket]:
    """Service is over, with its outcome."""
    return await office.act(request, lambda tx: visits.finish(tx, n, data))


@post("/api/v1/counters/{n:int}/park", status_code=200)
async def park(request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.Park]) -> Response[wire.Ticket]:
    """Let the visitor go and come back."""
    return await office.act(request, lambda tx: visits.park(tx, n, data))


@post("/api/v1/counters/{n:int}/return", status_code=200)
async def send_back(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.Ticket]:
    """Back to the line, for another counter."""
    return await office.act(request, lambda tx: visits.send_back(tx, n))


@post("/api/v1/counters/{n:int}/transfer", status_code=200)
async def transfer(
    request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.Transfer]
) -> Response[wire.Ticket]:
    """Send the visitor on to a line, a counter or a clerk."""
    return await office.act(request, lambda tx: visits.transfer(tx, n, data))


@post("/api/v1/counters/{n:int}/add", status_code=200)
async def add_service(
    request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.AddService]
) -> Response[wire.Ticket]:
    """Let the visit go on to another service."""
    return await office.act(request, lambda tx: visits.add_service(tx, n, data))


@post("/api/v1/counters/{n:int}/walk-in", status_code=200)
async def walk_in(request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.WalkIn]) -> Response[wire.Ticket]:
    """Serve somebody who came without a number."""
    return await office.act(request, lambda tx: walking_in.walk_in(tx, n, data))


@post("/api/v1/counters/{n:int}/undo", status_code=200)
async def undo(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.CounterStatus]:
    """Take the last act at the counter back, within ten seconds."""
    return await office.act(request, lambda tx: undoing.undo(tx, n))


ROUTES: list[Any] = [
    call_next,
    call_number,
    recall,
    start,
    no_show,
    finish,
    park,
    send_back,
    transfer,
    add_service,
    walk_in,
    undo,
]
