"""What a partner agency's clerk can learn from the server: every route asked, every answer searched."""

from collections.abc import Callable
from datetime import date

import httpx
import pytest

from queue_server import wire
from queue_server.application import staff
from queue_server.client.api import Api
from queue_server.client.errors import Forbidden, Refused
from queue_server.domain.trust import Role
from queue_server.http.auth import PARTNERS, TABLE
from queue_server.store.opening import OPERATOR
from queue_server.system import SystemPasswords
from tests.http.test_auth import FILLED
from tests.offices import GOOD_PAPERS
from tests.servers import PASSWORD, Served

PASSPORT = [wire.Paper("passport", "have", expires=date(2031, 1, 1))]


def partner(served: Served, role: Role = Role.CLERK) -> Api:
    enrolled = served.database.act(OPERATOR, lambda tx: staff.enrol_device(tx, f"npra-{role}", role, None, "npra"))
    api = Api(served.url, enrolled.result(10), patience=2.0)
    served.lines.append(api)
    return api


def visitor(kiosk: Api, service: str, caller: str = "employer") -> tuple[wire.Check, wire.Issued]:
    check = kiosk.open_check(wire.NewCheck(service, "en", wire.Caller(caller)))
    answers = {"worker-abroad": "no"} if service == "renew" else None
    papers = GOOD_PAPERS if service == "renew" else PASSPORT
    kiosk.change_check(check.id, wire.CheckChange(answers=answers, documents=papers))
    return check, kiosk.issue(check.id)


@pytest.mark.parametrize("role", [Role.CLERK, Role.INFORMATION, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_whatever_their_role_they_reach_nothing_but_what_a_counter_needs(served: Served, role: Role) -> None:
    token = partner(served, role).token
    wrong = []
    with httpx.Client(base_url=served.url, headers={"Authorization": f"Bearer {token}"}) as http:
        for (method, path), allowed in TABLE.items():
            if None in allowed or path.endswith("/events"):
                continue
            answer = http.request(method, path.format(**FILLED), headers={"Idempotency-Key": method + path})
            denied = "urn:dawr:forbidden" in answer.text
            if denied == (role in allowed and (method, path) in PARTNERS):
                wrong.append((method, path, answer.status_code))
    assert wrong == []


def test_no_answer_tells_of_another_agencys_visit(served: Served) -> None:
    kiosk, clerk = served.line("kiosk"), served.line("clerk", "ali")
    check, alien = visitor(kiosk, "renew")
    clerk.open_counter(1)
    clerk.call_next(1)
    npra = partner(served)
    asked: list[Callable[[], object]] = [
        lambda: npra.ticket(alien.id),
        lambda: npra.find_ticket(alien.number),
        lambda: npra.check(check.id),
        lambda: npra.counter(1),
        lambda: npra.explain(alien.number, alien.number),
        lambda: npra.cancel(alien.id),
        lambda: npra.come_back(alien.id),
    ]
    for ask in asked:
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.code == "unknown"
    seen = npra.hall()
    assert {line.line for line in seen.lines} == {"residency"}
    assert {line for place in seen.counters for line in place.lines} == {"residency"}
    assert alien.number not in str(seen)


def test_of_a_shared_visit_they_see_their_step_and_the_hand_over_note(served: Served) -> None:
    kiosk, clerk = served.line("kiosk"), served.line("clerk", "ali", 1)
    _check, shared = visitor(kiosk, "bring-a-worker")
    clerk.open_counter(1)
    clerk.call_next(1)
    npra = partner(served)
    mine = npra.ticket(shared.id)
    assert [(leg.line, leg.state, leg.counter) for leg in mine.legs] == [("residency", "planned", None)]
    assert (mine.check, mine.waivers, mine.ahead) == ("", 0, 0)
    clerk.transfer(1, wire.Transfer(line="residency", note="The photo is too old."))
    npra.open_counter(4)
    called = npra.call_next(4)
    assert called is not None
    assert [(leg.line, leg.note) for leg in called.legs if leg.state == "called"] == [
        ("residency", "The photo is too old.")
    ]
    assert "commercial" not in str(called)
    assert npra.counter(4).ticket == called


def test_where_the_visit_goes_on_with_the_house_is_not_told(served: Served) -> None:
    npra = partner(served)
    visitor(served.line("kiosk"), "residence", "worker")
    npra.open_counter(4)
    called = npra.call_next(4)
    assert called is not None
    npra.start(4)
    npra.add_service(4, "renew", "Needs a permit too.")
    npra.finish(4, wire.Finish())
    later = npra.ticket(called.id)
    assert (later.service, [leg.line for leg in later.legs]) == ("residence", ["residency"])


def test_their_own_services_papers_are_read_without_the_code_that_leads_back_to_them(served: Served) -> None:
    check, issued = visitor(served.line("kiosk"), "residence", "worker")
    npra = partner(served)
    assert npra.ticket(issued.id).check == check.id
    papers = npra.check(check.id)
    assert [finding.requirement for finding in papers.findings] == ["passport"]
    assert (papers.resume_code, papers.caller, papers.refer_reason) == ("", "", "")


def test_they_open_no_check_and_give_no_number(served: Served) -> None:
    npra = partner(served, Role.SUPERVISOR)
    with pytest.raises(Forbidden):
        npra.open_check(wire.NewCheck("residence", "en", wire.Caller("worker"), "information"))
    for _ in range(2):  # The second time the short way knows the token: it denies as well.
        with pytest.raises(Forbidden):
            npra.issue("x")
    with pytest.raises(Forbidden):
        npra.end_day()


def test_their_supervisor_looks_after_their_own_clerks_and_lines(served: Served) -> None:
    served.add_clerk("huda")
    hashed = SystemPasswords().hash(PASSWORD)
    hire = lambda tx: staff.add_clerk(tx, "noor", "Noor", Role.CLERK, hashed, agency="npra")  # noqa: E731
    served.database.act(OPERATOR, hire).result(10)
    npra = partner(served, Role.SUPERVISOR)
    assert [clerk.username for clerk in npra.clerks()] == ["noor"]
    npra.close_line("residency", "The system of the agency is down.")
    assert [line.open for line in npra.hall().lines] == [False]
    with pytest.raises(Refused) as refused:
        npra.close_line("commercial", "Not theirs.")
    assert refused.value.code == "unknown"
