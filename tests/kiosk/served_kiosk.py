"""A kiosk of its own before a real server, with a cable that can be pulled."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import httpx
import pytest

from kiosk.app import Kiosk, build
from kiosk.settings import Settings
from queue_server.client.api import Api
from tests.kiosk.conftest import Paper
from tests.kiosk.hand import Hand
from tests.kiosk.transcript import Transcript
from tests.servers import Served


class Cable(httpx.HTTPTransport):
    """The kiosk's line to the server."""

    def __init__(self) -> None:
        super().__init__()
        self.pulled = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.pulled:
            raise httpx.ConnectError("no cable")
        return super().handle_request(request)

    def close(self) -> None:
        """Not with the first of the lines that share it."""

    def put_away(self) -> None:
        """With the last."""
        super().close()


Switch: TypeAlias = Callable[..., Hand]
"""Starts the kiosk with these settings, and ends the one that ran before."""


@pytest.fixture
def cable() -> Iterator[Cable]:
    cable = Cable()
    yield cable
    cable.put_away()


@pytest.fixture
def boss(served: Served) -> Api:
    return served.line("supervisor")


@pytest.fixture
def running() -> list[Kiosk]:
    """The kiosk that runs, if any."""
    return []


@pytest.fixture
def switch_on(
    screens_thread: None,
    served: Served,
    tmp_path: Path,
    cable: Cable,
    paper: Paper,
    voice: Transcript,
    running: list[Kiosk],
) -> Iterator[Switch]:
    warnings: list[str] = []

    def switched_on(**settings: Any) -> Hand:
        while running:
            running.pop().close()
        told = Settings(
            served.url,
            **{"size": "540x960", "inches": 13.5, "language": "en", "data": tmp_path / "kiosk", **settings},
        )
        kiosk = build(told, transport=cable, printer=paper, eyes=[], voice=voice)
        kiosk.engine.warnings.connect(lambda said: warnings.extend(one.toString() for one in said))
        running.append(kiosk)
        return Hand(kiosk.window)

    yield switched_on
    while running:
        running.pop().close()
    assert warnings == []
