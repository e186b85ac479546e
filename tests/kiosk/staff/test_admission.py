"""What a kiosk is let in by, without a screen: asked for, kept, lost, asked for again."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.staff.admission import Pass
from queue_server import wire
from queue_server.client.disk import Folder, Memory
from queue_server.client.errors import Refused, Unreachable

AT = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)


class Office:
    """Keeps who asked by which secret, and how that stands."""

    def __init__(self) -> None:
        self.stands: dict[str, wire.Admission] = {}
        self.away = False

    def ask_admission(self, asked: wire.AskAdmission) -> wire.Admission:
        assert asked.role == "kiosk"
        self._answers()
        code = "BCDFGHJK"[len(self.stands) :] + "L" * len(self.stands)
        return self.stands.setdefault(asked.secret, wire.Admission("asked", code, AT, seconds=600))

    def admission(self, secret: str) -> wire.Admission:
        self._answers()
        if secret not in self.stands:
            raise Refused(wire.Problem("about:blank", "No", 404, "unknown"))
        return self.stands[secret]

    def settles(self, state: str, token: str | None = None) -> None:
        """The last one who asked is let in, refused, or too late."""
        last = list(self.stands)[-1]
        self.stands[last] = wire.Admission(state, self.stands[last].code, AT, token)  # type: ignore[arg-type]

    def _answers(self) -> None:
        if self.away:
            raise Unreachable("away")


@pytest.fixture
def office() -> Office:
    return Office()


def test_the_same_code_is_shown_until_somebody_approves_it(office: Office) -> None:
    mine = Pass("", Memory())
    first = mine.ask(office)
    assert mine.ask(office).code == first.code
    office.settles("approved", "a token")
    mine.ask(office)
    assert mine.token == "a token"


def test_a_kiosk_started_again_shows_its_code_and_later_keeps_its_token(office: Office) -> None:
    disk = Memory()
    code = Pass("", disk).ask(office).code
    assert Pass("", disk).ask(office).code == code
    office.settles("approved", "a token")
    Pass("", disk).ask(office)
    assert Pass("", disk).token == "a token"


def test_an_expired_code_is_followed_by_another(office: Office) -> None:
    mine = Pass("", Memory())
    first = mine.ask(office)
    office.settles("expired")
    second = mine.ask(office)
    assert (second.state, second.code != first.code) == ("asked", True)


def test_a_refused_kiosk_shows_the_refusal_until_it_asks_anew(office: Office) -> None:
    mine = Pass("", Memory())
    mine.ask(office)
    office.settles("refused")
    assert [mine.ask(office).state for _ in range(2)] == ["refused", "refused"]
    mine.ask_anew()
    assert mine.ask(office).state == "asked"


def test_a_wish_whose_answer_was_lost_or_forgotten_is_made_again(office: Office) -> None:
    mine = Pass("", Memory())
    office.away = True
    with pytest.raises(Unreachable):
        mine.ask(office)
    office.away = False
    assert mine.ask(office).state == "asked"
    office.stands.clear()
    assert mine.ask(office).state == "asked"


def test_a_token_the_server_does_not_know_is_forgotten(office: Office) -> None:
    disk = Memory()
    mine = Pass("", disk)
    mine.ask(office)
    office.settles("approved", "a token")
    mine.ask(office)
    assert not mine.turned_away("an older token")
    assert mine.turned_away("a token")
    assert not mine.turned_away("a token")
    assert (mine.token, Pass("", disk).token) == ("", "")


def test_a_given_token_is_tried_before_the_kept_one(office: Office) -> None:
    disk = Memory()
    disk.replace("token", b"kept")
    mine = Pass("given", disk)
    tried = [mine.token for token in ("nobody's", "given", "kept") for _ in [mine.turned_away(token)]]
    assert tried == ["given", "kept", ""]


def test_nobody_else_can_read_what_is_kept(office: Office, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "admission")
    mine = Pass("", folder)
    mine.ask(office)
    office.settles("approved", "a token")
    mine.ask(office)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "admission").iterdir()}
    assert modes["token"] == modes["secret"] == 0o600
    folder.close()


def test_a_disk_that_keeps_nothing_lets_the_kiosk_in_all_the_same(office: Office) -> None:
    class Full(Memory):
        def replace(self, name: str, whole: bytes) -> None:
            raise OSError(28, "No space left on device")

    mine = Pass("", Full())
    mine.ask(office)
    office.settles("approved", "a token")
    mine.ask(office)
    assert mine.token == "a token"
