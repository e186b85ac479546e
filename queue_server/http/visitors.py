"""What may be done for a visitor away from any counter: found, sent home, let in again, booked; and the day's end."""

from datetime import date
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from queue_server import wire
from queue_server.application import appointments, floor, leaving, timekeeping
from queue_server.http.office import Asked, Here


@get("/api/v1/tickets")
async def find_ticket(request: Asked, office: Here, number: FromQuery[str]) -> wire.Ticket:
    """Today's ticket of that number."""
    return await office.read(request.user, lambda tx: floor.ticket_by_number(tx, number))


@post("/api/v1/tickets/{ticket_id:str}/cancel", status_code=200)
async def cancel(request: Asked, office: Here, ticket_id: FromPath[str]) -> Response[wire.Ticket]:
    """End a visit before its turn."""
    return await office.act(request, lambda tx: leaving.cancel(tx, ticket_id))


@post("/api/v1/tickets/{ticket_id:str}/return", status_code=200)
async def come_back(request: Asked, office: Here, ticket_id: FromPath[str]) -> Response[wire.Ticket]:
    """Wait again with the old due time, after a no-show or after being parked."""
    return await office.act(request, lambda tx: leaving.come_back(tx, ticket_id))


@get("/api/v1/appointments/slots")
async def slots(request: Asked, office: Here, service: FromQuery[str], day: FromQuery[date]) -> wire.SlotList:
    """The moments of a day still to come at which a service can be had, and the places free."""
    return await office.read(request.user, lambda tx: appointments.slots(tx, service, day))


@post("/api/v1/appointments")
async def book(request: Asked, office: Here, data: JSONBody[wire.NewAppointment]) -> Response[wire.Appointment]:
    """Take a place."""
    return await office.act(request, lambda tx: appointments.book(tx, data), status=201)


@get("/api/v1/appointments/{code:str}")
async def appointment(request: Asked, office: Here, code: FromPath[str]) -> wire.Appointment:
    """An appointment by its code."""
    return await office.read(request.user, lambda tx: appointments.appointment(tx, code))


@post("/api/v1/appointments/{code:str}/cancel", status_code=200)
async def cancel_booking(request: Asked, office: Here, code: FromPath[str]) -> Response[wire.Appointment]:
    """Give a place back."""
    return await office.act(request, lambda tx: appointments.cancel_booking(tx, code))


@post("/api/v1/day/end", status_code=200)
async def end_day(request: Asked, office: Here) -> Response[wire.DayOver]:
    """Send home whoever still waits and close the counters nobody is at."""
    return await office.act(request, lambda tx: wire.DayOver(tx.day, timekeeping.end_day(tx)))


ROUTES: list[Any] = [
    find_ticket,
    cancel,
    come_back,
    slots,
    book,
    appointment,
    cancel_booking,
    end_day,
]
