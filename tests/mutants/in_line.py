"""Faults in whose turn it is: due times, the heads of the lines, who is kept for whom, how many are ahead."""

from tests.mutants.mutant import Mutant

_HALL = "queue_server/domain/hall.py"
_CALLING = "queue_server/application/calling.py"
_COUNTERS = "queue_server/application/counters.py"
_LEAVING = "tests/application/test_leaving.py::"
_TICKETS = "queue_server/store/tickets.py"
_WHOSE_TURN = "tests/domain/test_hall.py::"
_AT_CALLING = "tests/application/test_calling.py::"
_AT_COUNTERS = "tests/application/test_counters.py::"
_VISITS = "tests/application/test_visits.py::"

FAULTS = (
    Mutant(
        "the-head-start-is-given-twice",
        _HALL,
        "timedelta(minutes=target_minutes) - head_start)",
        "timedelta(minutes=target_minutes) - 2 * head_start)",
        (f"{_WHOSE_TURN}test_a_priority_visitor_is_due_sooner_by_the_head_start",),
    ),
    Mutant(
        "the-head-start-makes-due-before-arrival",
        _HALL,
        "return max(arrival, arrival + timedelta(minutes=target_minutes) - head_start)",
        "return arrival + timedelta(minutes=target_minutes) - head_start",
        (f"{_WHOSE_TURN}test_nobody_is_due_before_they_came_nor_later_than_the_target",),
    ),
    Mutant(
        "of-two-due-at-once-any-goes-first",
        _HALL,
        "return head.due + after.get(head.line, timedelta()), head.arrival",
        "return head.due + after.get(head.line, timedelta()), 0",
        (f"{_WHOSE_TURN}test_whoever_is_due_first_goes_first_and_the_earlier_arrival_where_both_are_due_at_once",),
    ),
    Mutant(
        "an-escalation-is-not-counted",
        _HALL,
        'return Choice(urgent, "escalated", policy.escalate_one_in - 1)',
        'return Choice(urgent, "escalated", 0)',
        (f"{_WHOSE_TURN}test_after_an_escalation_the_next_calls_are_by_turn_and_then_one_may_be_escalated_again",),
    ),
    Mutant(
        "a-counter-forgets-its-tally-so-that-escalation-has-no-cap",
        _CALLING,
        "    if choice.tally != row.tally:\n        tx.counters.count(n, choice.tally)\n",
        "",
        (f"{_AT_CALLING}test_a_priority_visitor_past_due_is_escalated_in_one_call_of_three[sqlite]",),
    ),
    Mutant(
        "a-break-forgets-the-tally",
        "queue_server/store/counters.py",
        'now = {"state": state,',
        'now = {"tally": 0, "state": state,',
        (f"{_AT_CALLING}test_taking_a_break_does_not_forget_the_escalations[sqlite]",),
    ),
    Mutant(
        "a-line-is-ordered-by-arrival-instead-of-due",
        _TICKETS,
        "        .order_by(legs.c.due, legs.c.arrival)\n        .limit(1)",
        "        .order_by(legs.c.arrival)\n        .limit(1)",
        (f"{_VISITS}test_a_transferred_visitor_comes_first_last_or_by_first_arrival[sqlite-first-order0]",),
    ),
    Mutant(
        "yesterdays-tickets-are-called-today",
        _TICKETS,
        "            _TODAY,\n            legs.c.line == bindparam(line),",
        "            legs.c.line == bindparam(line),",
        (f"{_AT_COUNTERS}test_yesterdays_tickets_are_not_called_today[sqlite]",),
    ),
    Mutant(
        "a-ticket-kept-for-a-counter-is-called-at-another",
        _TICKETS,
        '            or_(legs.c.for_counter.is_(None), legs.c.for_counter == bindparam("counter")),\n',
        "",
        (f"{_VISITS}test_a_ticket_kept_for_a_counter_or_a_clerk_is_called_nowhere_else[sqlite]",),
    ),
    Mutant(
        "a-ticket-kept-for-a-clerk-is-called-by-another",
        _TICKETS,
        '            or_(legs.c.for_clerk.is_(None), legs.c.for_clerk == bindparam("clerk")),\n',
        "",
        (f"{_VISITS}test_a_ticket_kept_for_a_counter_or_a_clerk_is_called_nowhere_else[sqlite]",),
    ),
    Mutant(
        "whoever-is-sent-back-returns-to-the-same-counter",
        _TICKETS,
        '            or_(legs.c.not_counter.is_(None), legs.c.not_counter != bindparam(f"barred{place}")),\n',
        "",
        (f"{_VISITS}test_whoever_is_sent_back_keeps_the_due_time_and_goes_to_another_counter[sqlite]",),
    ),
    Mutant(
        "a-closing-counter-releases-nobody",
        _COUNTERS,
        "    for leg in tx.tickets.reserved(tx.day, n, holder):\n        let_go(tx, leg)\n",
        "",
        (f"{_VISITS}test_a_closing_counter_lets_others_call_whom_it_was_kept_for[sqlite]",),
    ),
    Mutant(
        "ahead-counts-the-visitor-too",
        _TICKETS,
        "        tuple_(legs.c.due, legs.c.arrival)\n        < tuple_",
        "        tuple_(legs.c.due, legs.c.arrival)\n        <= tuple_",
        (f"{_AT_CALLING}test_a_no_show_comes_back_in_time_with_the_old_due_time[sqlite]",),
    ),
    Mutant(
        "more-time-is-given-again-and-again",
        _TICKETS,
        'tickets.c.id == bindparam("ticket"), tickets.c.more_time_at.is_(None))',
        'tickets.c.id == bindparam("ticket"))',
        (f"{_LEAVING}test_more_time_is_given_once_in_a_visit_and_only_to_those_who_wait[sqlite]",),
    ),
    Mutant(
        "a-partner-agency-calls-the-others-lines",
        "queue_server/application/at_counter.py",
        "        if (tx.actor.agency is None or tx.catalogue.lines[line].agency == tx.actor.agency)\n"
        "        and (not tx.actor.lines or line in tx.actor.lines)\n",
        "        if not tx.actor.lines or line in tx.actor.lines\n",
        (f"{_VISITS}test_a_partner_agencys_clerk_sees_their_own_lines_counters_and_steps[sqlite]",),
    ),
    Mutant(
        "a-partner-agency-sees-the-others-steps",
        "queue_server/application/floor.py",
        "legs = [leg for leg in tx.tickets.legs(ticket.id) if of_their_agency(tx, leg.line)]",
        "legs = list(tx.tickets.legs(ticket.id))",
        (f"{_VISITS}test_a_partner_agencys_clerk_sees_their_own_lines_counters_and_steps[sqlite]",),
    ),
)
