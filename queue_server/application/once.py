"""Exactly once: the same request under the same key is answered with its first answer."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec

from queue_server.application.ports import Transaction
from queue_server.domain.errors import KeyReused

KEPT_FOR = timedelta(hours=24)
"""How long a first answer can be asked for again."""


def once(tx: Transaction, key: str, fingerprint: str, act: Callable[[Transaction], Any]) -> bytes:
    """The act's answer as JSON; done now, or the first answer if it was done before.

    `fingerprint` stands for the whole request: the same key with another raises `KeyReused`. A refusal is not kept:
    nothing changed, so the same request may succeed later.
    """
    known = tx.answers.find(key)
    if known is not None:
        first, body = known
        if first != fingerprint:
            raise KeyReused
        return body
    body = msgspec.json.encode(act(tx))
    tx.answers.keep(key, fingerprint, body, tx.at)
    return body
