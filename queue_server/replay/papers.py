"""What a visitor with everything in order answers and shows, found out by asking the office's own rules."""

from collections.abc import Callable
from datetime import timedelta

import msgspec

from queue_server import wire
from queue_server.application import reception
from queue_server.application.ports import Transaction
from queue_server.domain.trust import Actor, Role
from queue_server.replay.day import Visitor

RECEPTION = Actor("reception", "reception", Role.INFORMATION)
"""The ground floor: kiosk and information desk in one, so that papers a clerk must see are seen at once."""

_GOOD_FOR = timedelta(days=5 * 365)
_ROUNDS = 20

Do = Callable[[Callable[[Transaction], wire.Check]], wire.Check]
"""Does an act of the reception's."""


class Papers:
    """The answers and papers that lead to a number, remembered per service and caller once they are found."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], wire.CheckChange] = {}

    def concluded(self, check: wire.Check, told: Visitor, do: Do) -> wire.Check:
        """The check with everything answered; with `missing` papers, the first one asked for is not there."""
        kind = (told.service, told.caller)
        if kind in self._found and check.outcome is None:
            check = self._changed(check, self._found[kind], do)
        for _round in range(_ROUNDS):
            if check.outcome is not None:
                break
            more = _next(check)
            check = self._changed(check, more, do)
            self._found[kind] = _both(self._found[kind], more) if kind in self._found else more
        asked = [paper.document for finding in check.findings for paper in finding.documents]
        if told.papers == "missing" and asked and check.outcome == "ready":
            check = self._changed(check, wire.CheckChange(documents=[wire.Paper(asked[0], "missing")]), do)
        return check

    def _changed(self, check: wire.Check, change: wire.CheckChange, do: Do) -> wire.Check:
        return do(lambda tx: reception.change_check(tx, check.id, change))


def _next(check: wire.Check) -> wire.CheckChange:
    """The first answer to every open question, and every paper asked for, new and seen by a clerk."""
    return wire.CheckChange(
        answers={question.fact: question.options[0].value for question in check.questions if question.answer is None},
        documents=[
            wire.Paper(
                paper.document,
                "have",
                expires=check.day + _GOOD_FOR,
                issued=check.day,
                attested=True,
                original=True,
                evidence="clerk",
            )
            for finding in check.findings
            for paper in finding.documents
            if paper.said is None
        ],
    )


def _both(first: wire.CheckChange, then: wire.CheckChange) -> wire.CheckChange:
    return msgspec.structs.replace(
        first,
        answers={**(first.answers or {}), **(then.answers or {})},
        documents=[*(first.documents or []), *(then.documents or [])],
    )
