"""The first start: the one-time code printed by the server makes the first administrator."""

import asyncio
from typing import Any

from litestar import post
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.params import JSONBody

from queue_server import wire
from queue_server.application import staff
from queue_server.domain.people import proper_password
from queue_server.http.office import Asked, Here

# A code has 34 bits and is guessed online only: ten tries a minute.
_LIMIT = RateLimitConfig(rate_limit=("minute", 10))


@post("/api/v1/setup", status_code=204, middleware=[_LIMIT.middleware])
async def set_up(request: Asked, office: Here, data: JSONBody[wire.SetUp]) -> None:
    """Use the code, once, to add the first administrator, who adds everybody else."""
    proper_password(data.password)
    hashed = await asyncio.to_thread(office.passwords.hash, data.password)
    await office.write(request.user, lambda tx: staff.set_up(tx, data.code, data.username, hashed))


ROUTES: list[Any] = [set_up]
