"""The server's acts as plain methods.

Every mutating call carries an idempotency key made once per act, so a call whose answer was lost is repeated until
the server gives its first answer: nothing is lost and nothing doubled, even over a restart of the server.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar
from urllib.parse import quote
from uuid import uuid4

import httpx
import msgspec

from queue_server import wire
from queue_server.client.errors import NotSignedIn, Unreachable, refusal

T = TypeVar("T")

# Answers that say "not now": the server is starting, stopping or overloaded. Repeating is safe, the key is the same.
_NOT_NOW = frozenset({429, 502, 503, 504})


class Api:
    """One station's line to the server; safe to use from several threads.

    `patience` is how many seconds an act is repeated while the server is away, before `Unreachable`. `noticed` hears
    False when an attempt fails and True when the server answers again; it may be called from any thread.
    """

    def __init__(
        self,
        server: str,
        token: str,
        *,
        language: str = "en",
        patience: float = 30.0,
        timeout: float = 5.0,
        noticed: Callable[[bool], None] = lambda _reachable: None,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.server = server.rstrip("/")
        self.token = token
        self.language = language
        self.patience = patience
        self._noticed = noticed
        self._sleep = sleep
        self._http = httpx.Client(base_url=self.server, timeout=timeout, transport=transport, trust_env=False)

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    # ── reception ──

    def health(self) -> wire.Health:
        """Whether the server answers; never repeated."""
        return self._get("/health", wire.Health, patience=0)

    def catalogue(self) -> wire.Catalogue:
        """Services, questions, documents and lines, in all languages."""
        return self._get("/api/v1/catalogue", wire.Catalogue)

    def open_check(self, new: wire.NewCheck) -> wire.Check:
        """Begin a check."""
        return self._act("POST", "/api/v1/checks", new, wire.Check)

    def resume_check(self, code: str, language: str | None = None) -> wire.Check:
        """Come back to a check by its code; papers that fell short are asked again."""
        return self._act("POST", "/api/v1/checks/resume", wire.ResumeCheck(code, language), wire.Check)

    def check(self, check: str) -> wire.Check:
        """One check as it stands."""
        return self._get(f"/api/v1/checks/{check}", wire.Check)

    def change_check(self, check: str, change: wire.CheckChange) -> wire.Check:
        """Answer, present papers, waive, change language, or refer to the information desk."""
        return self._act("PATCH", f"/api/v1/checks/{check}", change, wire.Check)

    def referred_checks(self) -> list[wire.Check]:
        """Checks handed to the information desk and not yet settled, oldest first."""
        return self._get("/api/v1/checks", wire.CheckList).checks

    def bring_list(self, check: str) -> wire.Slip:
        """The "what to bring" slip of a check, with its resume code."""
        return self._get(f"/api/v1/checks/{check}/slip", wire.Slip)

    def application(self, number: str) -> wire.Application:
        """What the agency's file says of an application number."""
        return self._get(f"/api/v1/applications/{quote(number, safe='')}", wire.Application)

    def issue(self, check: str, priority: wire.Priority = "none") -> wire.Issued:
        """A number for a ready check, with its slip."""
        return self._act("POST", "/api/v1/tickets", wire.NewTicket(check, priority), wire.Issued)

    def ticket(self, ticket: str) -> wire.Ticket:
        """One ticket with its legs."""
        return self._get(f"/api/v1/tickets/{ticket}", wire.Ticket)

    # ── desk ──

    def sign_in(self, username: str, password: str) -> wire.Session:
        """Sign a clerk in; from here on this line speaks with the clerk's token."""
        session = self._act("POST", "/api/v1/session", wire.SignIn(username, password), wire.Session)
        self.token = session.token
        return session

    def sign_out(self) -> None:
        """End the session; the counter, if open, is closed by its own act first."""
        with suppress(NotSignedIn):  # Ended already, by an attempt whose answer was lost.
            self._mutate("DELETE", "/api/v1/session", None)

    def hall(self) -> wire.Hall:
        """The live floor."""
        return self._get("/api/v1/hall", wire.Hall)

    def counter(self, n: int) -> wire.CounterStatus:
        """One counter with its current ticket."""
        return self._get(f"/api/v1/counters/{n}", wire.CounterStatus)

    def open_counter(self, n: int) -> wire.CounterStatus:
        """Open a counter, or come back from a break."""
        return self._act("POST", f"/api/v1/counters/{n}/open", wire.OpenCounter(), wire.CounterStatus)

    def take_break(self, n: int, reason: str = "") -> wire.CounterStatus:
        """Stop calling for a while."""
        return self._act("POST", f"/api/v1/counters/{n}/break", wire.TakeBreak(reason), wire.CounterStatus)

    def close_counter(self, n: int) -> wire.CounterStatus:
        """Close the counter; refused while a visitor is there."""
        return self._act("POST", f"/api/v1/counters/{n}/close", None, wire.CounterStatus)

    def call_next(self, n: int) -> wire.Ticket | None:
        """Call whose turn it is; None when nobody waits."""
        response = self._mutate("POST", f"/api/v1/counters/{n}/next", None)
        nobody = response.status_code == httpx.codes.NO_CONTENT
        return None if nobody else msgspec.json.decode(response.content, type=wire.Ticket)

    def recall(self, n: int) -> wire.Ticket:
        """Call the same ticket again."""
        return self._act("POST", f"/api/v1/counters/{n}/recall", None, wire.Ticket)

    def start(self, n: int) -> wire.Ticket:
        """The visitor is here: service begins."""
        return self._act("POST", f"/api/v1/counters/{n}/start", None, wire.Ticket)

    def no_show(self, n: int) -> wire.Ticket:
        """The visitor did not come."""
        return self._act("POST", f"/api/v1/counters/{n}/no-show", None, wire.Ticket)

    def finish(self, n: int, finish: wire.Finish) -> wire.Ticket:
        """Service is over, with its outcome."""
        return self._act("POST", f"/api/v1/counters/{n}/finish", finish, wire.Ticket)

    # ── how it is said ──

    def _get(self, path: str, answer: type[T], patience: float | None = None) -> T:
        response = self._send("GET", path, None, {}, self.patience if patience is None else patience)
        return msgspec.json.decode(response.content, type=answer)

    def _act(self, method: str, path: str, body: msgspec.Struct | None, answer: type[T]) -> T:
        return msgspec.json.decode(self._mutate(method, path, body).content, type=answer)

    def _mutate(self, method: str, path: str, body: msgspec.Struct | None) -> httpx.Response:
        headers = {"Idempotency-Key": uuid4().hex, "Content-Type": "application/json"}
        content = b"" if body is None else msgspec.json.encode(body)
        return self._send(method, path, content, headers, self.patience)

    def _send(
        self, method: str, path: str, content: bytes | None, headers: dict[str, str], patience: float
    ) -> httpx.Response:
        """Send until answered: the pause doubles from 0.1 s to 2 s while `patience` lasts."""
        give_up = time.monotonic() + patience
        pause, failed = 0.1, False
        while True:
            # Read at each try: a token or language changed meanwhile holds from the next try on.
            said = {"Authorization": f"Bearer {self.token}", "Accept-Language": self.language, **headers}
            response = None
            try:
                response = self._http.request(method, path, content=content, headers=said)
            except httpx.TransportError as lost:
                trouble: str = str(lost) or type(lost).__name__
            else:
                trouble = f"answered {response.status_code}"
            if response is not None and response.status_code not in _NOT_NOW:
                if failed:
                    self._noticed(True)
                if response.is_success:
                    return response
                raise refusal(_problem(response))
            failed = True
            self._noticed(False)
            if time.monotonic() + pause > give_up:
                if response is not None and response.status_code == httpx.codes.TOO_MANY_REQUESTS:
                    raise refusal(_problem(response))
                raise Unreachable(f"{method} {path}: {trouble}")
            self._sleep(pause)
            pause = min(pause * 2, 2.0)


def _problem(response: httpx.Response) -> wire.Problem:
    try:
        return msgspec.json.decode(response.content, type=wire.Problem)
    except msgspec.MsgspecError:
        # Not our server's words: a proxy, or another program on the port.
        return wire.Problem("about:blank", response.reason_phrase, response.status_code, "unexpected_answer")
