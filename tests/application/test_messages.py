"""What screens say besides calls."""

import pytest

from queue_server import wire
from queue_server.application import messages
from queue_server.application.screens import screen, screen_state, tells_sound
from queue_server.domain.errors import BadName, Forbidden, Malformed, Unknown
from queue_server.domain.trust import Actor, Role
from tests.offices import SUPERVISOR, Floor


def say(floor: Floor, message: wire.NewMessage, who: Actor = SUPERVISOR) -> wire.ScreenList:
    return floor.act(who, lambda tx: messages.tell_screens(tx, message))


def shown(floor: Floor, screen: str) -> wire.Text | None:
    message = floor.read(lambda tx: screen_state(tx, screen)).message
    return None if message is None else message.text


def test_a_screen_shows_its_own_message_before_the_one_for_all_until_its_time_is_over(floor: Floor) -> None:
    say(floor, wire.NewMessage(30, ar="الطابق الأول مغلق", en="The first floor is closed"))
    told = say(floor, wire.NewMessage(10, "hall", en="Tea is served"))
    assert told.everywhere is not None
    assert (shown(floor, "hall"), len(shown(floor, "upstairs") or {})) == ({"en": "Tea is served"}, 2)
    floor.clock.passes(minutes=11)
    assert (shown(floor, "hall") or {})["en"] == "The first floor is closed"
    floor.clock.passes(minutes=20)
    assert shown(floor, "hall") is None


def test_a_message_is_taken_away(floor: Floor) -> None:
    say(floor, wire.NewMessage(30, en="Closed"))
    floor.act(SUPERVISOR, lambda tx: messages.hush_screens(tx, wire.Hush()))
    floor.act(SUPERVISOR, lambda tx: messages.hush_screens(tx, wire.Hush()))
    assert shown(floor, "hall") is None
    told = [(kind, data["by"]) for kind, data in floor.journal() if kind.startswith("Screen")]
    assert told == [("ScreenTold", "Salman"), ("ScreenHushed", "Salman")]


def test_nothing_a_screen_cannot_show_is_kept(floor: Floor) -> None:
    with pytest.raises(Malformed):
        say(floor, wire.NewMessage(5, ar=" "))
    with pytest.raises(BadName):
        say(floor, wire.NewMessage(5, en="turned \u202e around"))
    with pytest.raises(Unknown):
        say(floor, wire.NewMessage(5, "nowhere", en="Hello"))
    with pytest.raises(Forbidden):
        say(floor, wire.NewMessage(5, en="Hello"), Actor("p", "p", Role.SUPERVISOR, agency="npra"))


def test_one_screen_is_made_to_sound_or_all_of_them(floor: Floor) -> None:
    floor.act(SUPERVISOR, lambda tx: messages.try_sound(tx, wire.SoundTest("hall")))
    floor.act(SUPERVISOR, lambda tx: messages.try_sound(tx, wire.SoundTest()))
    with pytest.raises(Unknown):
        floor.act(SUPERVISOR, lambda tx: messages.try_sound(tx, wire.SoundTest("cellar")))
    told = floor.read(lambda tx: tx.journal.last(("SoundTested",), 5))
    hall, upstairs = floor.read(lambda tx: [screen(tx, name) for name in ("hall", "upstairs")])
    assert [tells_sound(one, hall) for one in told] == [True, True]
    assert [tells_sound(one, upstairs) for one in told] == [True, False], "the newest first"
