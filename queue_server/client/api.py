"""The server's acts as plain methods."""

from contextlib import suppress
from datetime import date, datetime
from urllib.parse import quote

import httpx
import msgspec

from queue_server import wire
from queue_server.client.errors import NotSignedIn
from queue_server.client.line import Line

LOOK_UP_SECONDS = 4.0


class Api(Line):
    """Everything a station may ask the server for or tell it."""

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

    def refer(self, new: wire.NewReferral) -> wire.Referral:
        """Send a visitor to the information desk; the number to show there."""
        return self._act("POST", "/api/v1/referrals", new, wire.Referral)

    def referral_slip(self, referral: str) -> wire.Slip:
        """The number to show at the information desk, on paper."""
        return self._get(f"/api/v1/referrals/{referral}/slip", wire.Slip)

    def referrals(self) -> list[wire.Referral]:
        """Visitors sent to the information desk whom nobody took yet, oldest first."""
        return self._get("/api/v1/referrals", wire.ReferralList).referrals

    def find_referral(self, number: int) -> wire.Referral | None:
        """Whoever was sent to the information desk with that number today, taken or not."""
        found = self._get(f"/api/v1/referrals?number={number}", wire.ReferralList).referrals
        return found[0] if found else None

    def take_referral(self, referral: str) -> wire.Referral:
        """Take a visitor who was sent, so that no other clerk does."""
        return self._act("POST", f"/api/v1/referrals/{referral}/take", None, wire.Referral)

    def bring_list(self, check: str) -> wire.Slip:
        """The "what to bring" slip of a check, with its resume code."""
        return self._get(f"/api/v1/checks/{check}/slip", wire.Slip)

    def give_quick_service(self, check: str) -> wire.Check:
        """The matter of a check was settled without a number."""
        return self._act("POST", f"/api/v1/checks/{check}/served", None, wire.Check)

    def application(self, number: str) -> wire.Application:
        """What the agency's file says of an application number; tried for seconds only, since papers will do too."""
        return self._get(f"/api/v1/applications/{_quoted(number)}", wire.Application, patience=LOOK_UP_SECONDS)

    def issue(
        self, check: str, priority: wire.Priority = "none", appointment: str | None = None, *, key: str | None = None
    ) -> wire.Issued:
        """A number for a ready check, with its slip; `appointment` is the code of one to check in with.

        With the `key` of an act whose answer never came, its number: no second one is given.
        """
        return self._act("POST", "/api/v1/tickets", wire.NewTicket(check, priority, appointment), wire.Issued, key=key)

    def ticket(self, ticket: str) -> wire.Ticket:
        """One ticket with its legs."""
        return self._get(f"/api/v1/tickets/{ticket}", wire.Ticket)

    def find_ticket(self, number: str) -> wire.Ticket:
        """Today's ticket of that number."""
        return self._get(f"/api/v1/tickets?number={_quoted(number)}", wire.Ticket)

    def cancel(self, ticket: str) -> wire.Ticket:
        """End a visit before its turn."""
        return self._act("POST", f"/api/v1/tickets/{ticket}/cancel", None, wire.Ticket)

    def come_back(self, ticket: str) -> wire.Ticket:
        """Wait again with the old due time, after a no-show or after being parked."""
        return self._act("POST", f"/api/v1/tickets/{ticket}/return", None, wire.Ticket)

    def tell_slip(self, ticket: str, fared: wire.SlipFared, key: str) -> wire.SlipTold:
        """How a slip fared at the printer; `key` is the act's own, kept with what is told. Never repeated."""
        path = f"/api/v1/tickets/{ticket}/slip"
        return self._act("POST", path, fared, wire.SlipTold, key=key, patience=0)

    def reprint(self, ticket: str, *, patience: float | None = None) -> wire.Reprinted:
        """The same number on paper once more, marked as a copy."""
        return self._act("POST", f"/api/v1/tickets/{ticket}/reprint", None, wire.Reprinted, patience=patience)

    # ── without the server ──

    def rules(self) -> wire.Rules:
        """The office's catalogue as it was written."""
        return self._get("/api/v1/catalogue/rules", wire.Rules)

    def lend(self, wanted: wire.NewLeases) -> wire.Leases:
        """Numbers to give without the server."""
        return self._act("POST", "/api/v1/leases", wanted, wire.Leases)

    def take_over(self, visit: wire.HandOver, key: str) -> wire.HandedOver:
        """Hand over a visit gone through without the server; `key` is kept with the visit."""
        return self._act("POST", "/api/v1/visits", visit, wire.HandedOver, key=key)

    def outposts(self) -> wire.Outposts:
        """Kiosks that were lent numbers, and visits that could not be taken."""
        return self._get("/api/v1/outposts", wire.Outposts)

    # ── stations ──

    def report(self, health: wire.HealthReport) -> None:
        """How this station fares; never repeated, the next report is as good."""
        self._mutate("POST", "/api/v1/devices/health", health, patience=0)

    def stations(self) -> list[wire.DeviceHealth]:
        """How every station fares, by its last report."""
        return self._get("/api/v1/devices/health", wire.HealthList).devices

    # ── appointments ──

    def slots(self, service: str, day: date) -> list[wire.Slot]:
        """The moments of a day still to come at which a service can be had."""
        path = f"/api/v1/appointments/slots?service={_quoted(service)}&day={day.isoformat()}"
        return self._get(path, wire.SlotList).slots

    def book(self, service: str, slot: datetime, language: str = "en") -> wire.Appointment:
        """Take a place."""
        return self._act("POST", "/api/v1/appointments", wire.NewAppointment(service, slot, language), wire.Appointment)

    def appointment(self, code: str) -> wire.Appointment:
        """An appointment by its code."""
        return self._get(f"/api/v1/appointments/{_quoted(code)}", wire.Appointment)

    def cancel_booking(self, code: str) -> wire.Appointment:
        """Give a place back."""
        return self._act("POST", f"/api/v1/appointments/{_quoted(code)}/cancel", None, wire.Appointment)

    # ── devices ──

    def ask_admission(self, asked: wire.AskAdmission) -> wire.Admission:
        """A code for this device to show; the same for the same secret while it is good."""
        return self._act("POST", "/api/v1/enrolments", asked, wire.Admission, patience=0)

    def admission(self, secret: str) -> wire.Admission:
        """How this device's wish stands, with its token once it was let in; never repeated."""
        return self._get("/api/v1/enrolment", wire.Admission, patience=0, bearer=secret)

    def approve(self, code: str, given: wire.Approve) -> wire.Device:
        """Let the device in that shows the code."""
        return self._act("POST", f"/api/v1/enrolments/{_quoted(code)}", given, wire.Device)

    def refuse(self, code: str) -> None:
        """Do not let the device in that shows the code."""
        self._mutate("POST", f"/api/v1/enrolments/{_quoted(code)}/refuse", None)

    def devices(self) -> list[wire.Device]:
        """Every device that holds a token."""
        return self._get("/api/v1/devices", wire.DeviceList).devices

    def myself(self) -> wire.Device:
        """This device, as it was let in; never repeated."""
        return self._get("/api/v1/devices/self", wire.Device, patience=0)

    def revoke(self, device: str) -> int:
        """End a device's token; how many of that name there were."""
        return self._act("POST", "/api/v1/devices/revoke", wire.DeviceNamed(device), int)

    def allow_service(self, device: str) -> wire.ServiceCode:
        """A code that opens a device's service page, once."""
        return self._act("POST", "/api/v1/service-codes", wire.DeviceNamed(device), wire.ServiceCode)

    def open_service(self, code: str) -> wire.ServiceOpened:
        """Open this device's service page; never repeated, since somebody stands there."""
        return self._act("POST", "/api/v1/service", wire.OpenService(code), wire.ServiceOpened, patience=0)

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

    def confirm(self, username: str, password: str) -> None:
        """Show at a locked desk that whoever signed in has come back. Raises `NotSignedIn` for a wrong password."""
        self._mutate("POST", "/api/v1/session/confirm", wire.SignIn(username, password))

    def send_off(self, username: str, password: str) -> None:
        """End the session at a locked desk as a supervisor, with a supervisor's name and password."""
        with suppress(NotSignedIn):  # Ended already, by an attempt whose answer was lost.
            self._mutate("POST", "/api/v1/session/end", wire.SignIn(username, password))

    def my_day(self) -> wire.OwnDay:
        """The figures of one's own day."""
        return self._get("/api/v1/me/day", wire.OwnDay)

    def hall(self) -> wire.Hall:
        """The live floor."""
        return self._get("/api/v1/hall", wire.Hall)

    def explain(self, first: str, second: str) -> wire.Explanation:
        """Why today's number `first` was called before `second`."""
        path = f"/api/v1/explain?first={_quoted(first)}&second={_quoted(second)}"
        return self._get(path, wire.Explanation)

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
        return self._at(n, "recall")

    def start(self, n: int) -> wire.Ticket:
        """The visitor is here: service begins."""
        return self._at(n, "start")

    def no_show(self, n: int) -> wire.Ticket:
        """The visitor did not come."""
        return self._at(n, "no-show")

    def finish(self, n: int, finish: wire.Finish) -> wire.Ticket:
        """Service is over, with its outcome."""
        return self._at(n, "finish", finish)

    def call_number(self, n: int, number: str) -> wire.Ticket:
        """Call one number out of turn."""
        return self._at(n, "call", wire.CallNumber(number))

    def park(self, n: int, reason: str = "", until: datetime | None = None) -> wire.Ticket:
        """Let the visitor go and come back."""
        return self._at(n, "park", wire.Park(reason, until))

    def send_back(self, n: int) -> wire.Ticket:
        """Back to the line, for another counter."""
        return self._at(n, "return")

    def transfer(self, n: int, to: wire.Transfer) -> wire.Ticket:
        """Send the visitor on to a line, a counter or a clerk."""
        return self._at(n, "transfer", to)

    def add_service(self, n: int, service: str, note: str = "") -> wire.Ticket:
        """Let the visit go on to another service."""
        return self._at(n, "add", wire.AddService(service, note))

    def walk_in(self, n: int, visitor: wire.WalkIn) -> wire.Ticket:
        """Serve somebody who came without a number."""
        return self._at(n, "walk-in", visitor)

    def undo(self, n: int) -> wire.CounterStatus:
        """Take the last act at the counter back, within ten seconds."""
        return self._act("POST", f"/api/v1/counters/{n}/undo", None, wire.CounterStatus)

    def end_day(self) -> wire.DayOver:
        """Send home whoever still waits and close the counters nobody is at."""
        return self._act("POST", "/api/v1/day/end", None, wire.DayOver)

    # ── what a supervisor arranges ──

    def close_line(self, line: str, reason: str) -> None:
        """Give no more numbers for a line today."""
        self._mutate("POST", f"/api/v1/lines/{_quoted(line)}/close", wire.Because(reason))

    def open_line(self, line: str) -> None:
        """Give numbers for a line again."""
        self._mutate("POST", f"/api/v1/lines/{_quoted(line)}/open", None)

    def arrange_counter(self, n: int, lines: list[str], reason: str) -> wire.CounterStatus:
        """Let a counter take from these lines for the rest of the day."""
        return self._act("POST", f"/api/v1/counters/{n}/lines", wire.CounterLines(lines, reason), wire.CounterStatus)

    def prioritise(self, ticket: str, priority: wire.Priority, reason: str) -> wire.Ticket:
        """Give a visitor who waits a priority, or take it back."""
        path = f"/api/v1/tickets/{_quoted(ticket)}/priority"
        return self._act("POST", path, wire.Prioritise(priority, reason), wire.Ticket)

    def screens(self) -> wire.ScreenList:
        """The office's screens and what they say besides calls."""
        return self._get("/api/v1/screens", wire.ScreenList)

    def allow_preview(self) -> wire.ServiceCode:
        """A code that opens the page where layouts of screens are tried."""
        return self._act("POST", "/api/v1/screens/preview", None, wire.ServiceCode)

    def tell_screens(self, message: wire.NewMessage) -> wire.ScreenList:
        """Say something on one screen or on all."""
        return self._act("POST", "/api/v1/screens/message", message, wire.ScreenList)

    def hush_screens(self, screen: str | None) -> wire.ScreenList:
        """Take a message away."""
        return self._act("POST", "/api/v1/screens/hush", wire.Hush(screen), wire.ScreenList)

    def try_sound(self, screen: str | None) -> None:
        """Let a screen sound, or all, without calling anybody."""
        self._mutate("POST", "/api/v1/screens/sound", wire.SoundTest(screen))

    def clerks(self) -> list[wire.Clerk]:
        """Everybody who may sign in, or might once."""
        return self._get("/api/v1/clerks", wire.ClerkList).clerks

    def engage(self, new: wire.NewClerk) -> wire.Clerk:
        """Let somebody sign in."""
        return self._act("POST", "/api/v1/clerks", new, wire.Clerk)

    def dismiss(self, username: str) -> wire.Clerk:
        """Let somebody sign in no longer."""
        return self._act("POST", "/api/v1/clerks/disable", wire.ClerkNamed(username), wire.Clerk)

    def give_password(self, username: str, password: str) -> wire.Clerk:
        """Give a clerk a new password."""
        return self._act("POST", "/api/v1/clerks/password", wire.NewPassword(username, password), wire.Clerk)

    def _at(self, n: int, act: str, said: msgspec.Struct | None = None) -> wire.Ticket:
        return self._act("POST", f"/api/v1/counters/{n}/{act}", said, wire.Ticket)


def _quoted(said: str) -> str:
    return quote(said, safe="")
