"""Numbers lent to kiosks, and what staff see of kiosks that work by themselves."""

from dataclasses import replace

import msgspec

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.application.saying_no import refusal
from queue_server.domain.errors import Unknown
from queue_server.domain.leases import BLOCK, Boot, Lease
from queue_server.domain.outpost_errors import NoNumbersLeft
from queue_server.domain.outpost_events import NumbersLeased, NumbersUnused, SecondHolderSeen


def lend_numbers(tx: Transaction, wanted: wire.NewLeases) -> wire.Leases:
    """Lend a block of each series to this device and this start of its machine.

    A start that another has followed is lent nothing and told so, by `superseded`: two machines speak with one token,
    since a start that is over never comes back. A series with no numbers left is passed over. Raises `Unknown` for a
    series, `NoNumbersLeft` when there are none of any.
    """
    if _is_over(tx, wanted.boot):
        return wire.Leases([], tx.at, superseded=True)
    known = {line.series for line in tx.catalogue.lines.values()}
    for series in wanted.series:
        if series not in known:
            raise Unknown("series", series)
    lent = [lease for series in dict.fromkeys(wanted.series) for lease in _lent(tx, series, wanted.boot)]
    if wanted.series and not lent:
        raise NoNumbersLeft(series=wanted.series[0])
    return wire.Leases(lent, tx.at)


def close_leases(tx: Transaction) -> int:
    """Explain the numbers that leases of earlier days left over; how many leases were closed."""
    over = tx.outposts.open_before(tx.day)
    for lease in over:
        given = tx.outposts.given(lease)
        unused = [n for n in range(lease.first, lease.last + 1) if n not in given]
        tx.record(NumbersUnused(lease.id, lease.device, lease.day.isoformat(), lease.series, unused))
        tx.outposts.save(replace(lease, closed_at=tx.at))
    return len(over)


def outposts(tx: Transaction) -> wire.Outposts:
    """The kiosks heard of, with today's leases, and every visit set aside, newest first."""
    leases = tx.outposts.leases(tx.day)
    kiosks = [
        wire.OutpostStatus(
            device=boot.device,
            name=tx.people.device_name(boot.device),
            heard_at=boot.heard_at,
            contested=boot.contested_at is not None,
            leases=[_in_words(lease) for lease in leases if lease.device == boot.device],
        )
        for boot in tx.outposts.newest_boots()
    ]
    return wire.Outposts(kiosks, [_aside_in_words(tx, each.visit, each.number) for each in tx.outposts.all_aside()])


def _is_over(tx: Transaction, name: str) -> bool:
    """Whether another start of the device's machine was heard of after this one; the newest is kept as heard of."""
    boots = tx.outposts.boots(tx.actor.id)
    newest = boots[-1] if boots else None
    if newest is not None and newest.boot == name:
        tx.outposts.heard(newest, tx.at, newest.contested_at)
        return False
    if newest is None or name not in {boot.boot for boot in boots}:
        tx.outposts.add_boot(Boot(tx.actor.id, name, len(boots) + 1, tx.at, tx.at))
        return False
    if newest.contested_at is None:
        tx.outposts.heard(newest, newest.heard_at, tx.at)
        tx.record(SecondHolderSeen(tx.actor.id))
    return True


def _lent(tx: Transaction, series: str, boot: str) -> list[wire.Lease]:
    numbers = tx.outposts.lend(tx.day, series, BLOCK)
    if not numbers:
        return []
    lease = Lease(tx.new_id(), tx.day, series, numbers[0], numbers[-1], tx.actor.id, boot, tx.at)
    tx.outposts.add(lease)
    tx.record(NumbersLeased(lease.id, lease.device, lease.day.isoformat(), series, lease.first, lease.last))
    return [_in_words(lease)]


def _in_words(lease: Lease) -> wire.Lease:
    return wire.Lease(lease.id, lease.day, lease.series, lease.first, lease.last, lease.boot)


def _aside_in_words(tx: Transaction, visit: str, number: str) -> wire.VisitAside:
    aside = tx.outposts.aside(visit, number)
    if aside is None:
        raise Unknown("visit", visit)
    body = msgspec.json.decode(aside.body, type=wire.HandOver)
    return wire.VisitAside(
        visit=aside.visit,
        number=aside.number,
        device=aside.device,
        code=aside.code,
        text=refusal(aside.code, tx.actor.language, name=body.service, number=aside.number),
        at=aside.at,
        service=body.service,
        language=body.language,
    )
