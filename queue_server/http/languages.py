"""Which language a request is answered in."""

from functools import lru_cache
from typing import Any

from litestar.connection import ASGIConnection

from assets.words import languages


def language_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The first language asked for that there are words in; English otherwise."""
    return spoken(connection.headers.get("Accept-Language", ""))


@lru_cache(maxsize=256)
def spoken(accepted: str) -> str:
    """The same, of what the header says."""
    for part in accepted.split(","):
        language = part.split(";")[0].strip().lower().split("-")[0]
        if language in languages():
            return language
    return "en"
