"""Visitors sent to the information desk: by a kiosk, with a reason; taken by a clerk."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody

from queue_server import wire
from queue_server.application import referring
from queue_server.http.kiosk import drawn
from queue_server.http.office import Asked, Here
from queue_server.http.printing import referral_slip


@get("/api/v1/referrals")
async def waiting(request: Asked, office: Here, number: FromQuery[int | None] = None) -> wire.ReferralList:
    """Visitors sent here today whom nobody took yet, oldest first; or whoever was given one number, taken or not."""
    if number is not None:
        return await office.read(request.user, lambda tx: referring.numbered(tx, number))
    return await office.read(request.user, referring.waiting)


@post("/api/v1/referrals")
async def refer(request: Asked, office: Here, data: JSONBody[wire.NewReferral]) -> Response[wire.Referral]:
    """Send a visitor to the information desk, or tell more of one who was sent."""
    return await office.act(request, lambda tx: referring.refer(tx, data), status=201)


@get("/api/v1/referrals/{referral_id:str}/slip")
async def slip(request: Asked, office: Here, referral_id: FromPath[str]) -> wire.Slip:
    """The number to show there, on paper, in the visitor's language."""
    return wire.Slip(await drawn(await office.read(request.user, lambda tx: referral_slip(tx, referral_id))))


@post("/api/v1/referrals/{referral_id:str}/take", status_code=200)
async def take(request: Asked, office: Here, referral_id: FromPath[str]) -> Response[wire.Referral]:
    """Take the visitor, so that no other clerk does."""
    return await office.act(request, lambda tx: referring.take(tx, referral_id))


ROUTES: list[Any] = [waiting, refer, slip, take]
