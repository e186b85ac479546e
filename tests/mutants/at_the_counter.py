"""Faults in a clerk's acts: calling, serving, sending on, taking back."""

from tests.mutants.mutant import Mutant

_CALLING = "queue_server/application/calling.py"
_VISITS = "queue_server/application/visits.py"
_UNDOING = "queue_server/application/undoing.py"
_OF_CALLING = "tests/application/test_calling.py::"
_OF_COUNTERS = "tests/application/test_counters.py::"
_OF_VISITS = "tests/application/test_visits.py::"
_OF_UNDOING = "tests/application/test_undoing.py::"

FAULTS = (
    Mutant(
        "a-counter-with-somebody-called-may-call-another",
        "queue_server/application/at_counter.py",
        "    if tx.tickets.at_counter(n) is not None:\n        raise CounterBusy(counter=n)",
        "    there = tx.tickets.at_counter(n)\n"
        '    if there is not None and there[1].state == "serving":\n        raise CounterBusy(counter=n)',
        (f"{_OF_COUNTERS}test_a_counter_serves_one_visitor_at_a_time[sqlite]",),
    ),
    Mutant(
        "a-number-is-called-away-from-the-counter-that-called-it",
        _CALLING,
        "frozenset({LegState.WAITING, LegState.PARKED, LegState.NO_SHOW})",
        "frozenset({LegState.WAITING, LegState.PARKED, LegState.NO_SHOW, LegState.CALLED})",
        (f"{_OF_CALLING}test_a_number_already_called_is_not_called_by_another[sqlite]",),
    ),
    Mutant(
        "a-recall-is-not-counted",
        _CALLING,
        "again = leg.moved(LegState.CALLED, calls=leg.calls + 1)",
        "again = leg.moved(LegState.CALLED)",
        (f"{_OF_COUNTERS}test_a_visit_from_number_to_finish[sqlite]",),
    ),
    Mutant(
        "a-no-show-after-one-call-fewer",
        _CALLING,
        "if leg.calls < tx.catalogue.queue.calls_before_no_show:",
        "if leg.calls + 1 < tx.catalogue.queue.calls_before_no_show:",
        (f"{_OF_CALLING}test_nobody_is_a_no_show_before_the_office_has_called_often_enough[sqlite]",),
    ),
    Mutant(
        "a-no-show-may-be-called-for-ever",
        _CALLING,
        "    if leg.state is LegState.NO_SHOW and not may_return(tx, leg):\n"
        "        raise TooLate(number=ticket.number)\n",
        "",
        (f"{_OF_CALLING}test_a_no_show_who_comes_too_late_has_lost_the_place[sqlite]",),
    ),
    Mutant(
        "a-no-show-who-comes-back-loses-the-due-time",
        "queue_server/application/leaving.py",
        "waiting = leg.moved(LegState.WAITING, waiting_since=tx.at,",
        "waiting = leg.moved(LegState.WAITING, waiting_since=tx.at, due=tx.at,",
        (f"{_OF_CALLING}test_a_no_show_comes_back_in_time_with_the_old_due_time[sqlite]",),
    ),
    Mutant(
        "a-leg-that-is-over-moves-again",
        "queue_server/domain/tickets.py",
        "if state not in ALLOWED.get(self.state, frozenset()):",
        "if state not in ALLOWED.get(self.state, OPEN):",
        ("tests/domain/test_tickets.py",),
    ),
    Mutant(
        "a-visit-is-finished-that-was-only-called",
        _VISITS,
        "    if leg.state is not LegState.SERVING:",
        "    if leg.state is LegState.WAITING:",
        (f"{_OF_COUNTERS}test_acts_out_of_order_are_refused_and_change_nothing[sqlite]",),
    ),
    Mutant(
        "the-next-step-begins-before-this-one-is-over",
        _VISITS,
        'keep(tx, n, "finish", Move(leg, over), *rest)',
        'keep(tx, n, "finish", *rest, Move(leg, over))',
        (f"{_OF_VISITS}test_a_visit_goes_on_to_the_partner_agency_with_the_same_number_and_the_first_arrival[sqlite]",),
    ),
    Mutant(
        "a-visit-that-is-not-completed-goes-on",
        _VISITS,
        'if done.outcome == "completed":',
        'if done.outcome != "papers_wrong":',
        (f"{_OF_VISITS}test_a_visit_that_is_not_completed_goes_nowhere_else[sqlite]",),
    ),
    Mutant(
        "a-later-step-loses-the-first-arrival",
        "queue_server/application/journeys.py",
        "tx.catalogue.queue.policy.due(ticket.issued_at, target,",
        "tx.catalogue.queue.policy.due(tx.at, target,",
        (f"{_OF_VISITS}test_a_transfer_to_a_line_keeps_the_number_and_the_place_of_the_first_arrival[sqlite]",),
    ),
    Mutant(
        "a-transfer-comes-after-those-due-at-the-same-moment",
        _VISITS,
        'arrival=tx.seq + 1 if to.place == "last" else leg.arrival,',
        "arrival=tx.seq + 1,",
        (f"{_OF_VISITS}test_of_two_due_at_once_the_transferred_visitor_goes_by_first_arrival[sqlite]",),
    ),
    Mutant(
        "whoever-is-sent-back-loses-the-due-time",
        _VISITS,
        "again = leg.moved(LegState.WAITING, waiting_since=tx.at,",
        "again = leg.moved(LegState.WAITING, due=tx.at, waiting_since=tx.at,",
        (f"{_OF_VISITS}test_whoever_is_sent_back_keeps_the_due_time_and_goes_to_another_counter[sqlite]",),
    ),
    Mutant(
        "undo-has-no-ten-seconds",
        _UNDOING,
        "    if tx.at - last.at > UNDO_WITHIN:\n        raise TooLate\n",
        "",
        (f"{_OF_UNDOING}test_after_ten_seconds_it_is_too_late[sqlite]",),
    ),
    Mutant(
        "undo-leaves-the-steps-the-act-began",
        _UNDOING,
        "for move in reversed(last.moves)}",
        "for move in last.moves[:1]}",
        (f"{_OF_UNDOING}test_a_finish_is_taken_back_with_the_step_it_began[sqlite]",),
    ),
    Mutant(
        "undo-keeps-a-visitor-for-a-counter-that-has-closed",
        _UNDOING,
        "if move.before is not None and _kept_in_vain(tx, move.before):",
        "if move.before is None:",
        (f"{_OF_UNDOING}test_nobody_is_put_back_to_wait_for_a_counter_that_has_closed_meanwhile",),
    ),
    Mutant(
        "undo-may-be-done-twice",
        _UNDOING,
        "    tx.undo.forget(n)\n",
        "",
        (f"{_OF_UNDOING}test_an_act_is_taken_back_once_and_by_whoever_did_it[sqlite]",),
    ),
    Mutant(
        "undo-takes-back-what-others-went-on-with",
        _UNDOING,
        "    if move.after not in tx.tickets.legs(move.after.ticket):\n        raise TooLate\n",
        "",
        (f"{_OF_UNDOING}test_what_others_have_gone_on_with_is_not_taken_back[sqlite]",),
    ),
)
