"""Which language a request is answered in."""

from typing import Any

from litestar.connection import ASGIConnection

from assets.words import languages


def language_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The first language asked for that there are words in; English otherwise."""
    for part in connection.headers.get("Accept-Language", "").split(","):
        language = part.split(";")[0].strip().lower().split("-")[0]
        if language in languages():
            return language
    return "en"
