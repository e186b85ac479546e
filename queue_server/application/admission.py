"""Devices let in by a code they show, and looked after by a code somebody asked for."""

from dataclasses import replace

from queue_server import __version__, wire
from queue_server.application.ports import Transaction
from queue_server.application.staff import agency_known, token_hash
from queue_server.domain import office_events
from queue_server.domain.admission import (
    ADMITTED,
    KEPT,
    LASTS,
    MOST_OPEN,
    Enrolment,
    EnrolmentState,
    ServiceCode,
    Tries,
    token_for,
)
from queue_server.domain.errors import (
    CodeExpired,
    CodeRefused,
    CodeUsed,
    DeviceNamed,
    Forbidden,
    NotSignedIn,
    TooMany,
    Unknown,
    WrongRole,
)
from queue_server.domain.people import Device, proper_name
from queue_server.domain.trust import Role


def ask(tx: Transaction, asked: wire.AskAdmission) -> wire.Admission:
    """A code for a device to show, the same for the same secret. Raises `TooMany` when too many devices ask.

    Never its token: this answer is kept for whoever asks again, and would be readable for a day.
    """
    tx.admission.forget(tx.at - KEPT)
    hashed = token_hash(asked.secret)
    known = tx.admission.by_secret(hashed)
    if known is not None:
        return _told(tx, known)
    if tx.admission.open(tx.at) >= MOST_OPEN:
        raise TooMany(seconds=int(LASTS.total_seconds()))
    salt = tx.secret()
    enrolment = Enrolment(
        id=tx.new_id(),
        code=tx.code(),
        secret_hash=hashed,
        salt=salt,
        token_hash=token_hash(token_for(asked.secret, salt)),
        role=Role(asked.role),
        state=EnrolmentState.ASKED,
        expires_at=tx.at + LASTS,
    )
    tx.admission.add(enrolment)
    return _told(tx, enrolment)


def look(tx: Transaction, secret: str) -> wire.Admission:
    """How the wish of the device that holds `secret` stands, with its token once approved. Raises `Unknown`."""
    enrolment = tx.admission.by_secret(token_hash(secret))
    if enrolment is None:
        raise Unknown("enrolment", "")
    return _told(tx, enrolment, secret)


def approve(tx: Transaction, code: str, given: wire.Approve) -> wire.Device | None:
    """Let in the device that shows `code`; None for a code nobody shows, which counts as a wrong try.

    Raises `TooMany` after too many of those, `CodeExpired`, `CodeUsed`, `CodeRefused`, `WrongRole`, `DeviceNamed`,
    `BadName`, `Unknown` for a counter, screen or agency, `Forbidden` to a partner agency's people.
    """
    enrolment = _shown(tx, code)
    if enrolment is None:
        return None
    if given.role != enrolment.role or enrolment.role not in ADMITTED:
        raise WrongRole(role=given.role)
    name, place = proper_name(given.name), proper_name(given.place) if given.place else ""
    if any(device.name == name for device in tx.people.devices()):
        raise DeviceNamed(name=name)
    if given.counter is not None and given.counter not in tx.catalogue.counters:
        raise Unknown("counter", str(given.counter))
    agency = agency_known(tx, given.agency)
    screen = _screen_chosen(tx, given.screen) if enrolment.role is Role.SCREEN else None
    device = Device(tx.new_id(), name, enrolment.role, given.counter, agency=agency, place=place, screen=screen)
    tx.people.add_device(device, enrolment.token_hash, tx.at)
    tx.admission.save(
        replace(
            enrolment,
            state=EnrolmentState.APPROVED,
            expires_at=tx.at + LASTS,
            device=device.id,
            name=name,
            place=place,
        )
    )
    tx.record(office_events.DeviceAdmitted(device.id, name, device.role, place, tx.actor.name))
    return _presented(device)


def refuse(tx: Transaction, code: str) -> bool | None:
    """Do not let in the device that shows `code`; None for a code nobody shows. Raises as `approve`."""
    enrolment = _shown(tx, code)
    if enrolment is None:
        return None
    tx.admission.save(replace(enrolment, state=EnrolmentState.REFUSED))
    tx.record(office_events.DeviceRefused(enrolment.role, tx.actor.name))
    return True


def devices(tx: Transaction) -> wire.DeviceList:
    """Every device that holds a token; the office's own people see them."""
    if tx.actor.agency is not None:
        return wire.DeviceList([])
    return wire.DeviceList([_presented(device) for device in sorted(tx.people.devices(), key=lambda one: one.name)])


def myself(tx: Transaction) -> wire.Device:
    """The device that asks."""
    device = next((one for one in tx.people.devices() if one.id == tx.actor.id), None)
    if device is None:  # Revoked a moment ago, which the guard does not know yet.
        raise NotSignedIn
    return _presented(device)


def allow_service(tx: Transaction, name: str) -> wire.ServiceCode:
    """A code that opens one device's service page, once. Raises `Unknown`, `Forbidden`."""
    _of_the_office(tx)
    device = next((one for one in tx.people.devices() if one.name == name), None)
    if device is None:
        raise Unknown("device", name)
    allowed = ServiceCode(tx.code(), device.id, tx.actor.id, tx.actor.name, tx.at + LASTS)
    tx.admission.add_service(allowed)
    tx.record(office_events.DeviceServiceAllowed(device.id, tx.actor.name))
    return wire.ServiceCode(allowed.code, allowed.expires_at)


def open_service(tx: Transaction, opening: wire.OpenService) -> wire.ServiceOpened | None:
    """Open this device's service page; None for a wrong code, which is counted.

    Raises `TooMany` after too many of those, `CodeExpired`, `CodeUsed`.
    """
    tries = _may_try(tx)
    allowed = tx.admission.service(as_kept(opening.code))
    if allowed is None or allowed.device != tx.actor.id:
        tx.admission.count(tries.missed(tx.at))
        return None
    if allowed.used_at is not None:
        raise CodeUsed
    if allowed.expires_at <= tx.at:
        raise CodeExpired
    tx.admission.save_service(replace(allowed, used_at=tx.at))
    tx.admission.count(replace(tries, failures=0))
    tx.record(office_events.DeviceServiced(tx.actor.id, allowed.giver_name))
    return wire.ServiceOpened(allowed.giver_name, myself(tx), __version__)


def _shown(tx: Transaction, code: str) -> Enrolment | None:
    """What the code stands for while it is good; a code nobody shows is counted against who typed it."""
    _of_the_office(tx)
    tries = _may_try(tx)
    enrolment = tx.admission.by_code(as_kept(code))
    if enrolment is None:
        tx.admission.count(tries.missed(tx.at))
        return None
    if enrolment.state is EnrolmentState.APPROVED:
        raise CodeUsed
    if enrolment.state is EnrolmentState.REFUSED:
        raise CodeRefused
    if enrolment.expires_at <= tx.at:
        raise CodeExpired
    tx.admission.count(replace(tries, failures=0))
    return enrolment


def _may_try(tx: Transaction) -> Tries:
    tries = tx.admission.tries(tx.actor.id) or Tries(tx.actor.id, 0, tx.at)
    seconds = tries.waits(tx.at)
    if seconds:
        raise TooMany(seconds=seconds)
    return tries


def _of_the_office(tx: Transaction) -> None:
    if tx.actor.agency is not None:
        raise Forbidden(role=str(tx.actor.role))


def _screen_chosen(tx: Transaction, screen: str | None) -> str:
    screens = tx.catalogue.screens
    if screen is None and len(screens) == 1:
        return next(iter(screens))
    if screen is None or screen not in screens:
        raise Unknown("screen", screen or "")
    return screen


def as_kept(code: str) -> str:
    """A code as it is kept, however it was typed."""
    return "".join(code.upper().split()).replace("-", "")


def _told(tx: Transaction, enrolment: Enrolment, secret: str | None = None) -> wire.Admission:
    expired = enrolment.expires_at <= tx.at
    approved = enrolment.state is EnrolmentState.APPROVED and not expired
    token = token_for(secret, enrolment.salt) if approved and secret is not None else None
    return wire.Admission(
        "expired" if expired else enrolment.state.value,
        enrolment.code,
        enrolment.expires_at,
        token,
        enrolment.name,
        enrolment.place,
        0 if expired else int((enrolment.expires_at - tx.at).total_seconds()),
    )


def _presented(device: Device) -> wire.Device:
    return wire.Device(device.name, device.role.value, device.place, device.counter, device.screen)
