"""What is said for each error, by its code."""

from assets.words import say

WORDS: dict[str, str] = {
    "malformed": "The request could not be read: {why}",
    "idempotency_key_missing": "The request carries no idempotency key.",
    "idempotency_key_reused": "This idempotency key was used for another request.",
    "not_signed_in": "Please sign in again.",
    "wrong_password": "The username or the password is not right.",
    "forbidden": "You may not do that.",
    "evidence_too_strong": "Only an information desk clerk can confirm this paper.",
    "not_your_counter": "Another clerk holds this counter.",
    "unknown": "There is no such thing here: {name}",
    "conflict": "That is not possible now.",
    "check_settled": "A number was already given for this check.",
    "check_stale": "This check is from another day. Enter its code to go on.",
    "counter_closed": "This counter is not open.",
    "counter_busy": "A visitor is at this counter. Finish first.",
    "nobody_called": "Nobody was called to this counter.",
    "wrong_state": "That is not possible for this ticket now.",
    "call_again": "Call again first: {least} calls are needed before this.",
    "not_your_turn": "This number is not for this counter.",
    "too_late": "It is too late for that now.",
    "clerk_away": "This clerk is not at a counter now: {name}",
    "nothing_to_undo": "There is nothing to take back.",
    "slot_full": "This time is taken. Please choose another.",
    "appointment_over": "This appointment was used, cancelled or given up.",
    "clerk_elsewhere": "You already hold another counter. Close it first.",
    "reprint_at_desk": "The information desk can print your number again.",
    "name_taken": "This name is taken: {name}",
    "lease_superseded": "Another kiosk uses the name of this one. Please tell the staff.",
    "lease_not_yours": "These numbers belong to another kiosk.",
    "no_numbers_left": "No more numbers can be given for this line today.",
    "number_taken": "Another visit has this already.",
    "code_taken": "Another visit has this already.",
    "refused": "That cannot be done.",
    "papers_incomplete": "No number yet: some papers are still needed.",
    "check_not_concluded": "Some questions or papers are still open.",
    "wrong_caller": "This service is for other callers.",
    "no_number_needed": "No number is needed. The information desk helps you at once.",
    "not_quick": "This service needs a number.",
    "no_such_slot": "There are no appointments at this time.",
    "wrong_appointment": "This appointment is for another service or another day.",
    "transfer_unclear": "Choose one line, one counter or one clerk.",
    "time_gone": "Choose a later time today.",
    "number_not_leased": "These numbers belong to another kiosk.",
    "bad_name": "A name has 1 to {limit} printable characters.",
    "weak_password": "A password has at least {least} characters.",
    "too_many": "Too many tries. Please wait {seconds} seconds.",
    "unavailable": "The server could not keep this. It will be tried again.",
    "not_found": "There is nothing at this address.",
    "error": "Something went wrong on our side. It has been noted.",
}
"""English; the other languages have it by their catalogue of words."""


def refusal(code: str, language: str, **values: object) -> str:
    """What an error of that code says."""
    return say(WORDS[code], language, **values)
