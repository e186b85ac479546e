"""A station's line to the server, and what it notices of it."""

import httpx
import pytest

from queue_server.client.api import Api
from queue_server.client.errors import Unreachable


def test_the_server_is_noticed_to_be_back_by_another_act_than_the_one_that_missed_it() -> None:
    away = True
    noticed: list[bool] = []

    def answer(_request: httpx.Request) -> httpx.Response:
        if away:
            raise httpx.ConnectError("nobody there")
        return httpx.Response(200, json={"status": "ok", "database": "ok", "version": "1"})

    api = Api("http://office", "token", patience=0, noticed=noticed.append, transport=httpx.MockTransport(answer))
    with pytest.raises(Unreachable):
        api.health()
    away = False
    for _ in range(2):
        api.health()
    assert noticed == [False, True]
    api.close()
