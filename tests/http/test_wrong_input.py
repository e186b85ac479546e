"""Wrong input of every kind: a coded answer in the user's language, and nothing changed."""

import json
from typing import Any

import httpx
import pytest

from queue_server.store.opening import OPERATOR
from tests.servers import Served

GOOD: dict[str, Any] = {"service": "renew", "language": "en", "caller": {"class": "employer"}}
LONG = "x" * 10_000

BODIES: list[tuple[str, bytes | dict[str, Any]]] = [
    ("not JSON", b"{"),
    ("not UTF-8", b"\xff\xfe"),
    ("an array", b"[]"),
    ("nothing", b""),
    ("deep", b'{"service":' * 1000 + b"1" + b"}" * 1000),
    ("no service", {"language": "en", "caller": {"class": "employer"}}),
    ("a service that is a number", GOOD | {"service": 7}),
    ("a long service", GOOD | {"service": LONG}),
    ("an unknown service", GOOD | {"service": "fly"}),
    ("a service with control characters", GOOD | {"service": "renew\x1b@\x1dV"}),
    ("a service with a wildcard", GOOD | {"service": "%"}),
    ("SQL", GOOD | {"service": "' OR '1'='1"}),
    ("an unknown language", GOOD | {"language": "xx"}),
    ("a language that is none", GOOD | {"language": "../../etc"}),
    ("a wrong CPR", GOOD | {"caller": {"class": "employer", "cpr": "12"}}),
    ("a field too many", GOOD | {"admin": True}),
    ("a body of a megabyte", b" " * 1_000_000),
]


@pytest.mark.parametrize("body", [body for _what, body in BODIES], ids=[what for what, _body in BODIES])
def test_a_wrong_check_is_refused_with_a_code_and_changes_nothing(served: Served, body: bytes | dict[str, Any]) -> None:
    headers = {
        "Authorization": f"Bearer {served.token('kiosk')}",
        "Idempotency-Key": "k",
        "Content-Type": "application/json",
        "Accept-Language": "ar",
    }
    before = _seq(served)
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = httpx.post(f"{served.url}/api/v1/checks", headers=headers, content=content)
    assert 400 <= answer.status_code < 500, answer.text
    problem = answer.json()
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert problem["code"] in {"malformed", "unknown"}
    assert any("\u0600" <= letter <= "\u06ff" for letter in problem["detail"])
    assert _seq(served) == before


def test_an_act_without_a_key_is_refused(served: Served) -> None:
    headers = {"Authorization": f"Bearer {served.token('kiosk')}"}
    answer = httpx.post(f"{served.url}/api/v1/checks", json=GOOD, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_missing")


def test_a_first_answer_is_nobody_elses(served: Served) -> None:
    first, second = (
        httpx.post(
            f"{served.url}/api/v1/checks",
            json=GOOD,
            headers={"Authorization": f"Bearer {served.token('kiosk', name)}", "Idempotency-Key": "the-same"},
        )
        for name in ("north", "south")
    )
    assert first.status_code == 201
    assert (second.status_code, second.json()["code"]) == (422, "idempotency_key_reused")
    assert first.json()["id"] not in second.text


def test_a_waivers_reason_is_bounded(served: Served) -> None:
    desk = served.line("information")
    for reason in ("", "ab", LONG):
        answer = httpx.patch(
            f"{served.url}/api/v1/checks/x",
            json={"waive": {"requirement": "passport", "reason": reason}},
            headers={"Authorization": f"Bearer {desk.token}", "Idempotency-Key": reason[:9] or "-"},
        )
        assert answer.status_code == 400


def test_an_address_that_is_none_is_a_problem_too(served: Served) -> None:
    answer = httpx.get(f"{served.url}/api/v2/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def _seq(served: Served) -> int:
    return served.database.read(OPERATOR, lambda tx: int(tx.seq)).result(10)
