"""An office that speaks to screens as the server does: pages, snapshot, events. It can go away and come back."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from queue_server import wire
from queue_server.display import pages
from queue_server.domain.catalogue import Screen
from queue_server.domain.legibility import PAST
from queue_server.voice.speaking import OneSpeaks

NAME = {"en": "Labour Market Regulatory Authority", "ar": "هيئة تنظيم سوق العمل"}
LINES = {
    "commercial": ("C", {"en": "Commercial services", "ar": "الخدمات التجارية"}),
    "government": ("G", {"en": "Government services", "ar": "الخدمات الحكومية"}),
    "residency": ("R", {"en": "Residency", "ar": "الإقامة"}),
    "premium": ("P", {"en": "Premium", "ar": "الخدمة المميزة"}),
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
BEAT = 0.2
HALL = "/display/hall"


class Office:
    """What happens in it is told to every screen that listens."""

    def __init__(self) -> None:
        self.message: wire.ScreenMessage | None = None
        self.sound = wire.ScreenSound(80, [], visitors_own=True)
        self.clip: bytes | None = b""
        """What every clip is, for a screen that speaks; None when there is no voice."""
        self.voice: Callable[[str, int, str], bytes | None] = lambda _number, _counter, _language: self.clip
        self.one_speaks = OneSpeaks()
        self.calls: list[wire.ScreenCall] = []
        self.lines = [wire.ScreenLine(line, name, series, 0) for line, (series, name) in LINES.items()]
        self.shown = Screen("hall", NAME, ())
        self.counter: wire.ScreenCounter | None = None
        self.settings: dict[str, Any] = {"seat_metres": 10.0, "screen_inches": 55.0}
        self.pages = {"/lost": pages.not_found_page("ar")}
        self.media: dict[str, tuple[wire.MediaKind, bytes]] = {}
        self.snapshot_fails = False
        self._messages: list[tuple[int, str, bytes]] = []
        self._told = threading.Condition()
        self._port = 0
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def call(self, number: str, counter: int, *, recall: bool = False, ago: float = 0.0, language: str = "") -> None:
        """Call a number to a counter, `ago` seconds ago."""
        at = datetime.now(UTC) - timedelta(seconds=ago)
        with self._told:
            call = wire.ScreenCall(self.seq + 1, number, counter, 1, "commercial", at, recall, language)
            self.calls.append(call)
            self._tell("call", call)

    def wait(self, *waiting: int) -> None:
        """So many wait in the first, second … line."""
        with self._told:
            self.lines = [msgspec.structs.replace(line, waiting=n) for line, n in zip(self.lines, waiting, strict=True)]
            self._tell("waiting", self.lines)

    @property
    def seq(self) -> int:
        return self._messages[-1][0] if self._messages else 0

    def state(self) -> wire.ScreenState:
        newest = {call.number: call for call in self.calls}
        shown = sorted(newest.values(), key=lambda call: -call.seq)
        calls = shown[: 1 + PAST[self.shown.layout]]
        now = datetime.now(UTC)
        return wire.ScreenState(
            self.seq, now, NAME, "Asia/Bahrain", calls, self.lines, self.message, self.sound, self.counter
        )

    def stand(self, state: wire.CounterState, number: str | None = None) -> None:
        """The counter below the sign is open or not, and this number is expected there."""
        with self._told:
            self.counter = wire.ScreenCounter(state, number)
            self._tell("counter", self.counter)

    def say(self, message: wire.ScreenMessage | None) -> None:
        """A supervisor says something on the screens, or no longer."""
        with self._told:
            self.message = message
            self._tell("message", message)

    def try_sound(self) -> None:
        """A supervisor wants to hear the screens."""
        with self._told:
            self._tell("sound", None)

    def take_back(self, number: str) -> None:
        """The newest call of a number was a mistake."""
        with self._told:
            newest = max((call for call in self.calls if call.number == number), key=lambda call: call.seq)
            self.calls.remove(newest)
            self._tell("gone", {"number": number})

    def restore(self, seq: int) -> None:
        """Go back to how all was after this event."""
        self._messages = [message for message in self._messages if message[0] <= seq]
        self.calls = [call for call in self.calls if call.seq <= seq]

    def open(self) -> None:
        """Begin, or come back at the same place."""
        self._server = _Server(self, self._port)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def go_away(self) -> None:
        """Stop: what was connected is cut off."""
        assert self._server is not None
        server, self._server = self._server, None
        server.silent.set()
        server.gone.set()
        server.shutdown()
        server.server_close()

    def fall_silent(self) -> None:
        """Say nothing more and answer nobody, with every connection left open: what a pulled cable looks like."""
        assert self._server is not None
        self._server.silent.set()

    def speak_again(self) -> None:
        assert self._server is not None
        self._server.silent.clear()

    def events(self, since: int, server: "_Server") -> Iterator[bytes]:
        while not server.gone.is_set():
            with self._told:
                if self.seq <= since:
                    self._told.wait(BEAT)
                news = [message for message in self._messages if message[0] > since]
            if server.silent.is_set():
                time.sleep(BEAT)
                continue
            for seq, kind, data in news:
                since = seq
                yield b"id: %d\nevent: %s\ndata: %s\n\n" % (seq, kind.encode(), data)
            if not news:
                yield b"event: beat\ndata: %s\n\n" % msgspec.json.encode({"now": datetime.now(UTC)})

    def _tell(self, kind: str, data: object) -> None:
        self._messages.append((self.seq + 1, kind, msgspec.json.encode(data)))
        self._told.notify_all()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, office: Office, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Desk)
        self.office = office
        self.gone = threading.Event()
        self.silent = threading.Event()


class _Desk(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        with suppress(ConnectionError):
            self._answer()

    def _answer(self) -> None:
        office = self.server.office
        while self.server.silent.is_set() and not self.server.gone.is_set():
            time.sleep(BEAT)
        if self.path == HALL:
            page = pages.screen_page(office.shown, NAME, **office.settings)
            self._send(200, page.encode(), "text/html; charset=utf-8")
        elif self.path == f"{HALL}/state":
            status = 500 if office.snapshot_fails else 200
            self._send(status, msgspec.json.encode(office.state()), "application/json")
        elif self.path == f"{HALL}/events":
            self._stream()
        elif self.path.startswith((f"{HALL}/call.wav", f"{HALL}/test.wav")):
            clip = self._clip(dict(parse_qsl(urlsplit(self.path).query)))
            self._send(204, b"", "") if clip is None else self._send(200, clip, "audio/wav")
        elif self.path == f"{HALL}/media":
            files = [wire.MediaFile(name, kind) for name, (kind, _content) in office.media.items()]
            self._send(200, msgspec.json.encode(wire.MediaList(files)), "application/json")
        elif self.path.startswith(f"{HALL}/media/"):
            self._send(200, office.media[self.path.rsplit("/", 1)[1]][1], "image/png")
        elif self.path in office.pages:
            self._send(200, office.pages[self.path].encode(), "text/html; charset=utf-8")
        else:
            found = pages.static(self.path.removeprefix("/display/static/"))
            self._send(404, b"", "text/plain") if found is None else self._send(200, *found)

    def _clip(self, asked: dict[str, str]) -> bytes | None:
        office = self.server.office
        if "number" not in asked:
            return office.clip
        if not office.one_speaks.may_speak("hall", asked["television"], time.monotonic()):
            return None
        return office.voice(asked["number"], int(asked["counter"]), asked["language"])

    def _stream(self) -> None:
        since = int(self.headers.get("Last-Event-ID", self.server.office.seq))
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for message in self.server.office.events(since, self.server):
            self.wfile.write(message)
            self.wfile.flush()

    def _send(self, status: int, content: bytes, kind: str) -> None:
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        """Tests watch the page, not the server's log."""


@contextmanager
def opened() -> Iterator[Office]:
    office = Office()
    office.open()
    try:
        yield office
    finally:
        if office._server is not None:
            office.go_away()
