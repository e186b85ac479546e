"""A thousand screens and five thousand phones on one server: what the phones cost the calls, and what they hear."""

import asyncio
import time
from contextlib import ExitStack
from pathlib import Path
from resource import RLIMIT_NOFILE, getrlimit, setrlimit

from queue_server.store.transaction import OfficeTransaction
from tests.bench import acts, served
from tests.bench.line import PhoneEar
from tests.bench.measure import percentile
from tests.bench.office import SERVICE, Bench, bench
from tests.bench.report import Figure
from tests.bench.scale import Scale
from tests.bench.screens import Heard, called, listening, to_the_screens

_AT_ONCE = 20
_BUDGET_MS = 400.0
_LOOK, _LOOKS = 0.2, 50
"""Within ten seconds every phone must know how many are ahead: counted every three, and five thousand told in two."""


async def phones(folder: Path, scale: Scale) -> list[Figure]:
    """Calls with the screens alone, then with everybody's phone as well, all of them waiting in one line."""
    screens, watching, calls = scale.phones
    _few, most = getrlimit(RLIMIT_NOFILE)
    setrlimit(RLIMIT_NOFILE, (most, most))
    with ExitStack() as running:
        office = running.enter_context(bench(folder))
        office.waiting(watching + 2 * calls + 10)
        ours = running.enter_context(served.office(office.catalogue, "--data", str(folder)))
        crowd = await listening(office, ours, screens)
        alone = await called(office, ours, 1, crowd, calls)
        before, cpu = ours.memory(), ours.cpu
        began = time.perf_counter()
        ears = await _opened(ours, _tracks(office, watching))
        opened, spent = time.perf_counter() - began, ours.cpu - cpu
        beside = await called(office, ours, 2, crowd, calls)
        for _look in range(_LOOKS):
            await asyncio.sleep(_LOOK if _wrong(beside, ears) else 0)
        figures = _figures(alone, beside, ears)
        figures.append(Figure("pages opened a second", watching / opened))
        figures.append(Figure("processor time a page opened", spent / watching * 1000, "ms"))
        figures.append(Figure("memory a phone", (ours.memory() - before) / watching * 1024, "KB"))
        figures.append(Figure("the server's memory", ours.memory(), "MB"))
        acts.hang_up([*crowd, *ears])
    return figures


def _tracks(office: Bench, count: int) -> list[tuple[str, str]]:
    """The numbers of those who are called next, and the secrets of their pages."""

    def look(tx: OfficeTransaction) -> list[tuple[str, str]]:
        line = tx.catalogue.services[SERVICE].line or ""
        first = (tx.tickets.find(ticket) for ticket in tx.tickets.in_line(tx.day, line)[:count])
        return [(ticket.number, ticket.track) for ticket in first if ticket is not None]

    return office.act(look)


async def _opened(ours: served.Served, tracks: list[tuple[str, str]]) -> list[PhoneEar]:
    ears = [PhoneEar(ours.port, number) for number, _track in tracks]
    for at in range(0, len(ears), _AT_ONCE):
        some = zip(ears[at : at + _AT_ONCE], tracks[at : at + _AT_ONCE], strict=True)
        await asyncio.gather(*(ear.listen(f"/t/{track}/events") for ear, (_number, track) in some))
    return ears


def _figures(alone: Heard, beside: Heard, ears: list[PhoneEar]) -> list[Figure]:
    who = f"and {len(ears):,} phones: "
    rung = [ear.rung - beside.numbers[ear.number] for ear in ears if ear.rung and ear.number in beside.numbers]
    to_ring = sum(ear.number in beside.numbers for ear in ears)
    return [
        *to_the_screens("screens alone: ", alone, most=_BUDGET_MS),
        *to_the_screens(who, beside, most=_BUDGET_MS),
        Figure("call → screen, p99, with phones to without", _p99(beside) / _p99(alone)),
        Figure("processor time an act, with phones to without", beside.cpu / alone.cpu),
        Figure(f"{who}call → the visitor's own phone, p50", percentile(rung, 50) * 1000, "ms"),
        Figure(f"{who}call → the visitor's own phone, longest", max(rung) * 1000, "ms", most=_BUDGET_MS),
        Figure(f"{who}missed their call", to_ring - len(rung), f"of {to_ring}", most=0),
        Figure(f"{who}missed how many are ahead", _wrong(beside, ears), f"of {len(ears) - to_ring:,}", most=0),
    ]


def _wrong(called: Heard, ears: list[PhoneEar]) -> int:
    """How many of those who still wait were not told their place in line."""
    places = sorted(ear.ahead for ear in ears if ear.number not in called.numbers)
    return sum(place != right for right, place in enumerate(places))


def _p99(heard: Heard) -> float:
    return percentile(heard.times, 99)
