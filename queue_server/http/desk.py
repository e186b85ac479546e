"""What a desk asks first: signing in, the live floor, a counter to serve at."""

from typing import Any

from litestar import Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from queue_server import wire
from queue_server.application import counters, explaining, floor, own_day, staff
from queue_server.domain.errors import WrongPassword
from queue_server.http.auth import Doorkeeper
from queue_server.http.office import Asked, Here
from queue_server.http.passwords import fits, recognise


@post("/api/v1/session", status_code=200)
async def sign_in(
    request: Asked, office: Here, doorkeeper: NamedDependency[Doorkeeper], data: JSONBody[wire.SignIn]
) -> wire.Session:
    """Sign a clerk in on an enrolled desk, and out wherever else they were.

    A retry begins another session: only the newest answer is used.
    """
    good = await fits(office, request.user, data)
    session = await office.write(request.user, lambda tx: staff.sign_in(tx, data.username, good))
    if session is None:
        raise WrongPassword
    doorkeeper.forget()
    return session


@post("/api/v1/session/confirm", status_code=204)
async def confirm(request: Asked, office: Here, data: JSONBody[wire.SignIn]) -> None:
    """Whether the clerk of this session has come back to a locked desk; wrong passwords are counted."""
    clerk = await recognise(office, request.user, data)
    await office.read(request.user, lambda tx: staff.confirm(tx, clerk))


@post("/api/v1/session/end", status_code=204)
async def send_off(
    request: Asked, office: Here, doorkeeper: NamedDependency[Doorkeeper], data: JSONBody[wire.SignIn]
) -> None:
    """Let a supervisor end the session of a clerk who left the desk locked."""
    supervisor = await recognise(office, request.user, data)
    await office.write(request.user, lambda tx: staff.send_off(tx, supervisor))
    doorkeeper.forget()


@delete("/api/v1/session", status_code=204)
async def sign_out(request: Asked, office: Here, doorkeeper: NamedDependency[Doorkeeper]) -> None:
    """End this session."""
    await office.write(request.user, staff.sign_out)
    doorkeeper.forget()


@get("/api/v1/me/day")
async def my_day(request: Asked, office: Here) -> wire.OwnDay:
    """One's own figures of today."""
    return await office.read(request.user, own_day.own_day)


@get("/api/v1/hall")
async def hall(request: Asked, office: Here) -> wire.Hall:
    """The live floor."""
    return await office.read(request.user, floor.hall)


@get("/api/v1/explain")
async def explain(request: Asked, office: Here, first: FromQuery[str], second: FromQuery[str]) -> wire.Explanation:
    """Why today's number `first` was called before `second`."""
    return await office.read(request.user, lambda tx: explaining.explain(tx, first, second))


@get("/api/v1/counters/{n:int}")
async def one_counter(request: Asked, office: Here, n: FromPath[int]) -> wire.CounterStatus:
    """One counter with its current ticket."""
    return await office.read(request.user, lambda tx: floor.counter_status(tx, n))


@post("/api/v1/counters/{n:int}/open", status_code=200)
async def open_counter(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.CounterStatus]:
    """Serve at the counter, first or again after a break."""
    return await office.act(request, lambda tx: counters.open_counter(tx, n))


@post("/api/v1/counters/{n:int}/break", status_code=200)
async def take_break(
    request: Asked, office: Here, n: FromPath[int], data: JSONBody[wire.TakeBreak]
) -> Response[wire.CounterStatus]:
    """Stop calling for a while."""
    return await office.act(request, lambda tx: counters.take_break(tx, n, data.reason))


@post("/api/v1/counters/{n:int}/close", status_code=200)
async def close_counter(request: Asked, office: Here, n: FromPath[int]) -> Response[wire.CounterStatus]:
    """Serve no longer."""
    return await office.act(request, lambda tx: counters.close_counter(tx, n))


ROUTES: list[Any] = [
    sign_in,
    confirm,
    send_off,
    sign_out,
    my_day,
    hall,
    explain,
    one_counter,
    open_counter,
    take_break,
    close_counter,
]
