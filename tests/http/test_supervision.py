"""What a supervisor arranges, over HTTP."""

import httpx
import pytest

from queue_server import wire
from queue_server.client.errors import Refused
from tests.servers import Served

PASSWORD = "typed once and kept nowhere"


def test_a_clerk_let_in_at_the_desk_signs_in_and_the_password_is_in_no_answer(served: Served) -> None:
    boss = served.line("supervisor")
    boss.engage(wire.NewClerk("noora", "Noora Saleh", "clerk", PASSWORD))
    assert served.line("desk").sign_in("noora", PASSWORD).name == "Noora Saleh"
    with pytest.raises(Refused) as short:
        boss.give_password("noora", "short")
    assert short.value.code == "weak_password"
    boss.dismiss("noora")
    assert [(one.username, one.disabled) for one in boss.clerks() if one.username == "noora"] == [("noora", True)]
    with pytest.raises(Refused):
        served.line("desk", "desk-2").sign_in("noora", PASSWORD)


def test_the_same_wish_under_the_same_key_is_granted_once(served: Served) -> None:
    headers = {"Authorization": f"Bearer {served.token('supervisor')}", "Idempotency-Key": "once"}
    body = {"username": "noora", "name": "Noora", "role": "clerk", "password": PASSWORD}
    answers = [httpx.post(f"{served.url}/api/v1/clerks", json=body, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert PASSWORD not in answers[0].text


def test_lines_counters_and_messages_are_arranged_with_a_reason(served: Served) -> None:
    boss = served.line("supervisor")
    boss.close_line("residency", "Their system is down")
    assert [line.line for line in boss.hall().lines if not line.open] == ["residency"]
    boss.open_line("residency")
    assert boss.arrange_counter(1, ["residency"], "Many wait there").lines == ["residency"]
    assert boss.tell_screens(wire.NewMessage(5, "hall", en="Hello")).screens[0].message is not None
    assert boss.hush_screens("hall").screens[0].message is None
    boss.try_sound(None)
    for path, body in (
        ("lines/residency/close", {"reason": " "}),
        ("counters/1/lines", {"lines": [], "reason": "abc"}),
    ):
        with pytest.raises(Refused) as wrong:
            boss._act("POST", f"/api/v1/{path}", body, dict)  # type: ignore[arg-type]
        assert wrong.value.status == 400
