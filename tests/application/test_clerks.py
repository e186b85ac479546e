"""Clerks let in and put out by their supervisor."""

import pytest

from queue_server import wire
from queue_server.application import clerks, staff
from queue_server.application.floor import counter_status
from queue_server.domain.errors import Forbidden, NameTaken, NotSignedIn, Unknown
from queue_server.domain.trust import Actor, Role
from tests.offices import SUPERVISOR, Floor, clerk

PARTNER = Actor("npra-boss", "Noor", Role.SUPERVISOR, agency="npra")
ADMINISTRATOR = Actor("root", "Root", Role.ADMINISTRATOR)
MARYAM = wire.NewClerk("maryam", "Maryam Hasan", "clerk", "typed and forgotten")


def engage(floor: Floor, new: wire.NewClerk = MARYAM, who: Actor = SUPERVISOR) -> wire.Clerk:
    return floor.act(who, lambda tx: clerks.engage(tx, new, "hash"))


def test_a_new_clerk_may_sign_in_and_a_dismissed_one_no_longer(floor: Floor) -> None:
    assert engage(floor) == wire.Clerk("maryam", "Maryam Hasan", "clerk", disabled=False, yours=True)
    token = floor.act(clerk("desk"), lambda tx: staff.sign_in(tx, "maryam", fits=True))
    assert token is not None
    assert floor.act(SUPERVISOR, lambda tx: clerks.dismiss(tx, "maryam")).disabled
    with pytest.raises(NotSignedIn):
        floor.read(lambda tx: staff.whose(tx, token.token))
    assert not floor.act(SUPERVISOR, lambda tx: clerks.give_password(tx, "maryam", "other")).disabled


def test_a_dismissed_clerks_empty_counter_is_closed_and_one_with_a_visitor_is_not(floor: Floor) -> None:
    for n, name in ((1, "maryam"), (2, "huda")):
        engage(floor, wire.NewClerk(name, name, "clerk", "x"))
        known = floor.read(lambda tx, name=name: tx.people.clerk(name))  # type: ignore[misc]
        desk = floor.desk(n, Actor(known.id, name, Role.CLERK))
        if name == "huda":
            floor.ticket()
            desk.next()
        floor.act(SUPERVISOR, lambda tx, name=name: clerks.dismiss(tx, name))  # type: ignore[misc]
    states = [floor.read(lambda tx, n=n: counter_status(tx, n)).state for n in (1, 2)]  # type: ignore[misc]
    assert states == ["closed", "open"]


def test_nobody_makes_another_more_powerful_than_themselves(floor: Floor) -> None:
    boss = wire.NewClerk("boss", "Boss", "supervisor", "x")
    with pytest.raises(Forbidden):
        engage(floor, boss)
    engage(floor, boss, ADMINISTRATOR)
    for act in (clerks.dismiss, lambda tx, name: clerks.give_password(tx, name, "mine")):
        with pytest.raises(Forbidden):
            floor.act(SUPERVISOR, lambda tx, act=act: act(tx, "boss"))  # type: ignore[misc]
    [listed] = floor.read(clerks.clerks).clerks
    assert (listed.username, listed.yours) == ("boss", False)


def test_nobody_dismisses_themselves(floor: Floor) -> None:
    engage(floor, wire.NewClerk("root", "Root", "administrator", "x"), ADMINISTRATOR)
    known = floor.read(lambda tx: tx.people.clerk("root"))
    assert known is not None
    with pytest.raises(Forbidden):
        floor.act(Actor(known.id, "Root", Role.ADMINISTRATOR), lambda tx: clerks.dismiss(tx, "root"))


def test_a_partner_agency_looks_after_its_own_people_only(floor: Floor) -> None:
    engage(floor)
    with pytest.raises(Forbidden):
        engage(floor, wire.NewClerk("noora", "Noora", "clerk", "x"), PARTNER)
    engage(floor, wire.NewClerk("noora", "Noora", "clerk", "x", agency="npra"), PARTNER)
    assert [one.username for one in floor.read(clerks.clerks, PARTNER).clerks] == ["noora"]
    with pytest.raises(Unknown):
        floor.act(PARTNER, lambda tx: clerks.dismiss(tx, "maryam"))


def test_two_clerks_have_two_names(floor: Floor) -> None:
    engage(floor)
    with pytest.raises(NameTaken):
        engage(floor)
