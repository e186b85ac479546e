"""`/visit`: an appointment taken, looked at, moved and given back by anybody at home, known by its code alone."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from assets.words import in_fours, say
from queue_server import wire
from queue_server.application import appointments, from_home, preparing
from queue_server.application.ports import Transaction
from queue_server.display import visit_pages
from queue_server.display.calendar import KIND, CalendarEvent, calendar_file
from queue_server.display.visit_pages import Place, Times
from queue_server.domain.appointments import NotACpr, PlaceHeld
from queue_server.domain.errors import DawrError, NoSuchSlot, SlotFull, Unknown
from queue_server.http.errors import status_of
from queue_server.http.home import LONGEST, pairs_of
from queue_server.http.office import Asked, Here, Office
from queue_server.http.open_pages import SAID, asker_of, chosen, shown

T = TypeVar("T")
_AGAIN = (NoSuchSlot, SlotFull, PlaceHeld, NotACpr)
"""Refusals after which the form is shown once more."""


@get("/visit", **SAID)
async def begin(request: Asked, office: Here) -> Response[Any]:
    """Where a visit begins; with `code`, the appointment of that code."""
    office.limits.looks.spend(asker_of(request))
    said, trouble = _said(request), ""
    if said.get("code"):
        try:
            booked = await _found(request, office, lambda tx: appointments.find(tx, said["code"]))
        except Unknown:
            trouble = "No appointment has this code. Look at it again."
        else:
            return _to(f"/visit/{booked.code}", said)

    def look(tx: Transaction) -> str:
        language = chosen(tx.catalogue, request, said)
        return visit_pages.front_page(tx.catalogue, language, say(trouble, language) if trouble else "")

    return shown(await office.read(request.user, look), 404 if trouble else 200)


@get("/check/{page:str}/times", **SAID)
async def times(request: Asked, office: Here, page: FromPath[str]) -> Response[Any]:
    """The times free for a check that was kept; whoever has chosen already, or lacks papers, sees that instead."""
    office.limits.looks.spend(asker_of(request))

    def look(tx: Transaction) -> Response[Any]:
        check = preparing.prepared(tx, page)
        before = appointments.taken_with(tx, check)
        if before and before.state == "booked":
            return _to(f"/visit/{before.code}", _said(request))
        if not from_home.has_papers(tx, check):
            return _to(f"/check/{page}", _said(request))
        return shown(_times(tx, request, page, _said(request)))

    return await office.read(request.user, look)


@post("/check/{page:str}/times", status_code=303, request_max_body_size=LONGEST, **SAID)
async def take(request: Asked, office: Here, page: FromPath[str]) -> Response[Any]:
    """Take one of them, once for each time its page was shown, and go to the appointment's page."""
    _spend(request, office)
    form = dict(pairs_of(await request.body()))
    cpr = form.get("cpr", "")
    try:
        booked = await _once(request, office, form, lambda tx: from_home.take(tx, page, _moment(form), cpr))
    except _AGAIN as refused:
        return await _once_more(office, request, refused, lambda tx, why: _times(tx, request, page, form, why))
    return _to(f"/visit/{booked.code}", form)


@get("/visit/{code:str}", **SAID)
async def place(request: Asked, office: Here, code: FromPath[str]) -> Response[str]:
    """An appointment, by its code."""
    office.limits.looks.spend(asker_of(request))

    def look(tx: Transaction) -> str:
        booked = appointments.find(tx, code)
        check = from_home.check_behind(tx, booked)
        slots = tx.catalogue.lines[booked.line].slots
        return visit_pages.place_page(
            Place(
                tx.catalogue,
                chosen(tx.catalogue, request, _said(request), booked.language),
                appointments.in_words(tx, booked),
                None if check is None else check.page,
                may_move=bool(slots and slots.home),
            ),
            tx.secret(),
        )

    return shown(await _found(request, office, look))


@get("/visit/{code:str}/times", **SAID)
async def other_times(request: Asked, office: Here, code: FromPath[str]) -> Response[str]:
    """The times an appointment may be moved to."""
    office.limits.looks.spend(asker_of(request))
    said = _said(request)
    return shown(await _found(request, office, lambda tx: _other_times(tx, request, code, said)))


@post("/visit/{code:str}/times", status_code=303, request_max_body_size=LONGEST, **SAID)
async def move(request: Asked, office: Here, code: FromPath[str]) -> Response[Any]:
    """Have another time instead."""
    _spend(request, office)
    form = dict(pairs_of(await request.body()))
    await _found(request, office, lambda tx: appointments.find(tx, code))
    try:
        booked = await _once(request, office, form, lambda tx: from_home.move(tx, code, _moment(form)))
    except _AGAIN as refused:
        return await _once_more(office, request, refused, lambda tx, why: _other_times(tx, request, code, form, why))
    return _to(f"/visit/{booked.code}", form)


@post("/visit/{code:str}/cancel", status_code=303, request_max_body_size=LONGEST, **SAID)
async def cancel(request: Asked, office: Here, code: FromPath[str]) -> Redirect:
    """Give the place back."""
    _spend(request, office)
    form = dict(pairs_of(await request.body()))
    await _found(request, office, lambda tx: appointments.find(tx, code))
    booked = await _once(request, office, form, lambda tx: appointments.cancel_booking(tx, code))
    return _to(f"/visit/{booked.code}", form)


@get("/visit/{code:str}/place.ics", **SAID)
async def calendar(request: Asked, office: Here, code: FromPath[str]) -> Response[bytes]:
    """An appointment for the calendar of a phone."""
    office.limits.looks.spend(asker_of(request))
    base = office.settings.public_url or str(request.base_url).rstrip("/")

    def look(tx: Transaction) -> bytes:
        booked = appointments.find(tx, code)
        slots = tx.catalogue.lines[booked.line].slots
        if booked.state != "booked" or slots is None:
            raise Unknown("appointment", code)
        language = chosen(tx.catalogue, request, _said(request), booked.language)
        what_to_do = say("Come a little earlier. Show your code at a kiosk.", language)
        return calendar_file(
            CalendarEvent(
                uid=f"{booked.id}@{tx.office}",
                starts=booked.slot,
                lasts=slots.every,
                title=tx.catalogue.services[booked.service].name[language],
                place=tx.catalogue.name[language],
                note=f"{what_to_do}\n{in_fours(booked.code)}",
                address=f"{base}/visit/{booked.code}",
                made_at=tx.at,
            )
        )

    return Response(
        await _found(request, office, look), media_type=KIND.partition(";")[0]
    )  # The framework adds the letters.


def _times(
    tx: Transaction, request: Asked, page: str, said: Mapping[str, str], refused: DawrError | None = None
) -> str:
    """The times free for a check, with what was said of them before."""
    check = preparing.prepared(tx, page)
    times = Times(
        tx.catalogue,
        chosen(tx.catalogue, request, said, check.language),
        check.service,
        from_home.offered(tx, check.service, check.good_until()),
        _day(tx, said),
        tx.day,
        f"/check/{page}/times",
        f"/check/{page}",
        asks_person=True,
        typed=said,
        refused=refused,
    )
    return visit_pages.times_page(times, tx.secret())


def _other_times(
    tx: Transaction, request: Asked, code: str, said: Mapping[str, str], refused: DawrError | None = None
) -> str:
    """The times an appointment may be moved to, with what was said of them before."""
    booked = appointments.find(tx, code)
    times = Times(
        tx.catalogue,
        chosen(tx.catalogue, request, said, booked.language),
        booked.service,
        from_home.offered(tx, booked.service, from_home.last_day(tx, booked)),
        _day(tx, said),
        tx.day,
        f"/visit/{booked.code}/times",
        f"/visit/{booked.code}",
        asks_person=False,
        typed=said,
        refused=refused,
    )
    return visit_pages.times_page(times, tx.secret())


def _said(request: Asked) -> dict[str, str]:
    return dict(pairs_of(request.scope["query_string"]))


def _moment(said: Mapping[str, str]) -> datetime:
    """The time that was chosen. Raises `NoSuchSlot`."""
    try:
        at = datetime.fromisoformat(said.get("at", ""))
    except ValueError as wrong:
        raise NoSuchSlot from wrong
    if at.tzinfo is None:
        raise NoSuchSlot
    return at


def _day(tx: Transaction, said: Mapping[str, str]) -> date | None:
    """The day to show: the one asked for, or that of the time chosen."""
    try:
        return tx.day_of(_moment(said)) if "at" in said else date.fromisoformat(said.get("day", ""))
    except (ValueError, NoSuchSlot):
        return None


def _spend(request: Asked, office: Office) -> None:
    office.limits.places.spend(asker_of(request))
    office.limits.places_for_all.spend("")


async def _found(request: Asked, office: Office, work: Callable[[Transaction], T]) -> T:
    """Look for an appointment by its code; whoever tries many that lead nowhere is soon refused."""
    office.limits.wrong_codes.spend(asker_of(request))
    seen = await office.read(request.user, work)
    office.limits.wrong_codes.give_back(asker_of(request))
    return seen


async def _once(
    request: Asked, office: Office, form: Mapping[str, str], work: Callable[[Transaction], wire.Appointment]
) -> wire.Appointment:
    """Do what a form asks once. What is kept to know the form again holds nothing of the personal number."""
    told = urlencode(sorted((name, value) for name, value in form.items() if name != "cpr")).encode()
    first = await office.once(request.user, form.get("key", ""), request.method, request.scope["path"], told, work)
    return msgspec.json.decode(first, type=wire.Appointment)


async def _once_more(
    office: Office, request: Asked, refused: DawrError, look: Callable[[Transaction, DawrError], str]
) -> Response[str]:
    """The form again, with why it would not do."""
    return shown(await office.read(request.user, lambda tx: look(tx, refused)), status_of(refused))


def _to(address: str, said: Mapping[str, str]) -> Redirect:
    """There, in the language that was chosen."""
    lang = said.get("lang")
    return Redirect(f"{address}?{urlencode({'lang': lang})}" if lang else address, status_code=303)


ROUTES: list[Any] = [begin, times, take, place, other_times, move, cancel, calendar]
