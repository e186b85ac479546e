"""Two kiosks and four desks at once over real HTTP, with a screen looking on."""

import threading
from collections import Counter
from datetime import date

import httpx
import msgspec
from httpx_sse import connect_sse

from queue_server import wire
from queue_server.client.api import Api
from tests.history.check import check
from tests.history.line import Line
from tests.history.record import History
from tests.history.rows import read
from tests.servers import Served

EACH = 20
LINES = {"renew": "employer", "residence": "worker"}


def test_no_number_twice_no_ticket_called_twice_and_every_call_on_the_screen(served_on_both: Served) -> None:
    served = served_on_both
    shown: list[str] = []
    watching, all_shown = threading.Event(), threading.Event()
    screen = threading.Thread(target=watch, args=(served, 2 * EACH, shown, watching, all_shown), daemon=True)
    screen.start()
    assert watching.wait(10)

    numbers: list[str] = []
    called: list[str] = []
    history = History()
    lines = [recorded(served, history, "kiosk", f"kiosk-{n}") for n in (1, 2)]
    lines += [recorded(served, history, "clerk", f"desk-{n}", n) for n in (1, 2, 3, 4)]
    kiosks = [threading.Thread(target=visit, args=(line, numbers)) for line in lines[:2]]
    done = threading.Event()
    desks = [threading.Thread(target=work, args=(line, n, called, done)) for n, line in enumerate(lines[2:], 1)]
    for thread in [*kiosks, *desks]:
        thread.start()
    for thread in kiosks:
        thread.join(90)
    done.set()
    for thread in desks:
        thread.join(90)

    assert len(numbers) == 2 * EACH
    assert Counter(numbers).most_common(1)[0][1] == 1
    assert sorted(called) == sorted(numbers)
    assert all_shown.wait(10)
    assert sorted(shown) == sorted(numbers)
    assert check([history], *read(served.database)) == []


def recorded(served: Served, history: History, role: str, name: str, counter: int | None = None) -> Line:
    """A line whose acts go into a history; closed with the office."""
    line = Line(served.url, served.token(role, name, counter), name, history, patience=10.0)
    served.lines.append(line)
    return line


def visit(kiosk: Api, numbers: list[str]) -> None:
    """Visitors at one kiosk, one after another."""
    for n in range(EACH):
        service = list(LINES)[n % 2]
        check = kiosk.open_check(wire.NewCheck(service, "en", wire.Caller(LINES[service])))
        papers = [wire.Paper("passport", "have", expires=date(2031, 1, 1)), wire.Paper("contract", "have")]
        kiosk.change_check(check.id, wire.CheckChange(answers={"worker-abroad": "no"}, documents=papers))
        numbers.append(kiosk.issue(check.id).number)


def work(desk: Api, n: int, called: list[str], done: threading.Event) -> None:
    """A clerk who serves until the visitors have stopped coming and nobody waits."""
    desk.open_counter(n)
    while True:
        last_look = done.is_set()
        ticket = desk.call_next(n)
        if ticket is None:
            if last_look:
                return
            continue
        called.append(ticket.number)
        desk.start(n)
        desk.finish(n, wire.Finish())


def watch(
    served: Served, expected: int, shown: list[str], watching: threading.Event, all_shown: threading.Event
) -> None:
    """A screen that keeps a list of every call it was told of."""
    headers = {"Authorization": f"Bearer {served.token('screen')}"}
    url = f"{served.url}/display/hall/events"
    with httpx.Client(timeout=30) as http, connect_sse(http, "GET", url, headers=headers) as source:
        watching.set()
        for message in source.iter_sse():
            if message.event == "call":
                shown.append(msgspec.json.decode(message.data, type=wire.ScreenCall).number)
            if len(shown) == expected:
                all_shown.set()
                return
