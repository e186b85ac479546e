"""The short way answers as the framework does, to the letter, and leaves to it whatever is out of the ordinary."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import uuid4

import httpx
import pytest

from queue_server import wire
from queue_server.http.express import Express
from tests.servers import Served

PASSPORT = wire.Paper("passport", "have", expires=date(2031, 1, 1))
CHANGES = {"date", "server"}


class Ways:
    """One token's requests, and which way each was answered."""

    def __init__(self, served: Served, token: str) -> None:
        self.http = httpx.Client(base_url=served.url, headers={"Authorization": f"Bearer {token}"})
        self.short: list[bool] = []

    def ask(
        self, path: str, key: str, content: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        given = {"Idempotency-Key": key, "Content-Type": "application/json", **(headers or {})}
        return self.http.post(path, content=content, headers=given)

    def both(self, path: str, content: bytes = b"") -> httpx.Response:
        """Once as the framework answers, and again under the same key the short way."""
        key, self.short[:] = uuid4().hex, []
        # Two headers of one name are out of the ordinary.
        twice = [("Idempotency-Key", key), ("Content-Type", "application/json"), ("X-Twice", "1"), ("X-Twice", "2")]
        framework = self.http.post(path, content=content, headers=twice)
        short = self.ask(path, key, content)
        assert self.short == [True], "the framework's answer first, then one the short way"
        assert (short.status_code, short.content) == (framework.status_code, framework.content)
        assert told(short) == told(framework)
        return short


def told(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in CHANGES}


@pytest.fixture
def ways(served: Served, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ways]:
    """A clerk at counter 1, whose token the server has seen."""
    ways = Ways(served, served.token("clerk", "ali"))
    answer = Express._answer

    async def noted(self: Express, *asked: object) -> object:
        found = await answer(self, *asked)  # type: ignore[arg-type]
        ways.short.append(found is not None)
        return found

    monkeypatch.setattr(Express, "_answer", noted)
    assert ways.ask("/api/v1/counters/1/open", "open").status_code == 200
    yield ways
    ways.http.close()


def ready(served: Served) -> wire.Check:
    kiosk = served.line("kiosk", f"kiosk-{uuid4().hex[:6]}")
    check = kiosk.open_check(wire.NewCheck("bring-a-worker", "ar", wire.Caller("employer")))
    return kiosk.change_check(check.id, wire.CheckChange(documents=[PASSPORT]))


def test_every_act_at_a_counter_is_answered_alike_both_ways(served: Served, ways: Ways) -> None:
    assert ways.both("/api/v1/counters/1/next").status_code == 204
    served.line("kiosk").issue(ready(served).id)
    served.line("kiosk", "kiosk-2").issue(ready(served).id)
    assert ways.both("/api/v1/counters/1/next").json()["number"] == "C001"
    assert ways.both("/api/v1/counters/1/recall").json()["legs"][0]["calls"] == 2
    assert ways.both("/api/v1/counters/1/no-show").json()["legs"][0]["state"] == "no_show"
    ways.both("/api/v1/counters/1/next")
    ways.both("/api/v1/counters/1/start")
    done = ways.both("/api/v1/counters/1/finish", b'{"outcome":"completed"}').json()
    assert [leg["state"] for leg in done["legs"]] == ["done", "waiting"]


@pytest.mark.parametrize("slip", [b"true", b"false"])
def test_a_number_is_answered_alike_both_ways_with_its_slip_or_without(served: Served, ways: Ways, slip: bytes) -> None:
    check = ready(served)
    ways.http.headers["Authorization"] = f"Bearer {served.token('kiosk', 'kiosk-9')}"
    ways.http.get("/api/v1/catalogue")
    body = b'{"check":"' + check.id.encode() + b'","slip":' + slip + b"}"
    issued = ways.both("/api/v1/tickets", body)
    assert issued.status_code == 201
    assert bool(issued.json()["slip"]) is (slip == b"true")


def test_the_answer_is_in_the_language_asked_for(served: Served, ways: Ways) -> None:
    served.line("kiosk").issue(ready(served).id)
    called = ways.ask("/api/v1/counters/1/next", "k", headers={"Accept-Language": "ar"})
    assert (ways.short, called.json()["service_name"]) == ([True], "استقدام عامل")


@pytest.mark.parametrize(
    ("path", "content", "headers", "status", "code"),
    [
        ("/api/v1/counters/1/start", b"", {}, 409, "nobody_called"),
        ("/api/v1/counters/1/next", b"", {"Idempotency-Key": ""}, 400, "idempotency_key_missing"),
        ("/api/v1/counters/1/finish", b'{"outcome":', {}, 400, "malformed"),
        ("/api/v1/counters/1/finish", b'{"outcome":"dancing"}', {}, 400, "malformed"),
        ("/api/v1/counters/1/finish", b"x" * 5000, {}, 400, "malformed"),
        ("/api/v1/counters/99/next", b"", {}, 404, "unknown"),
        ("/api/v1/counters/2/next", b"", {}, 409, "counter_closed"),
        ("/api/v1/tickets", b'{"check":"x"}', {}, 403, "forbidden"),
        ("/api/v1/counters/1/next", b"", {"Authorization": "Bearer x"}, 401, "not_signed_in"),
    ],
)
def test_what_is_refused_is_worded_by_the_framework(
    ways: Ways, path: str, content: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    refused = ways.ask(path, uuid4().hex, content, headers)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert refused.headers["content-type"] == "application/problem+json"
    assert True not in ways.short


def test_a_body_that_comes_in_pieces_is_read_to_its_end(served: Served, ways: Ways) -> None:
    served.line("kiosk").issue(ready(served).id)
    ways.ask("/api/v1/counters/1/next", "n")
    ways.ask("/api/v1/counters/1/start", "s")
    pieces = iter([b'{"outcome":', b'"completed"}'])
    headers = {"Idempotency-Key": "f", "Content-Type": "application/json"}
    done = ways.http.post("/api/v1/counters/1/finish", content=pieces, headers=headers)
    assert done.json()["legs"][0]["state"] == "done"
