"""What a screen shows: numbers and places, nothing else."""

from collections import Counter
from zoneinfo import ZoneInfo

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.catalogue import Screen
from queue_server.domain.errors import Unknown
from queue_server.domain.events import Entry
from queue_server.domain.legibility import PAST

_LOOKED_AT = 60
"""Newest calls of the office looked through for those of one screen's lines and of today."""
_CALLS = ("TicketCalled", "TicketRecalled")


def screen(tx: Transaction, screen_id: str) -> Screen:
    """A screen of the catalogue. Raises `Unknown`."""
    known = tx.catalogue.screens.get(screen_id)
    if known is None:
        raise Unknown("screen", screen_id)
    return known


def screen_state(tx: Transaction, screen_id: str) -> wire.ScreenState:
    """Today's newest calls, each number once, and how many wait."""
    shown = screen(tx, screen_id)
    newest: dict[str, wire.ScreenCall] = {}
    taken_back: Counter[str] = Counter()
    for told in tx.journal.last((*_CALLS, "ActUndone"), _LOOKED_AT):
        call, gone = call_of(told, shown), call_undone(told)
        if gone is not None:
            taken_back[gone] += 1
        elif call is not None and taken_back[call.number]:
            taken_back[call.number] -= 1
        elif call is not None and tx.day_of(call.at) == tx.day:
            newest.setdefault(call.number, call)
    return wire.ScreenState(
        seq=tx.seq,
        now=tx.at,
        office=dict(tx.catalogue.name),
        timezone=tx.catalogue.timezone,
        calls=list(newest.values())[: 1 + PAST[shown.layout]],
        lines=screen_lines(tx, shown),
        message=screen_message(tx, shown),
        sound=screen_sound(tx, shown),
        counter=screen_counter(tx, shown),
    )


def screen_sound(tx: Transaction, shown: Screen) -> wire.ScreenSound:
    """How the screen sounds now."""
    sound = tx.catalogue.sound
    now = tx.at.astimezone(ZoneInfo(tx.catalogue.timezone)).time()
    return wire.ScreenSound(sound.volume_at(now), list(sound.languages) if shown.voice else [], sound.visitors_own)


def screen_counter(tx: Transaction, shown: Screen) -> wire.ScreenCounter | None:
    """How the counter stands above which the screen hangs."""
    if shown.counter is None:
        return None
    here = tx.tickets.at_counter(shown.counter)
    return wire.ScreenCounter(tx.counters.find(shown.counter).state, None if here is None else here[0].number)


def tells_counter(told: Entry, shown: Screen) -> bool:
    """Whether a row of the journal may change how the screen's counter stands."""
    return shown.counter is not None and told.data.get("counter") == shown.counter


def screen_message(tx: Transaction, shown: Screen) -> wire.ScreenMessage | None:
    """What the screen says besides calls: its own message, else the one for all."""
    said = tx.screens.messages(tx.at)
    message = said.get(shown.id) or said.get("")
    return None if message is None else wire.ScreenMessage(dict(message[0]), message[1])


def tells_message(told: Entry, shown: Screen) -> bool:
    """Whether a row of the journal changes what the screen says besides calls."""
    return told.kind in {"ScreenTold", "ScreenHushed"} and told.data["screen"] in {"", shown.id}


def tells_sound(told: Entry, shown: Screen) -> bool:
    """Whether a row of the journal makes the screen sound without a call."""
    return told.kind == "SoundTested" and told.data["screen"] in {"", shown.id}


def screen_lines(tx: Transaction, shown: Screen) -> list[wire.ScreenLine]:
    """How many wait in each line of the screen."""
    waiting = tx.tickets.waiting(tx.day)
    return [
        wire.ScreenLine(
            line=line.id,
            name=dict(line.name),
            series=line.series,
            waiting=waiting[line.id][0] if line.id in waiting else 0,
        )
        for line in tx.catalogue.lines.values()
        if not shown.lines or line.id in shown.lines
    ]


def call_undone(told: Entry) -> str | None:
    """The number whose last call a row of the journal takes back."""
    return told.data["number"] if told.kind == "ActUndone" and told.data["act"] in {"call", "recall"} else None


def call_of(told: Entry, shown: Screen) -> wire.ScreenCall | None:
    """The call a row of the journal tells of, when it is one for this screen."""
    if told.kind not in _CALLS or (shown.lines and told.data["line"] not in shown.lines):
        return None
    if shown.counter is not None and told.data["counter"] != shown.counter:
        return None
    return wire.ScreenCall(
        seq=told.seq,
        number=told.data["number"],
        counter=told.data["counter"],
        floor=told.data["floor"],
        line=told.data["line"],
        at=told.at,
        recall=told.kind == "TicketRecalled",
        language=told.data.get("language", ""),  # Calls of an earlier release do not tell.
    )
