"""What every handler works with: the store, the stream, the settings, and the one way to do an act."""

import asyncio
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.enums import MediaType
from litestar.status_codes import HTTP_200_OK, HTTP_204_NO_CONTENT

from queue_server.application.once import once
from queue_server.application.ports import Passwords, Store, Transaction
from queue_server.domain.errors import KeyMissing
from queue_server.domain.trust import Actor
from queue_server.http.hub import Hub
from queue_server.http.limits import Limits
from queue_server.http.phones import Phones
from queue_server.http.shared import Shared
from queue_server.settings import Settings
from queue_server.voice.speaking import OneSpeaks
from queue_server.voice.voice import Voice

T = TypeVar("T")
Asked = Request[Actor, Any, Any]
_KEY = re.compile(r"[\x21-\x7e]{1,128}")


@dataclass(frozen=True, slots=True)
class Office:
    """One office as its HTTP interface sees it."""

    store: Store
    hub: Hub
    settings: Settings
    passwords: Passwords
    # Comparing passwords costs 19 MiB and a core each: two at a time, so that a flood of sign-ins starves nobody.
    comparing: asyncio.Semaphore
    # A file sent by somebody costs a process with up to a gigabyte: two at a time as well.
    looking: asyncio.Semaphore
    shared: Shared
    voice: Voice
    one_speaks: OneSpeaks
    limits: Limits
    phones: Phones

    async def read(self, actor: Actor, work: Callable[[Transaction], T]) -> T:
        """Look, off the event loop."""
        return await asyncio.wrap_future(self.store.read(actor, work))

    async def write(self, actor: Actor, work: Callable[[Transaction], T]) -> T:
        """Do, off the event loop; answers after the commit."""
        return await asyncio.wrap_future(self.store.act(actor, work))

    async def act(
        self, request: Asked, work: Callable[[Transaction], Any], *, status: int = HTTP_200_OK
    ) -> Response[Any]:
        """Do an act exactly once under the request's idempotency key; nothing to tell is 204."""
        body = await self.first_answer(request, work)
        if body == b"null":
            return Response(b"", status_code=HTTP_204_NO_CONTENT)
        return Response(body, media_type=MediaType.JSON, status_code=status)

    async def first_answer(self, request: Asked, work: Callable[[Transaction], Any]) -> bytes:
        """The act's first answer as JSON. Raises `KeyMissing`, `KeyReused` and whatever the act raises."""
        key, body = request.headers.get("Idempotency-Key", ""), await request.body()
        return await self.once(request.user, key, request.method, request.scope["path"], body, work)

    async def once(
        self, actor: Actor, key: str, method: str, path: str, body: bytes, work: Callable[[Transaction], Any]
    ) -> bytes:
        """The same, of a request taken apart."""
        if not _KEY.fullmatch(key):
            raise KeyMissing
        fingerprint = hashlib.sha256(f"{actor.id} {method} {path} ".encode() + body).hexdigest()
        return await self.write(actor, lambda tx: once(tx, key, fingerprint, work))


Here = NamedDependency[Office]
"""How a handler asks for its office."""
