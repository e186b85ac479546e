"""How the stations fare: they report, and whoever falls silent is missed."""

from dataclasses import replace

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.health import SILENT_AFTER, Health, Vitals
from queue_server.domain.office_events import DeviceHealthChanged, DeviceSilent


def report(tx: Transaction, told: wire.HealthReport) -> None:
    """Keep a station's report in place of its last; the journal hears of it only when it tells something new."""
    device = tx.actor.id
    vitals = Vitals(told.printer, told.server_lost, told.disk_free, told.memory, told.memory_free, told.version)
    last = tx.health.find(device)
    new = last is None or last.changed_by(vitals)
    tx.health.keep(Health(device, tx.at, tx.at, False, vitals) if last is None else last.next(tx.at, vitals))
    if new:
        tx.record(DeviceHealthChanged(device, vitals.printer, list(vitals.troubles), vitals.version))


def stations(tx: Transaction) -> wire.HealthList:
    """The last report of every device that still has its token; the office's own people see them."""
    if tx.actor.agency is not None:
        return wire.HealthList([])
    devices = {device.id: device for device in tx.people.devices()}
    return wire.HealthList(
        [
            wire.DeviceHealth(
                device=health.device,
                name=devices[health.device].name,
                role=devices[health.device].role.value,
                at=health.at,
                since=health.since,
                silent_since=health.at if tx.at - health.at > SILENT_AFTER else None,
                troubles=list(health.vitals.troubles),
                printer=health.vitals.printer,
                server_lost=health.vitals.server_lost,
                disk_free=health.vitals.disk_free,
                memory=health.vitals.memory,
                memory_free=health.vitals.memory_free,
                version=health.vitals.version,
            )
            for health in tx.health.all()
            if health.device in devices
        ]
    )


def miss_the_silent(tx: Transaction) -> int:
    """Note, once, from whom no report comes any more; how many there were."""
    silent = tx.health.fallen_silent(tx.at - SILENT_AFTER)
    for health in silent:
        tx.health.keep(replace(health, silent=True))
        tx.record(DeviceSilent(health.device, health.at.isoformat()))
    return len(silent)
