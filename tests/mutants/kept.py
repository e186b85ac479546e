"""Faults in what is kept: numbers, claims, first answers, the journal, the commit."""

from tests.mutants.mutant import Mutant

_TICKETS = "queue_server/store/tickets.py"
_DATABASE = "queue_server/store/database.py"
_ONCE = "queue_server/application/once.py"
_OF_DATABASE = "tests/store/test_database.py::"
_SCHEMA = "tests/store/test_schema.py::test_the_migrations_make_the_tables[sqlite]"
_MIGRATION = "queue_server/store/migrations/versions/0001_the_first_schema.py"

FAULTS = (
    Mutant(
        "numbers-are-the-highest-and-one-without-the-unique-row",
        _TICKETS,
        "        [[last]] = self._rows(_NEXT_NUMBER, day=day, series=letters)\n        return int(last)\n",
        "        mine = (tickets.c.office == self._office, tickets.c.day == day, tickets.c.series == letters)\n"
        "        last = self._connection.execute(select(func.max(tickets.c.n)).where(*mine)).scalar()\n"
        "        return 1 + (last or 0)\n",
        (f"{_OF_DATABASE}test_numbers_asked_for_at_once_are_all_different[sqlite]",),
    ),
    Mutant(
        "a-number-is-given-again",
        _TICKETS,
        "else_=series.c.last + 1)",
        "else_=series.c.last)",
        (f"{_OF_DATABASE}test_numbers_asked_for_at_once_are_all_different[sqlite]",),
    ),
    Mutant(
        "numbers-go-on-over-the-night",
        _TICKETS,
        "self._rows(_NEXT_NUMBER, day=day, series=letters)",
        "self._rows(_NEXT_NUMBER, day=date.min, series=letters)",
        ("tests/application/test_timekeeping.py::test_whatever_a_day_left_open_is_over_the_next_day[sqlite]",),
    ),
    Mutant(
        "the-database-allows-a-number-twice",
        _MIGRATION,
        '        sa.UniqueConstraint("office", "day", "series", "n", name=op.f("uq_ticket_office_day_series_n")),\n',
        "",
        (_SCHEMA,),
    ),
    Mutant(
        "the-database-allows-two-visitors-at-a-counter",
        _MIGRATION,
        '        ["office", "counter"],\n        unique=True,',
        '        ["office", "counter"],\n        unique=False,',
        (_SCHEMA,),
    ),
    Mutant(
        "a-claim-does-not-check-the-state",
        _TICKETS,
        'legs.c.id == bindparam("leg"), legs.c.state == bindparam("was"))',
        'legs.c.id == bindparam("leg"))',
        (f"{_OF_DATABASE}test_a_leg_is_claimed_once_whatever_the_second_believed[sqlite]",),
    ),
    Mutant(
        "a-claim-does-not-count-the-rows",
        _TICKETS,
        "if self._do(_move(tuple(changed)), **changed, leg=before.id, was=before.state) != 1:",
        "if self._do(_move(tuple(changed)), **changed, leg=before.id, was=before.state) > 1:",
        (f"{_OF_DATABASE}test_a_leg_is_claimed_once_whatever_the_second_believed[sqlite]",),
    ),
    Mutant(
        "a-retry-is-not-remembered",
        _ONCE,
        "    tx.answers.keep(key, fingerprint, body, tx.at)\n",
        "",
        (f"{_OF_DATABASE}test_the_same_key_gives_the_first_answer_and_does_nothing_twice[sqlite]",),
    ),
    Mutant(
        "another-request-under-the-same-key-gets-the-first-answer",
        _ONCE,
        "        if first != fingerprint:\n            raise KeyReused\n",
        "",
        (f"{_OF_DATABASE}test_the_same_key_gives_the_first_answer_and_does_nothing_twice[sqlite]",),
    ),
    Mutant(
        "a-first-answer-is-given-to-whoever-knows-the-key",
        "queue_server/http/office.py",
        'f"{actor.id} {method} {path} "',
        'f"{method} {path} "',
        ("tests/http/test_wrong_input.py::test_a_first_answer_is_nobody_elses",),
    ),
    Mutant(
        "a-yes-is-said-before-the-commit",
        _DATABASE,
        "                        done.append((future, result, None))\n",
        "                        done.append((Future(), result, None))\n"
        "                        future.set_result(result)\n",
        (f"{_OF_DATABASE}test_nobody_is_answered_before_the_commit[sqlite]",),
    ),
    Mutant(
        "a-commit-does-not-wait-for-the-disk",
        _DATABASE,
        '"synchronous=FULL"',
        '"synchronous=NORMAL"',
        ("tests/torture/test_power.py::test_no_power_cut_loses_what_was_acknowledged",),
    ),
    Mutant(
        "an-act-that-fails-midway-is-not-rolled-back",
        _DATABASE,
        '        if kind is not None:\n            self._cursor.execute("ROLLBACK TO act")\n',
        "",
        (f"{_OF_DATABASE}test_an_act_that_fails_midway_leaves_nothing_and_its_neighbours_alone[sqlite]",),
    ),
    Mutant(
        "whoever-listens-is-told-nothing-of-a-batch-with-a-refusal",
        _DATABASE,
        "            return False\n        self.committed(told)\n",
        "            return False\n"
        "        if all(refusal is None for _future, _result, refusal in done):\n"
        "            self.committed(told)\n",
        (f"{_OF_DATABASE}test_a_refusal_does_not_keep_its_neighbours_from_those_who_listen[sqlite]",),
    ),
    Mutant(
        "the-journal-has-a-gap",
        "queue_server/store/journal.py",
        "enumerate(events, last + 1)",
        "enumerate(events, last + 2)",
        ("tests/application/test_counters.py::test_the_hall_shows_lines_counters_and_who_is_next[sqlite]",),
    ),
    Mutant(
        "on-postgresql-the-offices-row-is-not-locked",
        "queue_server/store/transaction.py",
        "True: Statement(_LOOK.with_for_update())",
        "True: Statement(_LOOK)",
        (f"{_OF_DATABASE}test_two_servers_of_one_office_never_believe_the_same_of_a_visitor[postgresql]",),
    ),
)
