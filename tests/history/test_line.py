"""A recorded client names each act as its method is named."""

import pytest

from tests.history.line import act_of


@pytest.mark.parametrize(
    ("method", "path", "act", "counter"),
    [
        ("POST", "/api/v1/checks", "open_check", None),
        ("POST", "/api/v1/checks/resume", "resume_check", None),
        ("PATCH", "/api/v1/checks/abcdef", "change_check", None),
        ("POST", "/api/v1/tickets", "issue", None),
        ("POST", "/api/v1/tickets/abcdef/cancel", "cancel", None),
        ("POST", "/api/v1/appointments/BCDF/cancel", "cancel_booking", None),
        ("POST", "/api/v1/counters/12/no-show", "no_show", 12),
        ("POST", "/api/v1/counters/3/finish", "finish", 3),
    ],
)
def test_a_request_is_known_by_what_it_asks_for(method: str, path: str, act: str, counter: int | None) -> None:
    assert act_of(method, path) == (act, counter)
