"""The ground floor over HTTP."""

from datetime import date

import httpx
import msgspec
import pytest

from queue_server import wire
from queue_server.client.errors import PapersIncomplete, Refused
from queue_server.domain.applications import Filed
from queue_server.domain.trust import Role
from queue_server.store.opening import OPERATOR
from tests.offices import GOOD_PAPERS
from tests.servers import PASSWORD, Served


def test_a_ready_check_gets_a_number_and_a_slip(served_on_both: Served) -> None:
    kiosk = served_on_both.line("kiosk")
    check = kiosk.open_check(wire.NewCheck("renew", "en", wire.Caller("employer")))
    check = kiosk.change_check(check.id, wire.CheckChange(answers={"worker-abroad": "no"}, documents=GOOD_PAPERS))
    issued = kiosk.issue(check.id)
    assert (issued.number, issued.floor, issued.line_name) == ("C001", 1, "Commercial services")
    assert issued.track.startswith(f"{served_on_both.url}/t/")
    assert len(issued.slip) > 1000
    assert kiosk.check(check.id).number == "C001"
    assert httpx.get(issued.track).status_code == 200


def test_a_refused_number_tells_the_findings_in_the_callers_language(served: Served) -> None:
    kiosk = served.line("kiosk")
    kiosk.language = "ar"
    check = kiosk.open_check(wire.NewCheck("residence", "ar", wire.Caller("worker")))
    kiosk.change_check(check.id, wire.CheckChange(documents=[wire.Paper("passport", "have", expires=date(2020, 1, 1))]))
    with pytest.raises(PapersIncomplete) as refused:
        kiosk.issue(check.id)
    assert refused.value.findings[0].result == "expired"
    assert "2020" in refused.value.findings[0].reason
    assert len(kiosk.bring_list(check.id).slip) > 1000


def test_the_catalogue_has_a_tag_and_is_not_sent_twice(served: Served) -> None:
    headers = {"Authorization": f"Bearer {served.token('kiosk')}"}
    first = httpx.get(f"{served.url}/api/v1/catalogue", headers=headers)
    again = httpx.get(f"{served.url}/api/v1/catalogue", headers=headers | {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    catalogue = msgspec.json.decode(first.content, type=wire.Catalogue)
    assert [service.id for service in catalogue.services] == ["renew", "residence", "status", "bring-a-worker"]


def test_the_same_key_gives_the_same_number_and_slip(served: Served) -> None:
    kiosk = served.line("kiosk")
    check = kiosk.open_check(wire.NewCheck("residence", "en", wire.Caller("worker")))
    kiosk.change_check(check.id, wire.CheckChange(documents=GOOD_PAPERS[:1]))
    headers = {"Authorization": f"Bearer {kiosk.token}", "Idempotency-Key": "one"}
    answers = {
        httpx.post(f"{served.url}/api/v1/tickets", json={"check": check.id}, headers=headers).content for _ in range(3)
    }
    assert len(answers) == 1
    other = httpx.post(f"{served.url}/api/v1/tickets", json={"check": "other"}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def test_an_application_number_opens_its_own_check(served: Served) -> None:
    filed = Filed("2026-77", "renew", "employer", {}, ("contract",))
    served.database.act(OPERATOR, lambda tx: tx.applications.replace([filed])).result(10)
    kiosk = served.line("kiosk")
    with pytest.raises(Refused) as nowhere:
        kiosk.application("1")
    assert nowhere.value.status == 404
    found = kiosk.application("2026-77")
    assert (found.service, found.on_file) == ("renew", ["contract"])


def test_health_needs_no_token(served: Served) -> None:
    assert httpx.get(f"{served.url}/health").json()["status"] == "ok"


def test_the_interface_describes_itself(served: Served) -> None:
    schema = httpx.get(f"{served.url}/schema/openapi.json").json()
    assert "/api/v1/checks/{check_id}" in schema["paths"]
    assert "Check" in str(schema["components"]["schemas"].keys())


def test_a_second_clerk_agrees_by_name_and_password_which_are_kept_nowhere(served: Served) -> None:
    served.add_clerk("salman", Role.SUPERVISOR)
    desk = served.line("information")
    check = desk.open_check(wire.NewCheck("renew", "en", wire.Caller("employer"), "information"))

    def waive(password: str) -> wire.Check:
        second = wire.SignIn("salman", password)
        return desk.change_check(check.id, wire.CheckChange(waive=wire.Waiver("contract", "on file", second)))

    with pytest.raises(Refused) as refused:
        waive("not the password")
    assert (refused.value.code, refused.value.status) == ("second_clerk_refused", 422)
    assert next(each for each in waive(PASSWORD).findings if each.waived_by).waived_with == "salman"
    kept = served.database.read(OPERATOR, lambda tx: tx.people.clerk("salman")).result(5)
    assert kept is not None
    assert kept.failures == 0
