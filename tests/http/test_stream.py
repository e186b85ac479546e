"""The journal and the screens over server-sent events."""

import threading
from collections.abc import Iterator
from datetime import date

import httpx
import msgspec
from httpx_sse import ServerSentEvent, connect_sse

from queue_server import wire
from queue_server.application import calling, counters, staff
from queue_server.client.stream import Stream
from queue_server.domain.events import PUBLIC
from queue_server.domain.trust import Role
from queue_server.store.opening import OPERATOR
from tests.offices import clerk
from tests.servers import Served

ALI = clerk("ali")


def listened(url: str, token: str, since: int | None = None) -> Iterator[ServerSentEvent]:
    headers = {"Authorization": f"Bearer {token}"}
    if since is not None:
        headers["Last-Event-ID"] = str(since)
    with httpx.Client(timeout=10) as http, connect_sse(http, "GET", url, headers=headers) as source:
        yield from source.iter_sse()


def issue(served: Served) -> wire.Issued:
    kiosk = served.line("kiosk")
    check = kiosk.open_check(wire.NewCheck("residence", "en", wire.Caller("worker")))
    kiosk.change_check(check.id, wire.CheckChange(documents=[wire.Paper("passport", "have", expires=date(2031, 1, 1))]))
    return kiosk.issue(check.id)


def call(served: Served) -> wire.Issued:
    issued = issue(served)
    served.database.act(ALI, lambda tx: counters.open_counter(tx, 4)).result(10)
    served.database.act(ALI, lambda tx: calling.call_next(tx, 4)).result(10)
    return issued


def test_whoever_was_away_resumes_from_the_last_number_seen(served_on_both: Served) -> None:
    call(served_on_both)
    supervisor = served_on_both.token("supervisor")
    stream = listened(f"{served_on_both.url}/api/v1/events", supervisor, since=0)
    seen = [msgspec.json.decode(next(stream).data, type=wire.Event) for _ in range(6)]
    assert [event.seq for event in seen] == [1, 2, 3, 4, 5, 6]
    again = listened(f"{served_on_both.url}/api/v1/events", supervisor, since=4)
    assert msgspec.json.decode(next(again).data, type=wire.Event) == seen[4]


def test_a_partner_agency_hears_of_its_own_lines_and_of_counters(served: Served) -> None:
    kiosk = served.line("kiosk")
    check = kiosk.open_check(wire.NewCheck("bring-a-worker", "en", wire.Caller("employer")))
    kiosk.change_check(check.id, wire.CheckChange(documents=[wire.Paper("passport", "have", expires=date(2031, 1, 1))]))
    kiosk.issue(check.id)
    call(served)
    partner = served.database.act(OPERATOR, lambda tx: staff.enrol_device(tx, "npra", Role.CLERK, None, "npra")).result(
        10
    )
    stream = listened(f"{served.url}/api/v1/events", partner, since=0)
    heard = [msgspec.json.decode(next(stream).data, type=wire.Event) for _ in range(4)]
    assert [event.kind for event in heard] == ["LegPlanned", "TicketIssued", "CounterOpened", "TicketCalled"]
    assert {event.data.get("line", "residency") for event in heard} == {"residency"}


def test_a_screen_hears_of_calls_only(served: Served) -> None:
    call(served)
    stream = listened(f"{served.url}/api/v1/events", served.token("screen"), since=0)
    event = msgspec.json.decode(next(stream).data, type=wire.Event)
    assert event.kind == "TicketCalled"
    assert event.kind in PUBLIC


def test_a_screen_gets_its_calls_and_the_waiting_figures(served: Served) -> None:
    token = served.token("screen")
    state = httpx.get(f"{served.url}/display/upstairs/state", headers={"Authorization": f"Bearer {token}"}).json()
    stream = listened(f"{served.url}/display/upstairs/events", token, since=state["seq"])
    threading.Timer(0.3, lambda: call(served)).start()
    told: dict[str, str] = {}
    for message in stream:
        told[message.event] = message.data
        if "call" in told and message.event == "waiting":
            break
    shown = msgspec.json.decode(told["call"], type=wire.ScreenCall)
    assert (shown.number, shown.counter, shown.floor, shown.language) == ("R001", 4, 1, "en")
    lines = msgspec.json.decode(told["waiting"], type=list[wire.ScreenLine])
    assert [(line.line, line.waiting) for line in lines] == [("residency", 0)]


def test_the_sign_above_a_counter_hears_how_it_stands_before_the_call_and_nothing_once_it_is_revoked(
    served: Served,
) -> None:
    token = served.token("screen", "sign-4")
    state = httpx.get(f"{served.url}/display/sign/state", headers={"Authorization": f"Bearer {token}"}).json()
    assert state["counter"] == {"state": "closed", "number": None}
    stream = listened(f"{served.url}/display/sign/events", token, since=state["seq"])
    threading.Timer(0.3, lambda: call(served)).start()
    told: list[tuple[str, str]] = []
    while ("call", "R001") not in told:
        message = next(stream)
        if message.event == "counter":
            stands = msgspec.json.decode(message.data, type=wire.ScreenCounter)
            told.append((stands.state, stands.number or ""))
        if message.event == "call":
            told.append(("call", msgspec.json.decode(message.data, type=wire.ScreenCall).number))
    assert told[-2:] == [("open", "R001"), ("call", "R001")]
    served.line("supervisor").revoke("sign-4")
    assert "call" not in [message.event for message in stream], "it ends"


def test_a_quiet_screen_hears_a_beat(served: Served) -> None:
    stream = listened(f"{served.url}/display/hall/events", served.token("screen"))
    assert next(stream).event == "beat"


def test_the_clients_stream_hears_each_event_once_and_says_whether_it_is_up(served: Served) -> None:
    heard: list[int] = []
    enough = threading.Event()
    up = threading.Event()

    def hear(event: wire.Event) -> None:
        heard.append(event.seq)
        if event.kind == "TicketCalled":
            enough.set()

    def notice(lively: bool) -> None:
        if lively:
            up.set()

    token = served.token("supervisor")
    stream = Stream(served.url, lambda: token, hear, notice)
    stream.start()
    assert up.wait(10)
    call(served)
    assert enough.wait(10)
    stream.stop()
    assert heard == list(range(heard[0], heard[0] + len(heard)))


def test_an_unknown_screen_is_a_problem(served: Served) -> None:
    headers = {"Authorization": f"Bearer {served.token('screen')}"}
    assert httpx.get(f"{served.url}/display/nowhere/state", headers=headers).json()["code"] == "unknown"


def test_a_screens_browser_keeps_the_token_where_scripts_cannot_read_it(served: Served) -> None:
    with httpx.Client(base_url=served.url, follow_redirects=True) as browser:
        assert browser.get("/display/hall").status_code == 401
        page = browser.get("/display/hall", params={"token": served.token("screen")})
        assert (page.status_code, page.url.query) == (200, b"")
        assert "HttpOnly" in page.history[0].headers["set-cookie"]
        assert browser.get("/display/hall/state").status_code == 200
        assert "script-src 'self'" in page.headers["content-security-policy"]
