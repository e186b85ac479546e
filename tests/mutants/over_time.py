"""Faults in what time brings about: the day, its end, no-shows, appointments, those who leave."""

from tests.mutants.mutant import Mutant

_TIMEKEEPING = "queue_server/application/timekeeping.py"
_APPOINTMENTS = "queue_server/application/appointments.py"
_DAY = "queue_server/domain/day.py"
_OF_TIME = "tests/application/test_timekeeping.py::"
_OF_APPOINTMENTS = "tests/application/test_appointments.py::"
_OF_HOME = "tests/application/test_from_home.py::"

FAULTS = (
    Mutant(
        "the-day-turns-at-midnight-on-the-wall",
        _DAY,
        "return local.date() if local.time() >= day_starts else local.date() - timedelta(days=1)",
        "return local.date()",
        ("tests/domain/test_day.py",),
    ),
    Mutant(
        "the-day-is-not-the-offices-own",
        _DAY,
        "local = at.astimezone(ZoneInfo(timezone))",
        "local = at",
        ("tests/domain/test_day.py",),
    ),
    Mutant(
        "a-clock-set-back-makes-a-wait-of-less-than-nothing",
        _DAY,
        "return max(0, int((later - earlier).total_seconds()))",
        "return int((later - earlier).total_seconds())",
        ("tests/application/test_counters.py::test_a_clock_set_back_makes_no_negative_wait[sqlite]",),
    ),
    Mutant(
        "yesterdays-visits-stay-open",
        _TIMEKEEPING,
        "for leg in tx.tickets.open_before(tx.day):",
        'for leg in [leg for leg in tx.tickets.open_before(tx.day) if leg.state == "waiting"]:',
        (f"{_OF_TIME}test_whatever_a_day_left_open_is_over_the_next_day[sqlite]",),
    ),
    Mutant(
        "a-no-show-expires-and-leaves-the-steps-after-it",
        _TIMEKEEPING,
        "if each.state in {LegState.NO_SHOW, LegState.PLANNED}",
        "if each.state is LegState.NO_SHOW",
        (f"{_OF_TIME}test_a_no_show_expires_with_the_rest_of_the_visit[sqlite]",),
    ),
    Mutant(
        "the-days-end-sends-home-whoever-is-at-a-counter",
        _TIMEKEEPING,
        "for leg in still_open if leg.ticket not in served)",
        "for leg in still_open if leg.state not in AT_COUNTER)",
        (f"{_OF_TIME}test_the_days_end_sends_home_all_but_those_at_a_counter[sqlite]",),
    ),
    Mutant(
        "a-cancelled-visit-leaves-its-later-steps",
        "queue_server/application/leaving.py",
        "    for leg in still_open:\n",
        "    for leg in still_open[:1]:\n",
        ("tests/application/test_leaving.py::test_a_cancelled_visit_is_never_called[sqlite]",),
    ),
    Mutant(
        "a-slot-is-booked-over-its-capacity",
        _APPOINTMENTS,
        "range(1, most + 1)",
        "range(1, most + 2)",
        (f"{_OF_APPOINTMENTS}test_a_slot_is_never_booked_beyond_its_capacity[sqlite]",),
    ),
    Mutant(
        "an-appointment-given-back-still-takes-its-place",
        _APPOINTMENTS,
        "    tx.appointments.save(cancelled)\n",
        "",
        (f"{_OF_APPOINTMENTS}test_a_slot_is_never_booked_beyond_its_capacity[sqlite]",),
    ),
    Mutant(
        "an-appointment-nobody-came-to-is-never-released",
        _TIMEKEEPING,
        "return changed + _release(tx)",
        "return changed",
        (f"{_OF_APPOINTMENTS}test_whoever_comes_after_the_grace_waits_like_anybody_else[sqlite]",),
    ),
    Mutant(
        "whoever-comes-too-late-keeps-the-appointment-taken",
        _APPOINTMENTS,
        '    if booked.state == "booked":\n        release(tx, booked)\n',
        "",
        (f"{_OF_APPOINTMENTS}test_whoever_comes_after_the_grace_waits_like_anybody_else[sqlite]",),
    ),
    Mutant(
        "somebody-at-home-passes-somebody-in-the-building",
        "queue_server/domain/appointments.py",
        "return now + timedelta(minutes=line.target_minutes)",
        "return now",
        (f"{_OF_HOME}test_the_office_says_how_far_ahead_and_nobody_at_home_passes_somebody_in_the_building[sqlite]",),
    ),
    Mutant(
        "a-person-is-remembered-with-an-appointment-that-is-over",
        _APPOINTMENTS,
        'replace(booked, state="cancelled", person=None)',
        'replace(booked, state="cancelled")',
        (f"{_OF_HOME}test_the_person_is_kept_as_nothing_readable_and_only_as_long_as_expected[sqlite]",),
    ),
    Mutant(
        "an-appointment-is-due-when-the-visitor-comes",
        "queue_server/application/journeys.py",
        'return replace(leg, due=ticket.slot, due_by="appointment")',
        'return replace(leg, due_by="appointment")',
        (f"{_OF_APPOINTMENTS}test_whoever_comes_in_time_is_due_at_the_slot[sqlite]",),
    ),
)
