"""A day played through the real acts: everybody does what the file tells, and nobody is lost."""

import pytest

from queue_server.replay import Played, make, opened, play, summary
from queue_server.replay.day import Absent, Add, Finish, Park, Rest, SendBack, Stop, Transfer, WalkIn
from queue_server.replay.office import SUPERVISOR
from tests.history.check import check
from tests.history.rows import look
from tests.replay.days import OFFICE, TEXT, TODAY, calls, clock, day, kinds, played, shift, visitor

FIVE = Stop(300, walk=0)


@pytest.fixture(scope="module")
def busy_day() -> Played:
    """A day with a little of everything."""
    return played(make(OFFICE, TODAY, visitors=150, load=1.3, seed=3))


def test_the_same_day_tells_the_same_journal_to_the_last_id() -> None:
    told = make(OFFICE, TODAY, visitors=25, seed=5)
    assert played(told).entries == played(told).entries


def test_nobody_is_lost(busy_day: Played) -> None:
    figures = summary(busy_day)
    assert figures.came == figures.quick + figures.unready + figures.tickets - figures.tickets_at_counters
    assert figures.tickets == figures.served + figures.no_shows + figures.left + figures.unserved
    assert min(figures.quick, figures.unready, figures.served, figures.no_shows, figures.left) > 0


def test_no_counter_is_idle_while_somebody_it_might_call_waits(busy_day: Played) -> None:
    assert summary(busy_day).missed == 0


def test_the_played_day_stands_before_the_judge() -> None:
    told = make(OFFICE, TODAY, visitors=60, load=1.2, seed=11)
    with opened(told, TEXT) as office:
        assert play(told, office).troubles == ()
        journal, rows = office.act(SUPERVISOR, look)
    assert check([], journal, rows) == []


def test_whoever_comes_first_is_called_first_and_a_free_clerk_calls_at_once() -> None:
    told = played(day(shift(1), shift(2), visitor("08:10"), visitor("08:11"), visitor("08:12"), visitor("08:30")))
    assert calls(told) == [("08:10:00", "C001"), ("08:11:00", "C002"), ("08:15:00", "C003"), ("08:30:00", "C004")]


def test_the_clerk_of_the_fewest_lines_is_woken_first() -> None:
    told = played(day(shift(3), shift(4), visitor("08:10", service="residence")))
    assert [entry.data["counter"] for entry in told.entries if entry.kind == "TicketCalled"] == [4]


def test_the_way_to_the_counter_and_the_check_take_their_time() -> None:
    told = played(day(shift(1), visitor("08:10", Stop(60, walk=25), check=90)))
    wanted = ("TicketIssued", "TicketCalled", "ServiceStarted", "TicketFinished")
    assert [at for at, _kind in kinds(told, *wanted)] == ["08:11:30", "08:11:30", "08:11:55", "08:12:55"]


def test_a_break_waits_for_the_visitor_at_the_counter_and_others_wait_for_the_break() -> None:
    rest = Rest(clock("08:12"), 20)
    told = played(day(shift(1, breaks=(rest,)), visitor("08:10"), visitor("08:11")))
    assert kinds(told, "BreakTaken", "CounterOpened") == [
        ("08:00:00", "CounterOpened"),
        ("08:15:00", "BreakTaken"),
        ("08:35:00", "CounterOpened"),
    ]
    assert calls(told)[1] == ("08:35:00", "C002")


def test_a_clerk_who_stays_serves_whoever_is_inside_and_one_who_does_not_leaves() -> None:
    late = [visitor("13:58"), visitor("13:59")]
    assert summary(played(day(shift(1), *late))).served == 2
    gone = played(day(shift(1, stays=False), *late))
    assert (summary(gone).served, summary(gone).unserved) == (1, 1)
    assert kinds(gone, "CounterClosed") == [("14:03:00", "CounterClosed")]


def test_another_clerk_takes_over_when_the_visitor_of_the_first_is_served() -> None:
    told = played(day(shift(1, closes="12:00"), shift(1, "12:00", clerk="noon"), visitor("11:58"), visitor("11:59")))
    opened_by = [(entry.data["clerk"]) for entry in told.entries if entry.kind == "CounterOpened"]
    assert opened_by == ["clerk-1", "noon"]
    assert [entry.actor for entry in told.entries if entry.kind == "TicketCalled"] == ["clerk-1", "noon"]


def test_whoever_never_comes_is_called_twice_and_written_down() -> None:
    told = played(day(shift(1), visitor("08:10", absent=Absent())))
    assert kinds(told, "TicketCalled", "TicketRecalled", "NoShowRecorded") == [
        ("08:10:00", "TicketCalled"),
        ("08:10:30", "TicketRecalled"),
        ("08:11:00", "NoShowRecorded"),
    ]
    assert summary(told).no_shows == 1


def test_a_no_show_who_comes_back_in_time_is_served_and_one_too_late_is_not() -> None:
    told = played(
        day(shift(1), visitor("08:10", absent=Absent(10)), visitor("08:20", absent=Absent(40))),
    )
    assert (summary(told).served, summary(told).no_shows) == (1, 1)
    assert ("08:21:00", "TicketReturned") in kinds(told, "TicketReturned")


def test_the_impatient_leave_with_a_word_or_without() -> None:
    waiting = [visitor("08:10", Stop(3600, walk=0)), visitor("08:11", leaves_after_minutes=10, tells=True)]
    told = played(day(shift(1), *waiting, visitor("08:12", leaves_after_minutes=10)))
    assert kinds(told, "TicketCancelled") == [("08:21:00", "TicketCancelled")]
    figures = summary(told)
    assert (figures.served, figures.left, figures.no_shows) == (1, 1, 1)


def test_a_transferred_visitor_is_served_in_the_other_line() -> None:
    stops = (Stop(60, walk=0, then=Transfer("residency")), FIVE)
    told = played(day(shift(1), shift(4), visitor("08:10", *stops)))
    assert calls(told) == [("08:10:00", "C001"), ("08:11:00", "C001")]
    assert [entry.data["counter"] for entry in told.entries if entry.kind == "TicketCalled"] == [1, 4]


def test_a_journey_goes_on_to_its_next_line_with_the_same_number() -> None:
    told = played(day(shift(1), shift(4), visitor("08:10", FIVE, FIVE, service="bring-a-worker")))
    assert calls(told) == [("08:10:00", "C001"), ("08:15:00", "C001")]
    assert summary(told).of("return").count == 1


def test_papers_found_wrong_end_the_visit_and_name_the_requirement() -> None:
    wrong = Stop(60, walk=0, then=Finish("papers_wrong"))
    told = played(day(shift(1), shift(4), visitor("08:10", wrong, service="bring-a-worker")))
    (finished,) = [entry for entry in told.entries if entry.kind == "TicketFinished"]
    assert finished.data["requirement"] == "passport"
    assert summary(told).served == 1


def test_a_parked_visitor_is_in_line_again_when_the_time_has_come() -> None:
    told = played(day(shift(1), visitor("08:10", Stop(60, walk=0, then=Park(12)), FIVE)))
    assert calls(told) == [("08:10:00", "C001"), ("08:23:00", "C001")]


def test_a_visitor_sent_back_is_called_at_another_counter() -> None:
    told = played(day(shift(1), shift(2), visitor("08:10", Stop(60, walk=0, then=SendBack()), FIVE)))
    assert [entry.data["counter"] for entry in told.entries if entry.kind == "TicketCalled"] == [1, 2]
    assert summary(told).missed == 0


def test_a_service_more_is_one_stop_more() -> None:
    told = played(day(shift(3), visitor("08:10", Stop(60, walk=0, then=Add("residence")), FIVE)))
    assert calls(told) == [("08:10:00", "C001"), ("08:11:00", "C001")]


def test_whoever_walks_in_is_next_at_the_counter_and_has_a_number_of_their_own() -> None:
    walk_in = WalkIn(at=clock("08:11"), service="renew", caller="employer", language="en", stops=(Stop(60),), counter=1)
    told = played(day(shift(1), visitor("08:10"), visitor("08:10:30"), walk_in))
    started = [entry.data["number"] for entry in told.entries if entry.kind == "ServiceStarted"]
    assert started == ["C001", "C003", "C002"]
    assert summary(told).tickets_at_counters == 1


def test_an_appointment_is_due_at_its_slot_and_the_late_one_as_it_comes() -> None:
    crowd = [visitor(f"08:4{n}", Stop(900, walk=0), service="residence") for n in range(4)]
    in_time = visitor("08:50", service="residence", appointment=clock("09:00"))
    late = visitor("09:45", service="residence", appointment=clock("09:30"))
    told = played(day(shift(4), *crowd, in_time, late))
    assert [number for _at, number in calls(told)] == ["R001", "R005", "R002", "R003", "R004", "R006"]
    assert [kind for _at, kind in kinds(told, "AppointmentKept", "AppointmentReleased")] == [
        "AppointmentKept",
        "AppointmentReleased",
    ]


def test_papers_missing_and_quick_business_take_no_number() -> None:
    told = played(day(shift(1), visitor("08:10", papers="missing"), visitor("08:11", service="status")))
    figures = summary(told)
    assert (figures.unready, figures.quick, figures.tickets) == (1, 1, 0)
