"""How the stations fare."""

from msgspec.structs import replace

from queue_server import wire
from queue_server.application import health, staff
from queue_server.application.timekeeping import keep_time
from queue_server.domain.trust import Actor, Role
from queue_server.store.opening import OPERATOR
from tests.offices import SUPERVISOR, Floor

FINE = wire.HealthReport("ready", 0, 20_000, 180, 3_000, "0.1.0")
NO_PAPER = replace(FINE, printer="no_paper")


def enrolled(floor: Floor, name: str = "north") -> Actor:
    token = floor.act(OPERATOR, lambda tx: staff.enrol_device(tx, name, Role.KIOSK, None))
    return floor.read(lambda tx: staff.whose(tx, token))


def reports(floor: Floor, kiosk: Actor, *told: wire.HealthReport) -> None:
    def report(one: wire.HealthReport) -> None:
        floor.act(kiosk, lambda tx: health.report(tx, one))

    for one in told:
        report(one)
        floor.clock.passes(seconds=30)


def told(floor: Floor) -> list[tuple[str, object]]:
    return [
        (kind, data.get("troubles", "silent"))
        for kind, data in floor.journal()
        if kind in {"DeviceHealthChanged", "DeviceSilent"}
    ]


def test_the_last_report_of_each_station_is_told_with_its_name(floor: Floor) -> None:
    north, south = enrolled(floor), enrolled(floor, "south")
    began = floor.clock.now()
    reports(floor, north, FINE, NO_PAPER)
    reports(floor, south, replace(FINE, disk_free=500))
    seen = {one.name: one for one in floor.read(health.stations).devices}
    assert (seen["north"].printer, seen["north"].troubles, seen["north"].role) == ("no_paper", ["no_paper"], "kiosk")
    assert (seen["north"].at - began).total_seconds() == 30
    assert seen["south"].troubles == ["disk_low"]


def test_a_station_meant_to_have_no_printer_wants_nobody(floor: Floor) -> None:
    reports(floor, enrolled(floor), replace(FINE, printer="none"))
    (seen,) = floor.read(health.stations).devices
    assert (seen.printer, seen.troubles) == ("none", [])


def test_only_what_is_new_is_journalled(floor: Floor) -> None:
    kiosk = enrolled(floor)
    drifting = replace(FINE, disk_free=19_999, memory=181, server_lost=2)
    reports(floor, kiosk, FINE, drifting, FINE, NO_PAPER, NO_PAPER, replace(FINE, memory_free=100), FINE)
    changed = [troubles for _kind, troubles in told(floor)]
    assert changed == [[], ["no_paper"], ["memory_low"], []]


def test_a_trouble_is_told_with_the_moment_it_began(floor: Floor) -> None:
    kiosk = enrolled(floor)
    reports(floor, kiosk, FINE)
    broke = floor.clock.now()
    reports(floor, kiosk, NO_PAPER, NO_PAPER)
    (seen,) = floor.read(health.stations).devices
    assert seen.since == broke
    assert seen.at > broke


def test_who_reports_no_more_is_missed_once_and_welcomed_back(floor: Floor) -> None:
    kiosk = enrolled(floor)
    reports(floor, kiosk, FINE)
    last = floor.clock.now()
    floor.clock.passes(seconds=50)
    assert floor.read(health.stations).devices[0].silent_since is None
    floor.clock.passes(seconds=20)
    seen = floor.read(health.stations).devices[0].silent_since
    assert seen is not None
    assert (last - seen).total_seconds() == 30
    assert [floor.act(OPERATOR, keep_time) for _ in range(2)] == [1, 0]
    reports(floor, kiosk, FINE)
    assert told(floor) == [("DeviceHealthChanged", []), ("DeviceSilent", "silent"), ("DeviceHealthChanged", [])]
    assert floor.read(health.stations).devices[0].silent_since is None


def test_a_revoked_station_is_not_listed_and_a_partner_agency_sees_none(floor: Floor) -> None:
    reports(floor, enrolled(floor), FINE)
    partner = Actor("p", "p", Role.SUPERVISOR, agency="npra")
    assert floor.read(health.stations, partner).devices == []
    floor.act(OPERATOR, lambda tx: tx.people.revoke_devices("north", tx.at))
    assert floor.read(health.stations, SUPERVISOR).devices == []
