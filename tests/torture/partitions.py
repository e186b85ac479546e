"""Five kiosks whose lines to the server come and go, and which fall over amid a write, as it comes.

All on one virtual clock: the real acts on a real database, the real outposts on disks that forget and tear. Each
kiosk's own clock is wrong by hours. Whatever happens, no number is given twice, no visit that was told its number is
lost, and seconds after the lines are back all is handed over. Then the history is judged as ever.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from queue_server.domain.trust import Role
from tests.history.check import check
from tests.history.record import History
from tests.history.rows import read
from tests.torture.kiosks import Clock, Kiosk, Tally
from tests.torture.office import Client, Office, Seeded, in_memory
from tests.torture.people import clerk
from tests.torture.teller import Teller

KIOSKS = 5
A_LOOK = 1.5
"""Seconds between two looks of a kiosk at the server."""
HANDED_OVER_WITHIN = 10.0
"""Seconds after the lines are back."""


def part(seed: int, rounds: int, tally: Tally) -> list[str]:
    """One office through so many partitions; every broken promise."""
    chance, history, clock = Random(seed), History(), Clock()
    with TemporaryDirectory(prefix="dawr-parts-", dir=in_memory()) as folder:
        office = Office(Path(folder), clock, Seeded(chance), history)
        teller = Teller(office.database)
        kiosks = [
            Kiosk(f"kiosk-{n}", teller, clock, Random(chance.getrandbits(64)), history, tally) for n in range(KIOSKS)
        ]
        clerks = [Client(f"clerk-{n}", Role.CLERK, clerk(n, Random(n), 2), Random(n)) for n in (1, 2)]
        found: list[str] = []
        for kiosk in kiosks:
            kiosk.look()
        for _ in range(rounds):
            _cut_some(kiosks, chance)
            _live(kiosks, clerks, office, clock, chance)
            if chance.random() < 0.1:
                found += _copy(chance.choice(kiosks), tally)
            found += _heal(kiosks, clock, tally)
            tally.rounds += 1
        journal, rows = read(office.database)
        found += check([history], journal, rows)
        found += [f"visit {each.visit}, {each.number} was set aside: {each.code}" for each in rows.aside]
        for kiosk in kiosks:
            kiosk.close()
        office.close()
    tally.acts += len(history.acts())
    return [f"seed {seed}: {trouble}" for trouble in found]


def _cut_some(kiosks: list[Kiosk], chance: Random) -> None:
    for kiosk in kiosks:
        kiosk.connected = chance.random() < 0.3
        kiosk.disk.doomed = chance.random() < 0.15


def _live(kiosks: list[Kiosk], clerks: list[Client], office: Office, clock: Clock, chance: Random) -> None:
    """For a while everybody does something, and a line is cut or mended in mid-visit."""
    for _ in range(chance.randint(5, 25)):
        clock.pass_(chance.uniform(1, 40))
        for kiosk in kiosks:
            if chance.random() < 0.1:
                kiosk.connected = not kiosk.connected
            if chance.random() < 0.7:
                kiosk.work()
            if chance.random() < 0.5:
                kiosk.look()
        if chance.random() < 0.5:
            office.tell(clerks, office.together(clerks))
        office.keep_time()
    if chance.random() < 0.05:
        clock.pass_(20 * 3600)  # Another day, with yesterday's visits yet to be handed over.


def _copy(kiosk: Kiosk, tally: Tally) -> Iterator[str]:
    """A copy of a kiosk's disk is put to work without the server: it has no number to give."""
    copy = kiosk.copied(f"{kiosk.name}-copy")
    copy.connected, before = False, tally.alone
    for _ in range(10):
        copy.work()
    if tally.alone != before:
        yield "a copied disk has numbers to give"
    copy.close()


def _heal(kiosks: list[Kiosk], clock: Clock, tally: Tally) -> Iterator[str]:
    """All lines are back: kiosks look at the server as they always do, until nothing is left to hand over."""
    for kiosk in kiosks:
        kiosk.connected, kiosk.disk.doomed = True, False
    began = clock.seconds()
    waiting = kiosks
    while waiting and clock.seconds() - began < 60:
        clock.pass_(A_LOOK)
        waiting = [kiosk for kiosk in waiting if not kiosk.look()]
    took = clock.seconds() - began
    tally.longest = max(tally.longest, took)
    if took > HANDED_OVER_WITHIN:
        yield f"{[kiosk.name for kiosk in waiting]} had not handed over after {took:.0f} s"
