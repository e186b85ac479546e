"""Televisions that become screens by the code they show."""

import pytest

from queue_server import wire
from queue_server.application import admission, staff
from queue_server.application.pairing import pairing, screen_of, television
from queue_server.domain.errors import Unknown
from queue_server.domain.people import Device
from queue_server.domain.trust import Actor, Role
from tests.offices import SUPERVISOR, Floor

SECRET = "s" * 32
NOBODY = Actor("anyone", "anyone", Role.CHANNEL)


def asks(floor: Floor) -> str:
    return floor.act(NOBODY, lambda tx: admission.ask(tx, wire.AskAdmission(SECRET, "screen"))).code


def approve(floor: Floor, code: str, screen: str | None) -> None:
    given = wire.Approve("tv-1", "screen", "Hall", screen=screen)
    floor.act(SUPERVISOR, lambda tx: admission.approve(tx, code, given))


def test_a_television_is_the_screen_it_was_let_in_as_until_it_is_put_out(floor: Floor) -> None:
    code = asks(floor)
    told, token = floor.read(lambda tx: pairing(tx, SECRET))
    assert (told.state, told.code, told.screen, token) == ("asked", code, None, None)
    approve(floor, code, "upstairs")
    told, token = floor.read(lambda tx: pairing(tx, SECRET))
    assert (told.state, told.screen) == ("approved", "upstairs")
    device = floor.read(lambda tx: television(tx, token or ""))
    assert device is not None
    assert floor.read(lambda tx: screen_of(tx, device)) == "upstairs"
    assert floor.read(admission.devices).devices == [wire.Device("tv-1", "screen", "Hall", screen="upstairs")]
    floor.act(SUPERVISOR, lambda tx: staff.revoke_device(tx, "tv-1"))
    assert floor.read(lambda tx: television(tx, token or "")) is None


@pytest.mark.parametrize("screen", [None, "", "nowhere"])
def test_it_must_be_said_which_of_several_screens_it_is(floor: Floor, screen: str | None) -> None:
    code = asks(floor)
    with pytest.raises(Unknown):
        approve(floor, code, screen)
    approve(floor, code, "hall")


def test_a_screen_the_catalogue_has_no_more_is_none(floor: Floor) -> None:
    gone, unsaid = Device("1", "tv", Role.SCREEN, screen="gone"), Device("2", "tv", Role.SCREEN)
    assert floor.read(lambda tx: (screen_of(tx, gone), screen_of(tx, unsaid))) == (None, None)


def test_no_other_device_is_a_television(floor: Floor) -> None:
    token = floor.act(SUPERVISOR, lambda tx: staff.enrol_device(tx, "kiosk-1", Role.KIOSK, None))
    assert floor.read(lambda tx: (television(tx, token), television(tx, ""))) == (None, None)
