"""What can go wrong between a station and the server.

StationError
├── Unreachable      no answer: the act may or may not have happened; retry with the same key
│   ├── VisitorLeft  nobody waits for the answer any more
│   └── GivenUp      whoever asked waits no longer, or the program closes
├── Away             the server is away, and only the server can do this
├── NoNumberHere     the server is away, and there is no number to give without it
└── Refused          the server answered no: `code`, `detail` in the user's language, `status`
    ├── NotSignedIn  the token is unknown, expired or revoked (401)
    ├── Forbidden    this role may not do that (403)
    └── PapersIncomplete   no number: the findings say what is missing (422)
"""

from queue_server.wire import Finding, Problem


class StationError(Exception):
    """Anything the server's client raises."""


class Unreachable(StationError):
    """The server did not answer in time."""


class VisitorLeft(Unreachable):
    """Nobody waits for the answer any more: the act is not repeated, nor done in another way."""


class GivenUp(Unreachable):
    """Whoever asked waits no longer: what may have been done before is to be looked at anew."""


class Away(StationError):
    """Only the server can do this, and it is away."""


class NoNumberHere(StationError):
    """The server is away, and there is no number to give without it: none lent, or none can be kept."""


class Refused(StationError):
    """The server said no, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code}: {problem.detail or problem.title}")
        self.code = problem.code
        self.detail = problem.detail or problem.title
        self.status = problem.status


class NotSignedIn(Refused):
    """The token is unknown, expired or revoked."""


class Forbidden(Refused):
    """This role may not do that."""


class PapersIncomplete(Refused):
    """No number was given, because of these findings."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.findings: list[Finding] = problem.findings or []


def refusal(problem: Problem) -> Refused:
    """The error a problem stands for."""
    if problem.code == "papers_incomplete":
        return PapersIncomplete(problem)
    return {401: NotSignedIn, 403: Forbidden}.get(problem.status, Refused)(problem)
