"""Devices let in over HTTP: the secret never leaves the device, the token reaches nobody else."""

from pathlib import Path

import httpx
import pytest

from queue_server import wire
from queue_server.__main__ import main
from queue_server.client.api import Api
from queue_server.client.errors import Refused
from tests.servers import Served

SECRET = "a-secret-of-the-device-its-very-own"


def test_a_kiosk_without_a_token_gets_one_from_a_supervisor(served: Served) -> None:
    kiosk = Api(served.url, "", patience=0)
    served.lines.append(kiosk)
    asked = kiosk.ask_admission(wire.AskAdmission(SECRET, "kiosk"))
    assert kiosk.admission(SECRET).token is None
    boss = served.line("supervisor")
    with pytest.raises(Refused) as wrong:
        boss.approve("ZZZZZZZZ", wire.Approve("north", "kiosk"))
    assert wrong.value.code == "unknown"
    boss.approve(asked.code, wire.Approve("north", "kiosk", "Hall"))
    kiosk.token = kiosk.admission(SECRET).token or ""
    assert kiosk.myself() == wire.Device("north", "kiosk", "Hall")
    assert kiosk.catalogue().services
    opened = kiosk.open_service(boss.allow_service("north").code)
    assert opened.approver == "supervisor"
    assert boss.revoke("north") == 1
    with pytest.raises(Refused) as ended:
        kiosk.myself()
    assert ended.value.status == 401


def test_a_refused_or_foreign_secret_gets_nothing(served: Served) -> None:
    kiosk = Api(served.url, "", patience=0)
    served.lines.append(kiosk)
    asked = kiosk.ask_admission(wire.AskAdmission(SECRET, "kiosk"))
    served.line("supervisor").refuse(asked.code)
    assert (kiosk.admission(SECRET).state, kiosk.admission(SECRET).token) == ("refused", None)
    for secret in ("x", "x" * 40, asked.code):
        with pytest.raises(Refused) as nothing:
            kiosk.admission(secret)
        assert nothing.value.status == 404


def test_a_short_secret_or_a_persons_role_is_malformed(served: Served) -> None:
    for wrong in ({"secret": "short", "role": "kiosk"}, {"secret": SECRET, "role": "supervisor"}, {"secret": SECRET}):
        answer = httpx.post(f"{served.url}/api/v1/enrolments", json=wrong, headers={"Idempotency-Key": "k"})
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


def test_the_operators_console_lets_a_kiosk_in_and_opens_its_service_page(
    served: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kiosk = Api(served.url, "", patience=0)
    served.lines.append(kiosk)
    code = kiosk.ask_admission(wire.AskAdmission(SECRET, "kiosk")).code
    here = ["--data", str(tmp_path)]
    assert main(["enrol", code, *here]) == 1
    assert "--name must be given" in capsys.readouterr().err
    assert main(["enrol", "ZZZZZZZZ", "--name", "north", *here]) == 1
    assert main(["enrol", code, "--name", "north", "--place", "Hall", *here]) == 0
    kiosk.token = kiosk.admission(SECRET).token or ""
    assert kiosk.myself().place == "Hall"
    assert main(["service", "north", *here]) == 0
    assert kiosk.open_service(capsys.readouterr().out.strip()).approver == "operator"
    assert main(["token", "--revoke", "--name", "north", "--role", "kiosk", *here]) == 0


def test_the_operators_console_lets_a_television_in_as_a_screen(served: Served, tmp_path: Path) -> None:
    television = Api(served.url, "", patience=0)
    served.lines.append(television)
    code = television.ask_admission(wire.AskAdmission(SECRET, "screen")).code
    letting_in = ["enrol", code, "--role", "screen", "--name", "tv-1", "--data", str(tmp_path)]
    assert main([*letting_in, "--screen", "nowhere"]) == 1
    assert main([*letting_in, "--screen", "upstairs"]) == 0
    told = httpx.get(f"{served.url}/display/pairing", headers={"Authorization": f"Bearer {SECRET}"})
    assert told.json()["screen"] == "upstairs"
    assert "token" not in told.json()
    assert "HttpOnly" in told.headers["set-cookie"]
