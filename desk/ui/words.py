"""How the desk says what the wire only names. A thing has the same word wherever it is shown."""

from collections.abc import Sequence

from desk.ui.mark import Tone
from desk.viewmodels.acts import DoneAnyway
from desk.viewmodels.counter import Act, Counter, Phase
from desk.viewmodels.hall import Standing
from desk.viewmodels.language import Language
from queue_server import wire
from queue_server.client.errors import GivenUp, Refused, Unreachable

LANGUAGES = {
    "ar": "العربية",
    "en": "English",
    "hi": "हिन्दी",
    "ur": "اردو",
    "bn": "বাংলা",
    "ml": "മലയാളം",
    "ne": "नेपाली",
    "tl": "Tagalog",
}
"""Languages by their own names."""

_PHASES: dict[Phase, str] = {
    "closed": "Closed",
    "break": "On a break",
    "free": "Free",
    "drawn": "Not called yet",
    "called": "Called",
    "serving": "Serving",
}

_ACTS: dict[Act, str] = {
    "open": "Open counter",
    "next": "Call next",
    "start": "Start",
    "finish": "Finish",
    "recall": "Recall",
    "no_show": "Did not come",
    "park": "Let go, comes back",
    "return": "Back to the line",
    "transfer": "Send on",
    "add": "Another service",
    "number": "Call a number",
    "walk_in": "Without a number",
    "break": "Break",
    "close": "Close counter",
}
"""What the acts are called on their buttons; two depend on the moment."""

_LOOKS = {"search": "Find a number", "why": "Why this order?", "day": "My day"}
"""What may be looked up at a counter, as its buttons say it."""

_STANDINGS: dict[Standing, str] = {
    "good": "On time",
    "careful": "Close to the target",
    "stop": "Over the target",
}

_PRIORITIES: dict[wire.Priority, str] = {
    "none": "No priority",
    "elderly": "Elderly",
    "pregnant": "Pregnant",
    "disabled": "Disability",
}

_LEGS: dict[wire.LegState, str] = {
    "planned": "Still to come",
    "waiting": "Waiting",
    "called": "Called",
    "serving": "Serving",
    "done": "Done",
    "parked": "Parked, to come back",
    "no_show": "Was called and did not come",
    "cancelled": "Cancelled",
    "expired": "Ended with its day",
}

_RESULTS: dict[wire.Result, str] = {
    "on_file": "On file",
    "presented": "In order",
    "missing": "Missing",
    "expired": "Expired",
    "short_validity": "Valid for too short a time",
    "wrong_form": "Not in the right form",
    "mismatch": "Does not match",
    "unknown": "Not sure",
    "waived": "Waived",
}

_EVIDENCE: dict[wire.Evidence, str] = {
    "said": "as the visitor says",
    "machine": "read by a machine",
    "clerk": "seen by a clerk",
    "agency": "held by the agency",
}

_OUTCOMES: dict[wire.Outcome, str] = {
    "ready": "The papers are complete. Give the number.",
    "incomplete": "Something is missing. Print the list of what to bring.",
    "refer": "Look at the papers marked with an exclamation mark.",
    "quick": "This is settled here, without a number.",
}

_OUTCOME_TONES: dict[wire.Outcome, Tone] = {
    "ready": "good",
    "quick": "good",
    "refer": "careful",
    "incomplete": "stop",
}


def figures(text: str) -> str:
    """Keep figures and codes from left to right inside a sentence from right to left."""
    return f"\u2066{text}\u2069"


def minutes(seconds: int, language: Language) -> str:
    """A wait, in whole minutes."""
    return language.say("{minutes} min", minutes=seconds // 60)


def stopwatch(seconds: int | None) -> str:
    """A running time, as 04:09."""
    return "--:--" if seconds is None else f"{seconds // 60:02}:{seconds % 60:02}"


def phase_word(phase: Phase, language: Language) -> str:
    """Where the counter stands."""
    return language.say(_PHASES[phase])


def act_word(act: Act, counter: Counter, language: Language) -> str:
    """What an act is called at this moment."""
    if act == "undo":
        return language.say("Take back ({seconds} s)", seconds=counter.undo_left())
    if act == "open" and counter.phase == "break":
        return language.say("Come back")
    if act == "recall" and counter.phase == "drawn":
        return language.say("Call")
    return language.say(_ACTS[act])


def look_word(name: str, language: Language) -> str:
    """What a look that changes nothing is called."""
    return language.say(_LOOKS[name])


def leg_word(state: wire.LegState, language: Language) -> str:
    """Where a step of a visit stands."""
    return language.say(_LEGS[state])


def standing_word(standing: Standing, language: Language) -> str:
    """How a line's longest wait stands against its target."""
    return language.say(_STANDINGS[standing])


def priority_word(priority: wire.Priority, language: Language) -> str:
    """Why a visitor is due earlier."""
    return language.say(_PRIORITIES[priority])


def language_word(code: str) -> str:
    """A language by its own name."""
    return LANGUAGES.get(code, code)


def visitor_words(who: wire.Ticket | wire.NextInLine, language: Language) -> list[str]:
    """What a clerk should know of a visitor before a word is spoken: the language, and any priority."""
    priority = [] if who.priority == "none" else [priority_word(who.priority, language)]
    return [language_word(who.language), *priority]


def reason_said(reason: str, named: Sequence[wire.Option], language: Language) -> str:
    """A reason by the office's name for it, or as the clerk wrote it."""
    return next((language.of(each.text) for each in named if each.value == reason), reason)


def finding_tone(finding: wire.Finding) -> Tone:
    """Which sign a finding carries."""
    match finding.result:
        case None:
            return "quiet"
        case "waived" | "unknown":
            return "careful"
        case "on_file" | "presented":
            return "good" if finding.proven else "careful"
    return "stop"


def finding_word(finding: wire.Finding, language: Language) -> str:
    """How a finding stands."""
    if finding.result is None:
        return language.say("Not seen yet")
    if finding.result == "presented" and not finding.proven:
        return language.say("To be confirmed")
    return language.say(_RESULTS[finding.result])


def evidence_word(finding: wire.Finding, language: Language) -> str:
    """What the weakest paper of a finding that passes rests on; empty for one that does not."""
    said = {paper.said.evidence for paper in finding.documents if paper.said}
    if finding.result not in {"presented", "on_file"} or not said:
        return ""
    return language.say(_EVIDENCE[min(said, key=list(_EVIDENCE).index)])


def outcome_tone(outcome: wire.Outcome | None) -> Tone:
    """Which sign an outcome carries."""
    return "quiet" if outcome is None else _OUTCOME_TONES[outcome]


def outcome_word(outcome: wire.Outcome | None, language: Language) -> str:
    """What came of a check, and what to do with it."""
    if outcome is None:
        return language.say("Answer the questions and look at each paper.")
    return language.say(_OUTCOMES[outcome])


def trouble_tone(trouble: Exception) -> Tone:
    """Which sign a trouble carries: what the clerk wanted is none, but wants a look."""
    return "careful" if isinstance(trouble, GivenUp | DoneAnyway) else "stop"


def trouble_word(trouble: Exception, language: Language) -> str:
    """What went wrong, and what to do."""
    match trouble:
        case DoneAnyway():
            return language.say("It had been done before it could be cancelled. Look at what is shown.")
        case GivenUp():
            return language.say("Cancelled. It may have been done all the same: look at what is shown.")
        case Refused(code="not_signed_in"):  # The desk itself: a clerk whose session ended is asked to sign in.
            return language.say("This desk has not been admitted yet. Please tell your supervisor.")
        case Refused():
            return trouble.detail
        case Unreachable():
            return language.say("The server did not answer. Look at what is shown, then try again.")
    return language.say("Something went wrong at this desk: {what}", what=str(trouble) or type(trouble).__name__)
