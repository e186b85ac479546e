"""The rows of devices that ask to be let in, of service codes, and of wrong tries at either."""

from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from queue_server.domain.admission import Enrolment, EnrolmentState, ServiceCode, Tries
from queue_server.domain.trust import Role
from queue_server.store.books import OFFICE, Book, Shape
from queue_server.store.statements import Statement, putting
from queue_server.store.tables import enrolment, service_code
from queue_server.store.tables import tries as tries_table

_ENROLMENT = Shape(Enrolment, enrolment, role=Role, state=EnrolmentState)
_BY_CODE = _ENROLMENT.where(enrolment.c.code == bindparam("code"))
_BY_SECRET = _ENROLMENT.where(enrolment.c.secret_hash == bindparam("secret_hash"))
_ADD, _SAVE = _ENROLMENT.adding(), _ENROLMENT.saving()
_OPEN = Statement(
    select(func.count()).where(
        enrolment.c.office == OFFICE,
        enrolment.c.state == EnrolmentState.ASKED.value,
        enrolment.c.expires_at > bindparam("now", type_=enrolment.c.expires_at.type),
    )
)
_FORGET = tuple(
    Statement(
        delete(table).where(
            table.c.office == OFFICE, table.c.expires_at < bindparam("before", type_=table.c.expires_at.type)
        )
    )
    for table in (enrolment, service_code)
)
_SERVICE = Shape(ServiceCode, service_code)
_SERVICE_BY_CODE = _SERVICE.where(service_code.c.code == bindparam("code"))
_ADD_SERVICE = _SERVICE.adding()
_SAVE_SERVICE = putting(service_code, service_code.c.office, service_code.c.code)
_TRIES = Shape(Tries, tries_table)
_TRIES_OF = _TRIES.where(tries_table.c.who == bindparam("who"))
_COUNT = putting(tries_table, tries_table.c.office, tries_table.c.who)


class AdmissionBook(Book):
    """Codes that let a device in or open its service page."""

    def by_code(self, code: str) -> Enrolment | None:
        """The device that shows a code, or showed it lately."""
        return self._one(_BY_CODE, code=code)

    def by_secret(self, secret_hash: str) -> Enrolment | None:
        """The wish of the device that holds a secret."""
        return self._one(_BY_SECRET, secret_hash=secret_hash)

    def open(self, now: datetime) -> int:
        """How many devices ask at this moment."""
        [[count]] = self._rows(_OPEN, now=now)
        return int(count)

    def add(self, new: Enrolment) -> None:
        """Keep a new wish."""
        self._do(_ADD, **_ENROLMENT.values(new))

    def save(self, changed: Enrolment) -> None:
        """Keep how a wish stands."""
        self._do(_SAVE, **_ENROLMENT.values(changed))

    def forget(self, before: datetime) -> None:
        """Codes that ended before a moment are known no more."""
        for statement in _FORGET:
            self._do(statement, before=before)

    def service(self, code: str) -> ServiceCode | None:
        """What a service code opens."""
        return self._one(_SERVICE_BY_CODE, code=code)

    def add_service(self, new: ServiceCode) -> None:
        """Keep a new service code."""
        self._do(_ADD_SERVICE, **_SERVICE.values(new))

    def save_service(self, changed: ServiceCode) -> None:
        """Keep that a service code was used."""
        self._do(_SAVE_SERVICE, **_SERVICE.values(changed))

    def tries(self, who: str) -> Tries | None:
        """The wrong codes somebody gave in a row."""
        return self._one(_TRIES_OF, who=who)

    def count(self, tries: Tries) -> None:
        """Keep them."""
        self._do(_COUNT, **_TRIES.values(tries))
