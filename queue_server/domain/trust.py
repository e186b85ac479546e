"""Roles: who a token speaks for, and what evidence it may claim."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a token may do is the sum of its role's rows in the table of routes, and nothing else."""

    KIOSK = "kiosk"
    SCREEN = "screen"
    DESK = "desk"
    """An enrolled desk on which nobody has signed in yet."""
    CLERK = "clerk"
    INFORMATION = "information"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    CHANNEL = "channel"


CLERKS = frozenset({Role.CLERK, Role.INFORMATION, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR})
"""Roles a person signs in with; the others belong to devices."""

CLAIMS: dict[Role, frozenset[str]] = {
    Role.KIOSK: frozenset({"said", "machine"}),
    Role.CHANNEL: frozenset({"said"}),
    Role.INFORMATION: frozenset({"said", "machine", "clerk"}),
    Role.SUPERVISOR: frozenset({"said", "machine", "clerk"}),
}
"""The evidence each role may claim for a paper. What an agency holds comes from the agency's file, from no token."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom a request speaks for. `counter` binds a device's token to one counter; `session` is set for a person.

    `language` is the one the person behind the station reads. `agency` is set for a partner agency's people, who see
    their own lines only; `lines` are those a clerk has learnt to serve, all when empty.
    """

    id: str
    name: str
    role: Role
    counter: int | None = None
    session: str | None = None
    language: str = "en"
    agency: str | None = None
    lines: tuple[str, ...] = ()

    def may_claim(self, evidence: str) -> bool:
        """Whether this actor's word carries that evidence."""
        return evidence in CLAIMS.get(self.role, frozenset())
