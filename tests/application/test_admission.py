"""Devices let in by the code they show."""

import pytest

from queue_server import wire
from queue_server.application import admission, staff
from queue_server.domain.admission import FREE_TRIES, MOST_OPEN
from queue_server.domain.errors import (
    CodeExpired,
    CodeRefused,
    CodeUsed,
    DawrError,
    DeviceNamed,
    Forbidden,
    NotSignedIn,
    TooMany,
    Unknown,
    WrongRole,
)
from queue_server.domain.trust import Actor, Role
from tests.offices import SUPERVISOR, Floor

SECRET = "s" * 32
NOBODY = Actor("anyone", "anyone", Role.CHANNEL)
HALL = wire.Approve("kiosk-1", "kiosk", "Hall, north door")


def asks(floor: Floor, secret: str = SECRET, role: wire.DeviceRole = "kiosk") -> str:
    return floor.act(NOBODY, lambda tx: admission.ask(tx, wire.AskAdmission(secret, role))).code


def looks(floor: Floor, secret: str = SECRET) -> wire.Admission:
    return floor.read(lambda tx: admission.look(tx, secret), NOBODY)


def approves(floor: Floor, code: str, given: wire.Approve = HALL, who: Actor = SUPERVISOR) -> wire.Device | None:
    return floor.act(who, lambda tx: admission.approve(tx, code, given))


def refused_with(error: type[DawrError], floor: Floor, code: str, given: wire.Approve = HALL) -> bool:
    with pytest.raises(error):
        approves(floor, code, given)
    return True


def test_a_device_is_let_in_by_the_code_it_shows_and_speaks_with_the_token_it_fetches(floor: Floor) -> None:
    code = asks(floor)
    assert (looks(floor).state, looks(floor).token) == ("asked", None)
    assert approves(floor, f" {code[:4].lower()}-{code[4:]} ") == wire.Device("kiosk-1", "kiosk", "Hall, north door")
    told = looks(floor)
    assert (told.state, told.name, told.token is not None) == ("approved", "kiosk-1", True)
    actor = floor.read(lambda tx: staff.whose(tx, told.token or ""))
    assert (actor.name, actor.role) == ("kiosk-1", Role.KIOSK)
    assert looks(floor).token == told.token, "an answer that was lost is given again"


def test_who_let_the_device_in_stands_in_the_journal_and_its_token_nowhere(floor: Floor) -> None:
    approves(floor, asks(floor))
    (admitted,) = [data for kind, data in floor.journal() if kind == "DeviceAdmitted"]
    assert (admitted["approver"], admitted["name"], admitted["place"]) == ("Salman", "kiosk-1", "Hall, north door")
    kept = floor.read(lambda tx: tx.admission.by_secret(staff.token_hash(SECRET)))
    assert kept is not None
    assert SECRET not in repr(kept)
    assert (looks(floor).token or "-") not in repr(kept)


def test_a_token_is_never_in_an_answer_that_is_kept(floor: Floor) -> None:
    approves(floor, asks(floor))
    assert looks(floor).token is not None
    again = floor.act(NOBODY, lambda tx: admission.ask(tx, wire.AskAdmission(SECRET, "kiosk")))
    assert (again.state, again.token) == ("approved", None)


def test_a_device_that_asks_again_shows_the_same_code(floor: Floor) -> None:
    assert asks(floor) == asks(floor)
    assert asks(floor) != asks(floor, "t" * 32)


def test_a_code_is_good_for_ten_minutes_and_for_one_device(floor: Floor) -> None:
    code = asks(floor)
    floor.clock.passes(minutes=10)
    assert looks(floor).state == "expired"
    assert refused_with(CodeExpired, floor, code)
    code = asks(floor, "t" * 32)
    approves(floor, code)
    assert refused_with(CodeUsed, floor, code)


def test_a_token_not_fetched_in_time_is_told_to_nobody(floor: Floor) -> None:
    approves(floor, asks(floor))
    floor.clock.passes(minutes=11)
    assert (looks(floor).state, looks(floor).token) == ("expired", None)


def test_whoever_does_not_hold_the_secret_learns_nothing(floor: Floor) -> None:
    approves(floor, asks(floor))
    with pytest.raises(Unknown):
        looks(floor, "x" * 32)


def test_a_refused_device_is_told_and_stays_out(floor: Floor) -> None:
    code = asks(floor)
    assert floor.act(SUPERVISOR, lambda tx: admission.refuse(tx, code))
    assert looks(floor).state == "refused"
    assert refused_with(CodeRefused, floor, code)
    assert ("DeviceRefused", {"role": "kiosk", "approver": "Salman"}) in floor.journal()


def test_a_device_becomes_only_what_it_asked_to_be_and_a_name_means_one_device(floor: Floor) -> None:
    code = asks(floor)
    for role in ("desk", "administrator", "supervisor", "channel", "x"):
        assert refused_with(WrongRole, floor, code, wire.Approve("kiosk-1", role))
    assert refused_with(Unknown, floor, code, wire.Approve("kiosk-1", "kiosk", counter=99))
    assert refused_with(Unknown, floor, code, wire.Approve("kiosk-1", "kiosk", agency="nobody"))
    approves(floor, code)
    assert refused_with(DeviceNamed, floor, asks(floor, "t" * 32))


def test_codes_cannot_be_tried_out(floor: Floor) -> None:
    code = asks(floor)
    for _ in range(FREE_TRIES):
        assert approves(floor, "ZZZZZZZZ") is None
    assert refused_with(TooMany, floor, code)
    other = Actor("other", "Noor", Role.ADMINISTRATOR)
    assert approves(floor, "ZZZZZZZZ", who=other) is None, "nobody locks out somebody else"
    floor.clock.passes(seconds=31)
    assert approves(floor, "ZZZZZZZZ") is None
    floor.clock.passes(seconds=31)
    assert refused_with(TooMany, floor, code)
    floor.clock.passes(seconds=31)
    assert approves(floor, code) is not None


def test_a_flood_of_devices_is_stopped(floor: Floor) -> None:
    for n in range(MOST_OPEN):
        asks(floor, f"{n:032d}")
    with pytest.raises(TooMany):
        asks(floor)
    floor.clock.passes(minutes=10)
    assert asks(floor)


def test_a_partner_agencys_people_let_nobody_in(floor: Floor) -> None:
    partner = Actor("p", "p", Role.SUPERVISOR, agency="npra")
    code = asks(floor)
    with pytest.raises(Forbidden):
        approves(floor, code, who=partner)
    with pytest.raises(Forbidden):
        floor.act(partner, lambda tx: admission.allow_service(tx, "kiosk-1"))
    assert floor.read(admission.devices, partner).devices == []


def test_a_revoked_device_speaks_no_more_and_asks_anew(floor: Floor) -> None:
    approves(floor, asks(floor))
    token = looks(floor).token or ""
    kiosk = floor.read(lambda tx: staff.whose(tx, token))
    assert [one.name for one in floor.read(admission.devices).devices] == ["kiosk-1"]
    assert floor.act(SUPERVISOR, lambda tx: staff.revoke_device(tx, "kiosk-1")) == 1
    with pytest.raises(NotSignedIn):
        floor.read(lambda tx: staff.whose(tx, token))
    with pytest.raises(NotSignedIn):
        floor.read(admission.myself, kiosk)
    assert "DeviceRevoked" in [kind for kind, _data in floor.journal()]
    assert approves(floor, asks(floor, "t" * 32)) is not None


def test_a_service_code_opens_one_device_once(floor: Floor) -> None:
    approves(floor, asks(floor))
    approves(floor, asks(floor, "t" * 32), wire.Approve("kiosk-2", "kiosk"))
    first, second = (
        floor.read(lambda tx, secret=secret: staff.whose(tx, looks(floor, secret).token or ""))  # type: ignore[misc]
        for secret in (SECRET, "t" * 32)
    )
    allowed = floor.act(SUPERVISOR, lambda tx: admission.allow_service(tx, "kiosk-1"))
    opening = wire.OpenService(allowed.code)
    assert floor.act(second, lambda tx: admission.open_service(tx, opening)) is None, "it is another device's"
    opened = floor.act(first, lambda tx: admission.open_service(tx, opening))
    assert opened is not None
    assert (opened.approver, opened.device.name) == ("Salman", "kiosk-1")
    with pytest.raises(CodeUsed):
        floor.act(first, lambda tx: admission.open_service(tx, opening))
    late = wire.OpenService(floor.act(SUPERVISOR, lambda tx: admission.allow_service(tx, "kiosk-1")).code)
    floor.clock.passes(minutes=10)
    with pytest.raises(CodeExpired):
        floor.act(first, lambda tx: admission.open_service(tx, late))
    for _ in range(FREE_TRIES):
        assert floor.act(first, lambda tx: admission.open_service(tx, wire.OpenService("ZZZZZZZZ"))) is None
    with pytest.raises(TooMany):
        floor.act(first, lambda tx: admission.open_service(tx, late))
    with pytest.raises(Unknown):
        floor.act(SUPERVISOR, lambda tx: admission.allow_service(tx, "nobody"))
