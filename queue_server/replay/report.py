"""A summary in words and columns, for the terminal."""

from collections.abc import Iterable

from queue_server.replay.summary import CounterUse, Summary, Waits


def report(figures: Summary, *, counters: bool = True) -> str:
    """What became of everybody and how long they waited; with `counters`, how each of those was used."""
    parts = [_people(figures), "\n".join(_waits(figures.waits))]
    if counters:
        parts.append("\n".join(_counters(figures.counters)))
    parts.append(f"longest a counter stood idle while somebody it might have called waited: {figures.missed:g} s")
    return "\n\n".join(parts)


def _people(figures: Summary) -> str:
    return (
        f"{figures.came} came and {figures.walked_in} walked in to a counter: "
        f"{figures.quick} quick, {figures.unready} with papers missing, {figures.tickets} tickets "
        f"({figures.tickets_at_counters} of them given at a counter)\n"
        f"{figures.served} served, {figures.no_shows} no-shows, {figures.left} left before their turn, "
        f"{figures.unserved} not served when the day was over"
    )


def _waits(rows: Iterable[Waits]) -> Iterable[str]:
    yield f"{'line':<14} {'who':<12} {'waits':>6} {'mean':>6} {'p50':>6} {'p90':>6} {'p95':>6} {'most':>6}  over target"
    for row in rows:
        minutes = " ".join(f"{each:6.1f}" for each in (row.mean, row.p50, row.p90, row.p95, row.longest))
        yield f"{row.line or 'all lines':<14} {row.kind:<12} {row.count:>6} {minutes} {row.over_target:>11.0%}"


def _counters(rows: Iterable[CounterUse]) -> Iterable[str]:
    yield f"{'counter':<8} {'served':>7} {'hours':>7} {'busy':>6} {'idle':>6} {'breaks':>7}"
    for row in rows:
        yield f"{row.n:<8} {row.served:>7} {row.hours:>7.2f} {row.busy:>6.0%} {row.idle:>6.0%} {row.rest:>7.0%}"
