"""Every act at a counter and away from it, spoken over HTTP through the stations' own client."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import httpx
import pytest

from queue_server import wire
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from tests.servers import Served

PASSPORT = wire.Paper("passport", "have", expires=date(2031, 1, 1))


@pytest.fixture
def desk(served_on_both: Served) -> Api:
    """A clerk at counter 1."""
    api = served_on_both.line("clerk", "ali")
    api.open_counter(1)
    return api


def issue(served: Served, service: str = "bring-a-worker", appointment: str | None = None) -> wire.Issued:
    kiosk = served.line("kiosk")
    check = kiosk.open_check(wire.NewCheck(service, "en", wire.Caller("employer")))
    kiosk.change_check(check.id, wire.CheckChange(documents=[PASSPORT]))
    return kiosk.issue(check.id, appointment=appointment)


def states(ticket: wire.Ticket) -> list[tuple[str, str]]:
    return [(leg.line, leg.state) for leg in ticket.legs]


def test_a_whole_visit_with_everything_a_clerk_may_do(served_on_both: Served, desk: Api) -> None:
    issued = issue(served_on_both)
    assert desk.call_number(1, issued.number).number == issued.number
    assert desk.undo(1).ticket is None
    desk.call_next(1)
    desk.recall(1)
    assert states(desk.send_back(1))[0] == ("commercial", "waiting")
    desk.call_next(1)
    assert states(desk.park(1, "photo", datetime.now(UTC) + timedelta(seconds=1)))[0] == ("commercial", "parked")
    desk.undo(1)
    desk.start(1)
    assert len(desk.add_service(1, "residence", "and this").legs) == 3
    sent = desk.transfer(1, wire.Transfer(line="commercial", place="last", note="back to us"))
    assert states(sent) == [
        ("commercial", "done"),
        ("commercial", "waiting"),
        ("residency", "planned"),
        ("residency", "planned"),
    ]
    desk.call_next(1)
    desk.start(1)
    assert states(desk.finish(1, wire.Finish()))[2:] == [("residency", "waiting"), ("residency", "planned")]
    partner = served_on_both.line("clerk", "noor")
    partner.open_counter(4)
    for _ in range(2):
        partner.call_next(4)
        partner.start(4)
        partner.finish(4, wire.Finish())
    assert {state for _line, state in states(desk.find_ticket(issued.number))} == {"done"}


def test_a_walk_in_over_http(desk: Api) -> None:
    visitor = desk.walk_in(1, wire.WalkIn("renew", "employer", "papers seen here", "ar", "disabled"))
    assert (visitor.language, visitor.priority, states(visitor)) == ("ar", "disabled", [("commercial", "serving")])


def test_whoever_asks_is_told_why_one_went_before_another(served_on_both: Served, desk: Api) -> None:
    first, second = issue(served_on_both), issue(served_on_both)
    desk.call_next(1)
    told = served_on_both.line("supervisor").explain(first.number.lower(), second.number)
    assert (told.first, told.second, told.code, told.counter) == (first.number, second.number, "due_earlier", 1)
    assert [due.number for due in told.dues] == [first.number, second.number]
    with pytest.raises(Refused, match="unknown"):
        served_on_both.line("auditor").explain(first.number, "Z999")


def test_a_no_show_comes_back_at_the_kiosk_and_another_leaves(served_on_both: Served, desk: Api) -> None:
    away, gone = issue(served_on_both), issue(served_on_both)
    desk.call_next(1)
    desk.no_show(1)
    kiosk = served_on_both.line("kiosk", "kiosk-2")
    assert states(kiosk.come_back(away.id))[0] == ("commercial", "waiting")
    assert {state for _line, state in states(kiosk.cancel(gone.id))} == {"cancelled"}
    with pytest.raises(Refused, match="wrong_state"):
        kiosk.come_back(gone.id)


def test_an_appointment_booked_from_outside_is_kept_at_the_kiosk(served_on_both: Served) -> None:
    web = served_on_both.line("channel", "web")
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    slots = web.slots("residence", tomorrow)
    assert len(slots) == 12
    booked = web.book("residence", slots[0].at, "ar")
    assert web.slots("residence", tomorrow)[0].free == slots[0].free - 1
    with pytest.raises(Refused, match="wrong_appointment"):
        issue(served_on_both, "residence", booked.code)
    assert web.cancel_booking(booked.code).state == "cancelled"
    assert web.appointment(booked.code).state == "cancelled"


def test_the_supervisor_ends_the_day(served_on_both: Served, desk: Api) -> None:
    issued = issue(served_on_both)
    supervisor = served_on_both.line("supervisor")
    assert supervisor.end_day().expired == 2
    assert {state for _line, state in states(supervisor.ticket(issued.id))} == {"expired"}
    assert supervisor.counter(1).state == "closed"


def test_every_new_act_under_the_same_key_is_done_once(served_on_both: Served, desk: Api) -> None:
    issue(served_on_both)
    desk.call_next(1)
    headers = {"Authorization": f"Bearer {desk.token}", "Idempotency-Key": uuid4().hex}
    url = f"{served_on_both.url}/api/v1/counters/1/add"
    answers = [httpx.post(url, headers=headers, json={"service": "residence"}) for _ in range(3)]
    assert len({answer.content for answer in answers}) == 1
    assert len(answers[0].json()["legs"]) == 3
    other = httpx.post(url, headers=headers, json={"service": "renew"})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("call", {}),
        ("call", {"number": ""}),
        ("park", {"until": "yesterday"}),
        ("park", {"until": "2026-11-24T10:00:00"}),
        ("transfer", {"line": 5}),
        ("transfer", {"line": "residency", "place": "middle"}),
        ("walk-in", {"service": "renew", "caller": "employer"}),
        ("walk-in", {"service": "renew", "caller": "employer", "reason": "x"}),
        ("add", {"service": "renew", "extra": True}),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_place(served: Served, act: str, body: dict[str, object]) -> None:
    headers = {"Authorization": f"Bearer {served.token('clerk')}", "Idempotency-Key": uuid4().hex}
    answer = httpx.post(f"{served.url}/api/v1/counters/1/{act}", headers=headers, json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
