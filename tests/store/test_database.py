"""What the database promises whatever the acts believe: order, uniqueness, all or nothing."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from queue_server import wire
from queue_server.application import calling, counters, reception, staff
from queue_server.application.once import KEPT_FOR, once
from queue_server.domain import errors
from queue_server.domain.events import Entry
from queue_server.domain.tickets import LegState
from queue_server.domain.trust import Actor, Role
from queue_server.store.database import Database
from queue_server.store.transaction import OfficeTransaction
from tests.fakes import FakeChance, FakeClock
from tests.offices import KIOSK, Floor, clerk


@contextmanager
def held_up(floor: Floor) -> Iterator[None]:
    """Whatever is asked for meanwhile waits, and is then done together."""
    began, gate = threading.Event(), threading.Event()

    def first(_tx: OfficeTransaction) -> None:
        began.set()
        gate.wait(10)

    blocking = floor.database.act(KIOSK, first)
    assert began.wait(10)
    yield
    gate.set()
    blocking.result(10)


def test_numbers_asked_for_at_once_are_all_different(floor: Floor) -> None:
    checks = [floor.ready_check() for _ in range(40)]
    with ThreadPoolExecutor(16) as crowd:
        numbers = list(crowd.map(lambda check: _issue(floor, check).number, checks))
    assert sorted(numbers) == [f"C{n:03d}" for n in range(1, 41)]


def test_counters_calling_at_once_never_share_a_ticket(floor: Floor) -> None:
    for _ in range(30):
        floor.ticket()
    clerks = {1: clerk("a"), 2: clerk("b"), 3: clerk("c")}
    for n, who in clerks.items():
        floor.open(n, who)
    called: list[str] = []

    def serve(n: int) -> None:
        while ticket := floor.next(n, clerks[n]):
            called.append(ticket.number)
            floor.act(clerks[n], lambda tx: calling.no_show(tx, n))

    threads = [threading.Thread(target=serve, args=(n,)) for n in clerks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(called) == [f"C{n:03d}" for n in range(1, 31)]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_two_servers_of_one_office_never_believe_the_same_of_a_visitor(floor: Floor) -> None:
    for _ in range(30):
        floor.ticket()
    ours = floor.database
    other = Database(ours.url, ours.office, floor.clock, floor.chance)
    called: list[str] = []

    def serve(n: int, database: Database) -> None:
        who = clerk(str(n))
        database.act(who, lambda tx: counters.open_counter(tx, n)).result(30)
        while ticket := database.act(who, lambda tx: calling.call_next(tx, n)).result(30):
            called.append(ticket.number)
            database.act(who, lambda tx: calling.no_show(tx, n)).result(30)

    try:
        with ThreadPoolExecutor() as servers:
            # Whoever acted on what the other was just changing would be refused, and raise here.
            list(servers.map(serve, (1, 2), (ours, other)))
    finally:
        other.close()
    assert sorted(called) == [f"C{n:03d}" for n in range(1, 31)]


def test_a_leg_is_claimed_once_whatever_the_second_believed(floor: Floor) -> None:
    issued = floor.ticket()
    [waiting] = floor.read(lambda tx: tx.tickets.legs(issued.id))
    floor.desk(1, clerk("a")).next()
    late = waiting.moved(LegState.CALLED, counter=2, called_at=floor.clock.now(), calls=1)
    with pytest.raises(errors.WrongState):
        floor.act(clerk("b"), lambda tx: tx.tickets.move(waiting, late))
    assert floor.read(lambda tx: tx.tickets.leg(waiting.id)).counter == 1


def test_an_act_that_fails_midway_leaves_nothing_and_its_neighbours_alone(floor: Floor) -> None:
    def half(tx: OfficeTransaction) -> None:
        tx.counters.set(1, "open", "ghost", "ghost", since=tx.at)
        raise errors.CounterClosed(counter=1)

    def fault(tx: OfficeTransaction) -> None:
        tx.counters.set(2, "open", "ghost", "ghost", since=tx.at)
        raise ZeroDivisionError

    with held_up(floor):
        acts = [floor.database.act(KIOSK, half), floor.database.act(KIOSK, fault)]
        good = [floor.database.act(clerk("a"), lambda tx: counters.open_counter(tx, 3))]
    with pytest.raises(errors.CounterClosed):
        acts[0].result(10)
    with pytest.raises(ZeroDivisionError):
        acts[1].result(10)
    assert good[0].result(10).state == "open"
    assert floor.read(lambda tx: [tx.counters.find(n).state for n in (1, 2, 3)]) == ["closed", "closed", "open"]


def test_nobody_waits_in_turn_for_a_database_that_is_away() -> None:
    all_asked = threading.Event()
    tried: list[None] = []
    database = Database("postgresql+psycopg://nobody@127.0.0.1:1/nothing", "office", FakeClock(), FakeChance())

    @event.listens_for(database._writes, "do_connect")  # How often is all there is to see of it.
    def _(*_: object) -> None:
        all_asked.wait(10)
        tried.append(None)

    acts = [database.act(KIOSK, lambda _tx: None) for _ in range(20)]
    all_asked.set()
    assert {type(act.exception(10)).code for act in acts} == {errors.Unavailable.code}  # type: ignore[union-attr]
    assert len(tried) <= 3  # For the first; for the others together; and once for all of them.
    database.close()


def test_the_same_key_gives_the_first_answer_and_does_nothing_twice(floor: Floor) -> None:
    check = floor.ready_check()
    ask = wire.NewTicket(check.id)

    def issue(tx: OfficeTransaction) -> bytes:
        return once(tx, "key-1", "print", lambda tx: reception.issue_ticket(tx, ask))

    with ThreadPoolExecutor(8) as crowd:
        answers = set(crowd.map(lambda _: floor.act(KIOSK, issue), range(8)))
    assert len(answers) == 1
    assert [kind for kind, _data in floor.journal()].count("TicketIssued") == 1
    with pytest.raises(errors.KeyReused):
        floor.act(KIOSK, lambda tx: once(tx, "key-1", "another print", lambda _tx: None))


def test_a_refusal_is_not_kept_so_the_same_key_may_succeed_later(floor: Floor) -> None:
    who = clerk("a")

    def call(tx: OfficeTransaction) -> bytes:
        return once(tx, "key-2", "print", lambda tx: calling.call_next(tx, 1))

    with pytest.raises(errors.CounterClosed):
        floor.act(who, call)
    floor.open(1, who)
    assert floor.act(who, call) == b"null"


def test_first_answers_are_forgotten_after_a_day(floor: Floor) -> None:
    floor.act(KIOSK, lambda tx: once(tx, "key-3", "print", lambda _tx: 1))
    floor.clock.passes(seconds=KEPT_FOR.total_seconds() + 1)
    floor.act(KIOSK, lambda tx: tx.answers.forget(tx.at - KEPT_FOR))
    assert floor.read(lambda tx: tx.answers.find("key-3")) is None


def test_a_hung_up_asker_does_not_stop_the_writer(floor: Floor) -> None:
    gate = threading.Event()
    blocking = floor.database.act(KIOSK, lambda _tx: gate.wait(10))
    waiting = [floor.database.act(KIOSK, lambda tx: tx.seq) for _ in range(3)]
    waiting[1].cancel()
    gate.set()
    assert blocking.result(10)
    assert isinstance(waiting[2].result(10), int)


def test_whoever_listens_is_told_after_the_commit(floor: Floor) -> None:
    seen: list[int] = []
    heard: list[Entry] = []
    told = threading.Event()

    def look(entries: Sequence[Entry]) -> None:
        seen.append(floor.read(lambda tx: tx.seq))
        heard.extend(entries)
        told.set()

    before = floor.read(lambda tx: tx.seq)
    floor.database.committed = look
    floor.open(1, clerk("a"))
    assert told.wait(10)
    assert seen[-1] == before + 1
    assert heard == floor.read(lambda tx: tx.journal.since(before))


def test_a_refusal_does_not_keep_its_neighbours_from_those_who_listen(floor: Floor) -> None:
    told: list[str] = []
    floor.database.committed = lambda entries: told.extend(entry.kind for entry in entries)
    with held_up(floor):
        refused = floor.database.act(clerk("a"), lambda tx: calling.call_next(tx, 2))
        opened = floor.database.act(clerk("a"), lambda tx: counters.open_counter(tx, 1))
    with pytest.raises(errors.CounterClosed):
        refused.result(10)
    assert opened.result(10).state == "open"
    assert told == ["CounterOpened"]


def test_nobody_is_answered_before_the_commit(floor: Floor) -> None:
    kept, gate = threading.Event(), threading.Event()

    def committed(entries: Sequence[Entry]) -> None:
        if entries:
            kept.set()
            gate.wait(10)

    floor.database.committed = committed
    with held_up(floor):
        first = floor.database.act(clerk("a"), lambda tx: counters.open_counter(tx, 1))
        second = floor.database.act(clerk("b"), lambda tx: counters.open_counter(tx, 2))
    assert kept.wait(10)
    assert not first.done()
    assert not second.done()
    gate.set()
    assert first.result(10).state == second.result(10).state == "open"


def test_two_clerks_cannot_share_a_name(floor: Floor) -> None:
    admin = Actor("admin", "admin", Role.ADMINISTRATOR)
    floor.act(admin, lambda tx: staff.add_clerk(tx, "huda", "Huda", Role.CLERK, "hash"))
    with pytest.raises(errors.NameTaken):
        floor.act(admin, lambda tx: staff.add_clerk(tx, "huda", "Huda", Role.CLERK, "hash"))


def _issue(floor: Floor, check: wire.Check) -> wire.Issued:
    return floor.act(KIOSK, lambda tx: reception.issue_ticket(tx, wire.NewTicket(check.id)))
