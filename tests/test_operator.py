"""The operator's commands, beside a running server."""

import json
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from queue_server import wire
from queue_server.client.api import Api
from tests.offices import CATALOGUE
from tests.servers import PASSWORD, OwnProcess, operate


def status(process: OwnProcess, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(f"{process.url}/api/v1/catalogue", headers=headers).status_code


def test_a_token_is_good_until_it_is_revoked(own_process: OwnProcess) -> None:
    token = own_process.operator("token", "--role", "kiosk", "--name", "kiosk-1")
    assert status(own_process, token) == 200
    own_process.operator("token", "--role", "kiosk", "--name", "kiosk-1", "--revoke")
    for _ in range(60):
        if status(own_process, token) == 401:
            return
    pytest.fail("a revoked token still works")


def test_a_clerk_is_added_disabled_and_reset(own_process: OwnProcess) -> None:
    desk = Api(own_process.url, own_process.operator("token", "--role", "desk", "--name", "desk-1"), patience=1)
    own_process.operator("clerk", "add", "huda", "--role", "information", typed=PASSWORD)
    enrolled = desk.token
    session = desk.sign_in("huda", PASSWORD)
    assert session.role == "information"
    own_process.operator("clerk", "disable", "huda")
    desk.token = enrolled
    with pytest.raises(Exception, match="wrong_password"):
        desk.sign_in("huda", PASSWORD)
    own_process.operator("clerk", "reset", "huda", typed="another long password")
    assert desk.sign_in("huda", "another long password").username == "huda"
    desk.close()


def test_a_partner_agencys_clerk_sees_and_serves_their_own_lines(own_process: OwnProcess) -> None:
    desk = Api(own_process.url, own_process.operator("token", "--role", "desk", "--name", "desk-1"), patience=1)
    own_process.operator("clerk", "add", "noor", "--agency", "npra", "--lines", "residency", typed=PASSWORD)
    desk.sign_in("noor", PASSWORD)
    assert [line.line for line in desk.hall().lines] == ["residency"]
    refused = operate("clerk", "add", "omar", "--agency", "nowhere", "--data", str(own_process.data), typed=PASSWORD)
    assert (refused.returncode, "nowhere" in refused.stderr) == (1, True)
    desk.close()


def test_a_weak_password_is_refused(office_at_rest: OwnProcess) -> None:
    refused = operate("clerk", "add", "huda", "--data", str(office_at_rest.data), typed="short\n")
    assert refused.returncode == 1
    assert "at least 10" in refused.stderr


def test_a_catalogue_is_checked_before_it_is_used(tmp_path: Path) -> None:
    good = operate("catalogue", "check", str(CATALOGUE))
    assert (good.returncode, "4 services" in good.stdout) == (0, True)
    broken = tmp_path / "broken.toml"
    broken.write_text(CATALOGUE.read_text().replace('worker-abroad = ["yes"]', 'worker-abroat = ["yes"]'))
    bad = operate("catalogue", "check", str(broken))
    assert bad.returncode == 1
    assert "worker-abroad" in bad.stderr


def test_the_shipped_catalogue_holds_and_the_program_says_so_by_itself() -> None:
    shipped = Path(__file__).parent.parent / "assets" / "catalogue" / "lmra.toml"
    check = [sys.executable, "-m", "queue_server", "catalogue", "check", str(shipped)]
    assert subprocess.run(check, capture_output=True, check=True).stderr == b""


def test_a_backup_is_taken_while_serving_and_brings_everything_back(own_process: OwnProcess, tmp_path: Path) -> None:
    kiosk = Api(own_process.url, own_process.operator("token", "--role", "kiosk", "--name", "k"))
    before = kiosk.open_check(wire.NewCheck("renew", "en", wire.Caller("employer")))
    copy = tmp_path / "copy.sqlite"
    own_process.operator("backup", str(copy))
    after = kiosk.open_check(wire.NewCheck("renew", "en", wire.Caller("employer")))
    own_process.stop()
    own_process.operator("restore", str(copy))
    assert own_process.operator("verify") == "sound"
    own_process.start()
    assert kiosk.check(before.id).id == before.id
    with pytest.raises(Exception, match="unknown"):
        kiosk.check(after.id)
    kiosk.close()


def test_a_damaged_backup_is_not_put_back(office_at_rest: OwnProcess, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    damaged.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    refused = operate("restore", str(damaged), "--data", str(office_at_rest.data))
    assert refused.returncode == 1
    assert office_at_rest.operator("verify") == "sound"


def test_verify_names_what_contradicts_itself(office_at_rest: OwnProcess) -> None:
    import sqlite3

    office_at_rest.operator("token", "--role", "kiosk", "--name", "k")
    database = sqlite3.connect(office_at_rest.data / "dawr.sqlite")
    database.execute("DELETE FROM journal WHERE seq = 1")
    database.commit()
    database.close()
    found = operate("verify", "--data", str(office_at_rest.data))
    assert (found.returncode, "no gap" in found.stdout) == (1, True)


def test_the_journal_is_printed_as_json_lines(office_at_rest: OwnProcess) -> None:
    office_at_rest.operator("token", "--role", "kiosk", "--name", "k")
    lines = [json.loads(line) for line in office_at_rest.operator("journal").splitlines()]
    assert [(line["seq"], line["kind"]) for line in lines] == [(1, "OfficeOpened"), (2, "DeviceEnrolled")]


def test_applications_are_imported_whole_or_not_at_all(office_at_rest: OwnProcess, tmp_path: Path) -> None:
    file = tmp_path / "applications.csv"
    file.write_text("number,service,caller,documents\n77,renew,employer,contract\n78,renew,pirate,\n")
    refused = operate("applications", "import", str(file), "--data", str(office_at_rest.data))
    assert (refused.returncode, "pirate" in refused.stderr) == (1, True)
    file.write_text("number,service,caller,documents\n77,renew,employer,contract passport\n")
    assert office_at_rest.operator("applications", "import", str(file)) == "1 applications"


def test_an_office_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    nowhere = operate("verify", "--data", str(tmp_path / "nowhere"))
    assert nowhere.returncode == 1
    assert "no such thing" in nowhere.stderr


def test_a_screen_that_cannot_be_read_from_the_farthest_seat_is_refused_at_the_start(tmp_path: Path) -> None:
    refused = operate("serve", "--data", str(tmp_path), "--seat-metres", "40", "--screen-inches", "32")
    assert refused.returncode == 1
    assert "farthest seat" in refused.stderr


def test_a_setting_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "dawr.toml"
    file.write_text("prot = 8000\n")
    refused = operate("serve", "--data", str(tmp_path), "--config", str(file))
    assert refused.returncode == 1
    assert "prot" in refused.stderr


def test_a_server_told_to_stop_lets_its_streams_go_at_once(own_process: OwnProcess) -> None:
    token = own_process.operator("token", "--role", "screen", "--name", "hall")
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.stream("GET", f"{own_process.url}/display/hall/events", headers=headers, timeout=10) as stream:
        assert stream.status_code == 200
        begun = time.monotonic()
        own_process.stop()
        assert time.monotonic() - begun < 2
    assert "ERROR" not in (own_process.data / "server.log").read_text()
