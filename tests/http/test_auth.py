"""Every route and every role: what the table does not allow is denied."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute

from queue_server import wire
from queue_server.app import build
from queue_server.client.errors import NotSignedIn, Refused
from queue_server.domain.trust import CLERKS, Role
from queue_server.http.auth import TABLE
from queue_server.settings import Settings
from queue_server.store.opening import OPERATOR
from tests.servers import PASSWORD, OwnProcess, Served

EVERYBODY: list[Role | None] = [None, *Role]
FILLED = {
    "check_id": "x",
    "referral_id": "x",
    "ticket_id": "x",
    "number": "x",
    "n": "1",
    "screen_id": "hall",
    "name": "x",
    "token": "x",
    "code": "x",
    "page": "x",
    "line": "x",
    "layout": "x",
}

PREVIEW = "/display/preview/"
"""Open to whoever has a code from the desk, which `tests/display/test_preview.py` holds."""


def routes(app: Litestar) -> set[tuple[str, str]]:
    return {
        (str(method), route.path_format)
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for method in route.methods
        if method not in {"OPTIONS", "HEAD"}
    }


def test_every_route_stands_in_the_table_and_the_other_way_round(served: Served) -> None:
    app = build(Settings(), served.database)
    assert routes(app) - {("GET", "/schema"), ("GET", "/schema/{path}")} == set(TABLE)


def test_each_role_may_do_exactly_what_the_table_says(served: Served) -> None:
    tokens = {role: served.token(role) for role in Role}
    wrong = []
    with httpx.Client(base_url=served.url) as http:
        for (method, path), allowed in TABLE.items():
            for role in EVERYBODY:
                if path.endswith("/events") and role in allowed:
                    continue  # It would never end; tests of the stream have it.
                headers = {"Idempotency-Key": f"{method}{path}{role}"}
                if role is not None:
                    headers["Authorization"] = f"Bearer {tokens[role]}"
                status = http.request(method, path.format(**FILLED), headers=headers).status_code
                denied = status in {401, 403} and path != "/display/{screen_id}" and not path.startswith(PREVIEW)
                if denied == (role in allowed):
                    wrong.append((method, path, role, status))
    assert wrong == []


def test_a_token_nobody_gave_is_refused(served: Served) -> None:
    for token in ("x", "Bearer", "' OR 1=1 --", "x" * 500):
        answer = httpx.get(f"{served.url}/api/v1/catalogue", headers={"Authorization": f"Bearer {token}"})
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_revoked_token_is_refused_within_seconds(served: Served) -> None:
    token = served.token("kiosk", "kiosk-7")
    served.database.act(OPERATOR, lambda tx: tx.people.revoke_devices("kiosk-7", tx.at)).result(5)
    answer = httpx.get(f"{served.url}/api/v1/catalogue", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


def test_whoever_signed_in_on_a_desk_that_is_revoked_is_signed_in_no_longer(served: Served) -> None:
    served.add_clerk("huda")
    token = served.line("desk", "desk-7").sign_in("huda", PASSWORD).token
    served.database.act(OPERATOR, lambda tx: tx.people.revoke_devices("desk-7", tx.at)).result(5)
    answer = httpx.get(f"{served.url}/api/v1/hall", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


def test_a_clerk_signs_in_on_an_enrolled_desk_and_out_again(served: Served) -> None:
    served.add_clerk("huda")
    desk = served.line("desk")
    session = desk.sign_in("huda", PASSWORD)
    assert (session.role, desk.hall().referred) == ("clerk", 0)
    desk.sign_out()
    answer = httpx.get(f"{served.url}/api/v1/hall", headers={"Authorization": f"Bearer {session.token}"})
    assert answer.status_code == 401


def test_wrong_passwords_make_wait_but_never_lock_for_ever(served: Served) -> None:
    served.add_clerk("huda")
    token = served.token("desk")

    def try_it(password: str, username: str = "huda") -> tuple[int, str]:
        answer = httpx.post(
            f"{served.url}/api/v1/session",
            json={"username": username, "password": password},
            headers={"Authorization": f"Bearer {token}"},
        )
        return answer.status_code, answer.json().get("code", "")

    assert [try_it("wrong") for _ in range(5)] == [(401, "wrong_password")] * 5
    assert try_it(PASSWORD) == (429, "too_many")
    assert try_it("wrong", "nobody") == (401, "wrong_password")


@pytest.fixture
def first_start(tmp_path: Path) -> Iterator[OwnProcess]:
    """A server that makes its office."""
    process = OwnProcess(tmp_path / "office").start()
    yield process
    process.stop()


def test_only_the_setup_code_makes_the_first_administrator(first_start: OwnProcess) -> None:
    log = (first_start.data / "server.log").read_text()
    code = log.split("setup code: ")[1].split()[0]

    def set_up(code: str) -> int:
        body = {"code": code, "username": "root", "password": "a long password"}
        return httpx.post(f"{first_start.url}/api/v1/setup", json=body).status_code

    assert [set_up("BBBBBBBB"), set_up(code), set_up(code)] == [401, 204, 401]


def test_clerks_roles_are_for_people_and_the_others_for_devices() -> None:
    assert CLERKS.isdisjoint({Role.KIOSK, Role.SCREEN, Role.DESK, Role.CHANNEL})


def test_a_clerk_who_signs_in_elsewhere_is_told_so_at_the_first_desk(served: Served) -> None:
    served.add_clerk("huda")
    first, second = served.line("desk", "desk-7"), served.line("desk", "desk-8")
    first.sign_in("huda", PASSWORD)
    second.sign_in("huda", PASSWORD)
    with pytest.raises(NotSignedIn, match="You signed in at another desk: desk-8") as told:
        first.hall()
    assert told.value.code == "signed_in_elsewhere"
    assert second.hall().referred == 0


def test_a_locked_desk_is_opened_by_its_own_clerk_and_cleared_by_a_supervisor(served: Served) -> None:
    for username, role in (("huda", Role.CLERK), ("ali", Role.CLERK), ("salman", Role.SUPERVISOR)):
        served.add_clerk(username, role)
    desk = served.line("desk")
    desk.sign_in("huda", PASSWORD)
    desk.confirm("huda", PASSWORD)
    for username, password in (("huda", "wrong"), ("ali", PASSWORD), ("nobody", PASSWORD)):
        with pytest.raises(NotSignedIn) as refused:
            desk.confirm(username, password)
        assert refused.value.code == "wrong_password"
    for username, password in (("ali", PASSWORD), ("salman", "wrong")):
        with pytest.raises(Refused) as no:
            desk.send_off(username, password)
        assert no.value.code == "second_clerk_refused"
    desk.send_off("salman", PASSWORD)
    with pytest.raises(NotSignedIn):
        desk.hall()


def test_a_clerk_learns_the_figures_of_their_own_day_only(served: Served) -> None:
    served.add_clerk("huda")
    served.add_clerk("ali")
    desk, other = served.line("desk", "desk-1"), served.line("desk", "desk-2")
    desk.sign_in("huda", PASSWORD)
    other.sign_in("ali", PASSWORD)
    desk.open_counter(1)
    desk.walk_in(1, wire.WalkIn("renew", "employer", "the father is here", "ar"))
    desk.finish(1, wire.Finish())
    assert (desk.my_day().served, other.my_day().served) == (1, 0)
