"""What the agency's file says of an application number: enough to begin its check without asking again."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filed:
    """One application: its service, who made it, facts known already, and the documents the agency holds.

    `holder` is the name of the person it is about, empty when the agency did not tell: it is compared with what a
    machine reads on their papers, and leaves the server by no way.
    """

    number: str
    service: str
    caller: str
    answers: Mapping[str, str]
    documents: tuple[str, ...]
    holder: str = ""
