"""What the service page says and offers. No Qt."""

import logging
from dataclasses import dataclass

from assets.words import native_name, say
from kiosk.speech.voice import Fluency
from kiosk.staff.own_code import WrongCode
from queue_server.client.errors import Refused, Unreachable
from queue_server.client.printer import Printed

log = logging.getLogger(__name__)

ACTS = {
    "page": "Print a test page",
    "sound": "Test the sound",
    "screen": "Test the screen",
    "restart": "Start the program again",
    "leave": "Close the program",
    "back": "To the first page",
}
"""What can be done, in words."""
_PICTURES = {
    "page": "print",
    "sound": "listen",
    "screen": "contrast",
    "restart": "renew",
    "leave": "cross",
    "back": "home",
}
SURE = {"restart": "Touch once more to start the program again.", "leave": "Touch once more to close the program."}
"""What is done at the second touch only."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do."""

    act: str
    label: str
    picture: str


def acts(language: str, other: str) -> list[Act]:
    """Everything that can be done; the last is to read this page in the `other` language."""
    offered = [Act(act, say(ACTS[act], language), _PICTURES[act]) for act in ACTS]
    return [*offered, Act("language", native_name(other), "language")]


def back(language: str) -> str:
    """On what leads to the visitors' first page."""
    return say(ACTS["back"], language)


def title(page: str, language: str) -> str:
    """Of the page for the code, and of the open one."""
    return say("Service code" if page == "code" else "Looking after this kiosk", language)


def why(page: str, language: str) -> str:
    """What to do on it."""
    if page == "code":
        return say("A supervisor gets it at a desk, for this kiosk. It is good once.", language)
    return say("No visitor can come in until you leave this page.", language)


def done(language: str) -> str:
    """At the end of the screen's test."""
    return say("Done", language)


def every_field(language: str) -> str:
    """How the touch is tested."""
    return say("Touch every field: each must turn green.", language)


def sure(act: str, language: str) -> str:
    """Before the second touch."""
    return say(SURE[act], language)


def printing(printed: Printed | None, language: str) -> str:
    """How the test page fares."""
    if printed is None:
        return say("The test page is being printed…", language)
    words = {
        "printed": "Printed. Look at the page: black reaches both edges, every line is joined.",
        "uncertain": "Sent. The printer does not say whether it came out: look.",
        "failed": "Nothing was printed.",
    }
    told = say(words[printed.result], language)
    return f"{told} {printed.trouble.explain(language)}" if printed.trouble else told


def sounded(fluency: Fluency, language: str) -> str:
    """What should have been heard."""
    if fluency == "none":
        return say("The bell was sounded. This kiosk has no voice: espeak-ng is not installed.", language)
    return say("You should have heard a bell and a sentence.", language)


def sentence(language: str) -> str:
    """What is said to hear the voice."""
    return say("This is a test of the sound.", language)


_WRONG_OWN = {
    "wrong": "The server is away. Until it is back only the kiosk's own code opens this page.",
    "too_many": "Too many wrong codes. Wait some minutes.",
}


def refused(error: Exception, language: str) -> str:
    """Why a code did not open the page."""
    if isinstance(error, WrongCode):
        return say(_WRONG_OWN[error.why], language)
    if isinstance(error, Unreachable):
        return say("The server cannot be reached, and only it knows the code.", language)
    if isinstance(error, Refused):
        words = {
            "unknown": "This code is not for this kiosk. Look at it again.",
            "code_expired": "This code is too old. Ask for another.",
            "code_used": "This code was used already. Ask for another.",
            "too_many": "Too many wrong codes. Wait some minutes.",
        }
        return say(words[error.code], language) if error.code in words else error.detail
    log.error("The service page could not be opened", exc_info=error)
    return say("Something went wrong. The log says more.", language)
