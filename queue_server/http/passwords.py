"""A clerk recognised by name and password: compared off the event loop, in no transaction, and failures counted."""

import asyncio

from queue_server import wire
from queue_server.application import staff
from queue_server.domain.people import Clerk
from queue_server.domain.trust import Actor
from queue_server.http.office import Office


async def fits(office: Office, actor: Actor, said: wire.SignIn) -> bool:
    """Whether the password is that clerk's; for nobody it takes as long. Raises `TooMany` while the account waits."""
    clerk = await office.read(actor, lambda tx: staff.may_try(tx, said.username))
    kept = None if clerk is None else clerk.password
    async with office.comparing:
        return await asyncio.to_thread(office.passwords.fits, kept, said.password)


async def recognise(office: Office, actor: Actor, said: wire.SignIn) -> Clerk | None:
    """The clerk, or None when name and password do not fit together."""
    good = await fits(office, actor, said)
    return await office.write(actor, lambda tx: staff.recognised(tx, said.username, good))
