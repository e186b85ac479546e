"""What the agency's file says of an application number: enough to begin its check without asking again."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filed:
    """One application: its service, who made it, facts known already, and the documents the agency holds."""

    number: str
    service: str
    caller: str
    answers: Mapping[str, str]
    documents: tuple[str, ...]
