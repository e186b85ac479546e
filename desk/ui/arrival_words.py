"""How a clerk reads why a visitor was sent, and where at the kiosk they stood."""

from assets.words import in_fours
from desk.ui.words import figures, language_word, outcome_word
from desk.viewmodels.arrivals import Arrival
from desk.viewmodels.language import Language
from queue_server import wire

_REASONS: dict[str, str] = {
    "understand": "Does not understand",
    "papers": "Papers are different",
    "read": "Cannot read",
    "machine": "The kiosk does not work",
    "moving": "Needs help moving",
    "other": "Another matter",
    "question": "Could not answer a question",
    "guidance": "The kiosk's guidance did not help",
    "unsettled": "The kiosk came to no result",
    "confirm": "Papers to be confirmed",
}

_PLACES: dict[str, str] = {
    "language": "At the start",
    "caller": "At the start",
    "group": "At the choice of service",
    "service": "At the choice of service",
    "question": "At the papers",
    "paper": "At the papers",
    "detail": "At the papers",
    "missing": "At the papers",
    "ready": "At the number",
    "priority": "At the number",
    "number": "At the number",
}


def reason_word(reason: str, language: Language) -> str:
    """Why a visitor was sent; what somebody wrote themselves stays as it is."""
    return language.say(_REASONS[reason]) if reason in _REASONS else reason


def referral_words(referral: wire.Referral, language: Language) -> list[str]:
    """The number they show with the reason; then language, service and place, as far as they are known."""
    who = language.say("Visitor {number}", number=figures(str(referral.number)))
    place = language.say(_PLACES[referral.page]) if referral.page in _PLACES else ""
    known = (
        language_word(referral.language),
        referral.service_name or language.say("No service yet"),
        referral.about or place,
    )
    return [f"{who} · {reason_word(referral.reason, language)}", " · ".join(filter(None, known))]


def arrival_words(arrival: Arrival, language: Language) -> list[str]:
    """A visitor on the list."""
    if arrival.referral is not None:
        return referral_words(arrival.referral, language)
    check = arrival.check
    if check is None:
        return []
    words = reason_word(check.refer_reason, language) or outcome_word(check.outcome, language)
    return [check.service_name, f"{figures(in_fours(check.resume_code))} · {words}"]
