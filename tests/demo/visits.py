"""What visitors touch at the kiosk, and the page each touch leads to, with what that page is about."""

from datetime import timedelta

Turn = tuple[str | timedelta, str]
"""A time stands for the date so far from the day of the visit."""

ON_FILE = "WP-2026-0107"
"""An application whose permit the agency holds already."""
_YEARS = timedelta(days=1600)

RENEWAL: list[Turn] = [
    ("ar", "caller"),
    ("employer", "group"),
    ("work-permits", "service work-permits"),
    ("renew-permit", "question worker-place"),
    ("bahrain", "question over-sixty"),
    ("no", "paper renewal-form"),
    ("have", "paper worker-passport"),
    ("have", "date worker-passport"),
    (timedelta(days=30), "missing"),
]
"""Refused: the passport is valid for one more month."""
BY_CODE: list[Turn] = [
    ("ar", "caller"),
    ("employer", "group"),
    ("aside:code", "code"),
]
"""And then the code."""
PASSPORT: list[Turn] = [
    ("have", "date worker-passport"),
    (_YEARS, "ready"),
    ("none", "number"),
]
RENEWED: list[Turn] = [*RENEWAL[:-1], *PASSPORT[1:]]
"""A whole visit: everything is there at once."""
HOUSEHOLD: list[Turn] = [
    ("en", "caller"),
    ("household", "group"),
    ("domestic", "service domestic"),
    ("domestic-renew", "question expired-long"),
    ("no", "paper domestic-form"),
    ("have", "detail domestic-form"),
    ("yes", "paper employer-id"),
    ("have", "paper worker-passport"),
    ("have", "date worker-passport"),
    (_YEARS, "paper medical-receipt"),
    ("have", "ready"),
    ("aside:priority", "priority"),
    ("elderly", "number"),
]
"""A whole visit: an elderly employer of a domestic worker."""
OCCUPATION: list[Turn] = [
    ("ar", "caller"),
    ("employer", "group"),
    ("aside:application", "application"),
    (f"type:{ON_FILE}", "question specialised"),
    ("yes", "paper profession-approval"),
    ("have", "date profession-approval"),
    (timedelta(days=-10), "detail profession-approval"),
    ("yes", "refer"),
]
"""The original has to be seen by a clerk."""
