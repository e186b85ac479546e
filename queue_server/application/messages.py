"""What a supervisor says on the screens besides calls, and whether they can be heard."""

from datetime import timedelta

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.application.screens import screen
from queue_server.domain.errors import Forbidden, Malformed
from queue_server.domain.office_events import ScreenHushed, ScreenTold, SoundTested
from queue_server.domain.people import proper_name

LONGEST = 120
"""Letters a screen can show under its calls."""


def screens(tx: Transaction) -> wire.ScreenList:
    """The office's screens and what they say."""
    _of_the_office(tx)
    said = tx.screens.messages(tx.at)
    messages = {name: wire.ScreenMessage(dict(text), until) for name, (text, until) in said.items()}
    return wire.ScreenList(
        [
            wire.ScreenStatus(shown.id, shown.name[tx.actor.language], messages.get(shown.id))
            for shown in tx.catalogue.screens.values()
        ],
        messages.get(""),
    )


def tell_screens(tx: Transaction, new: wire.NewMessage) -> wire.ScreenList:
    """Say something on one screen or on all, in place of what was said there.

    Raises `Unknown` for a screen, `BadName` for signs no screen shows, `Malformed` for nothing to say, `Forbidden` to
    a partner agency's people.
    """
    _of_the_office(tx)
    name = "" if new.screen is None else screen(tx, new.screen).id
    said = {"ar": new.ar.strip(), "en": new.en.strip()}
    words = {language: proper_name(text, LONGEST) for language, text in said.items() if text}
    if not words:
        raise Malformed(why="ar, en")
    until = tx.at + timedelta(minutes=new.minutes)
    tx.screens.say(name, words, until)
    tx.record(ScreenTold(name, words, until.isoformat(), tx.actor.name))
    return screens(tx)


def hush_screens(tx: Transaction, wanted: wire.Hush) -> wire.ScreenList:
    """Take a message away; harmless when there is none. Raises `Unknown`, `Forbidden`."""
    _of_the_office(tx)
    name = "" if wanted.screen is None else screen(tx, wanted.screen).id
    if name in tx.screens.messages(tx.at):
        tx.screens.hush(name)
        tx.record(ScreenHushed(name, tx.actor.name))
    return screens(tx)


def try_sound(tx: Transaction, wanted: wire.SoundTest) -> None:
    """Let a screen sound, or all of them, without calling anybody. Raises `Unknown`, `Forbidden`."""
    _of_the_office(tx)
    name = "" if wanted.screen is None else screen(tx, wanted.screen).id
    tx.record(SoundTested(name, tx.actor.name))


def _of_the_office(tx: Transaction) -> None:
    if tx.actor.agency is not None:
        raise Forbidden(role=str(tx.actor.role))
