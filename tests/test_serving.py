"""Who is connected and takes nothing: delays nobody, and is cut off."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from httpx_sse import connect_sse

from queue_server import wire
from queue_server.application import calling, counters, visits
from queue_server.domain.trust import Role
from queue_server.serving import Server
from queue_server.store.database import url_of
from queue_server.store.opening import open_office
from queue_server.system import SystemChance, SystemClock
from tests.http.test_phone import issue
from tests.offices import CATALOGUE, clerk
from tests.servers import Served, serve

ALI = clerk("ali")
CALLS = 12


@pytest.fixture
def impatient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Served, Server]]:
    """A server that waits for nobody longer than two seconds."""
    monkeypatch.setattr("queue_server.serving.PATIENCE", 2.0)
    url = url_of(tmp_path, None)
    office, _code = open_office(url, CATALOGUE, SystemClock(), SystemChance())
    served, server, thread = serve(url, office)
    yield served, server
    served.close()
    server.should_exit = True
    thread.join(10)


def never_reads(served: Served, token: str) -> socket.socket:
    """A screen that listens, and then takes nothing of what it is sent."""
    address = urlsplit(served.url)
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2304)
    line.connect((address.hostname, address.port))
    line.sendall(f"GET /display/hall/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
    return line


def test_screens_that_take_nothing_delay_no_call_and_are_cut_off(impatient: tuple[Served, Server]) -> None:
    served, server = impatient
    token = served.token(Role.SCREEN)
    heard: dict[str, float] = {}
    listening = threading.Event()

    def listen() -> None:
        headers = {"Authorization": f"Bearer {token}"}
        with (
            httpx.Client(timeout=20) as http,
            connect_sse(http, "GET", f"{served.url}/display/hall/events", headers=headers) as source,
        ):
            listening.set()
            for event in source.iter_sse():
                if event.event == "call":
                    heard[event.json()["number"]] = time.monotonic()
                if len(heard) == CALLS:
                    return

    dead = [never_reads(served, token) for _ in range(10)]
    screen = threading.Thread(target=listen, daemon=True)
    screen.start()
    assert listening.wait(10)
    for _ in range(CALLS):
        issue(served)
    served.lines[0].close()
    served.database.act(ALI, lambda tx: counters.open_counter(tx, 4)).result(10)
    called: dict[str, float] = {}
    for _ in range(CALLS):
        ticket = served.database.act(ALI, lambda tx: calling.call_next(tx, 4)).result(10)
        assert ticket is not None
        called[ticket.number] = time.monotonic()
        served.database.act(ALI, lambda tx: calling.start(tx, 4)).result(10)
        served.database.act(ALI, lambda tx: visits.finish(tx, 4, wire.Finish())).result(10)
    screen.join(20)
    assert max(heard[number] - at for number, at in called.items()) < 2
    waited = time.monotonic()
    while server.server_state.connections and time.monotonic() < waited + 20:
        time.sleep(0.1)
    assert not server.server_state.connections
    for line in dead:
        line.close()


def test_whoever_is_let_in_is_asked_for_a_sign_of_life(impatient: tuple[Served, Server]) -> None:
    served, server = impatient
    with never_reads(served, served.token(Role.SCREEN)):
        while not server.server_state.connections:
            time.sleep(0.01)
        [connection] = server.server_state.connections
        accepted = connection.transport.get_extra_info("socket")
        with socket.socket(fileno=os.dup(accepted.fileno())) as same:
            assert same.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            assert same.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 2000
            assert same.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 1
