"""What must hold of an office's rows at any moment, proven by looking."""

from typing import NamedTuple

from sqlalchemy import text

from queue_server.store.transaction import OfficeTransaction


class Rule(NamedTuple):
    """A query that finds nothing when all is well."""

    promise: str
    contradicts: str


RULES = (
    Rule(
        "the journal has no gap",
        "SELECT o.seq FROM office o WHERE o.id = :office AND o.seq <> (SELECT count(*) FROM journal j "
        "WHERE j.office = o.id) OR o.seq <> (SELECT coalesce(max(j.seq), 0) FROM journal j WHERE j.office = o.id)",
    ),
    Rule(
        "every number was counted",
        "SELECT t.id FROM ticket t LEFT JOIN series s ON s.office = t.office AND s.day = t.day "
        "AND s.series = t.series WHERE t.office = :office AND (s.last IS NULL OR (t.n > s.last "
        "AND (t.n < s.lent_from OR t.n >= 1000)))",
    ),
    Rule(
        "no number is lent twice",
        "SELECT a.id FROM lease a JOIN lease b ON b.office = a.office AND b.day = a.day AND b.series = a.series "
        "AND b.id <> a.id AND b.first <= a.last AND a.first <= b.last WHERE a.office = :office",
    ),
    Rule(
        "a lent number was lent",
        "SELECT t.id FROM ticket t JOIN series s ON s.office = t.office AND s.day = t.day AND s.series = t.series "
        "WHERE t.office = :office AND t.n >= s.lent_from AND t.n < 1000 AND NOT EXISTS (SELECT 1 FROM lease l "
        "WHERE l.office = t.office AND l.day = t.day AND l.series = t.series AND t.n BETWEEN l.first AND l.last)",
    ),
    Rule(
        "every ticket has a check that passed",
        'SELECT t.id FROM ticket t LEFT JOIN "check" c ON c.office = t.office AND c.id = t."check" '
        "WHERE t.office = :office AND (c.ticket IS NULL OR c.ticket <> t.id OR c.outcome <> 'ready')",
    ),
    Rule(
        "every ticket has a leg",
        "SELECT t.id FROM ticket t WHERE t.office = :office AND NOT EXISTS "
        "(SELECT 1 FROM leg l WHERE l.office = t.office AND l.ticket = t.id)",
    ),
    Rule(
        "a leg called, served or over names its counter",
        "SELECT id FROM leg WHERE office = :office AND state IN ('called', 'serving', 'done', 'no_show') "
        "AND counter IS NULL",
    ),
    Rule(
        "no step of a visit began before the one before it was over",
        "SELECT later.id FROM leg later JOIN leg earlier ON earlier.office = later.office "
        "AND earlier.ticket = later.ticket AND earlier.seq < later.seq WHERE later.office = :office "
        "AND later.state NOT IN ('planned', 'cancelled', 'expired') "
        "AND earlier.state IN ('planned', 'waiting', 'called', 'serving', 'parked', 'no_show')",
    ),
    Rule(
        "an appointment kept names the ticket that is due at its slot",
        "SELECT a.id FROM appointment a LEFT JOIN ticket t ON t.office = a.office AND t.id = a.ticket "
        "WHERE a.office = :office AND a.state = 'kept' AND (t.slot IS NULL OR t.slot <> a.slot)",
    ),
    Rule(
        "nobody is remembered with an appointment that is over",
        "SELECT id FROM appointment WHERE office = :office AND person IS NOT NULL AND state <> 'booked'",
    ),
    Rule(
        "a visitor at a counter is at an open one",
        "SELECT l.id FROM leg l LEFT JOIN counter c ON c.office = l.office AND c.n = l.counter "
        "WHERE l.office = :office AND l.state IN ('called', 'serving') AND coalesce(c.state, 'closed') = 'closed'",
    ),
)


def troubles(tx: OfficeTransaction) -> list[str]:
    """Every contradiction, as `promise: the row that breaks it`; empty when all is well."""
    found = [
        f"{rule.promise}: {row[0]}"
        for rule in RULES
        for row in tx.connection.execute(text(rule.contradicts), {"office": tx.office})
    ]
    issued = tx.connection.execute(
        text(
            "SELECT (SELECT count(*) FROM ticket WHERE office = :office) - "
            "(SELECT count(*) FROM journal WHERE office = :office AND kind = 'TicketIssued')"
        ),
        {"office": tx.office},
    ).scalar_one()
    if issued:
        found.append(f"every ticket stands in the journal once: off by {issued}")
    if tx.connection.dialect.name == "sqlite":
        sound = tx.connection.execute(text("PRAGMA integrity_check")).scalar_one()
        if sound != "ok":
            found.append(f"the file is sound: {sound}")
    return found
