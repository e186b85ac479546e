"""Visitors sent to the information desk over HTTP."""

import httpx
import pytest

from queue_server import wire
from queue_server.client.errors import Refused
from tests.servers import Served


def test_a_visitor_is_sent_and_taken_and_the_number_can_be_printed(served: Served) -> None:
    kiosk, desk = served.line("kiosk"), served.line("information")
    desk.language = "ar"
    sent = kiosk.refer(wire.NewReferral("visit", "read", "en", service="renew"))
    assert len(kiosk.referral_slip(sent.id).slip) > 1000
    (waiting,) = desk.referrals()
    assert (waiting.number, waiting.reason, waiting.language) == (sent.number, "read", "en")
    assert waiting.service_name == "تجديد تصريح عمل"
    assert desk.find_referral(sent.number) == waiting
    assert desk.find_referral(sent.number + 1) is None
    assert desk.take_referral(sent.id).taken
    assert desk.referrals() == []
    with pytest.raises(Refused, match="unknown"):
        kiosk.referral_slip("x")


def test_the_same_key_sends_once_and_a_misspelt_reason_is_refused(served: Served) -> None:
    headers = {"Authorization": f"Bearer {served.token('kiosk')}", "Idempotency-Key": "sent-once"}
    new = {"visit": "v", "reason": "other", "language": "ar"}

    def post(**changed: str) -> httpx.Response:
        return httpx.post(f"{served.url}/api/v1/referrals", json=new | changed, headers=headers)

    assert {post().content for _ in range(3)} == {post().content}
    headers["Idempotency-Key"] = "another"
    assert post(reason="gossip").status_code == 400
