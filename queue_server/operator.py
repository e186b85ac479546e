"""What an operator does at the server's own console; the server may be running meanwhile, but for `restore`."""

import argparse
import csv
import getpass
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TypeVar

import msgspec

from assets.catalogues import whole
from queue_server import wire
from queue_server.application import admission, staff
from queue_server.domain.applications import Filed
from queue_server.domain.catalogue_file import read
from queue_server.domain.errors import Unknown
from queue_server.domain.events import Entry
from queue_server.domain.people import proper_name, proper_password
from queue_server.domain.trust import Role
from queue_server.store.database import Database, url_of
from queue_server.store.keeping import back_up, file_of, put_back
from queue_server.store.opening import OPERATOR, office_at
from queue_server.store.transaction import OfficeTransaction
from queue_server.store.verifying import troubles
from queue_server.system import SystemChance, SystemClock, SystemPasswords

T = TypeVar("T")

LONGEST_HOLDER = 200


def token(arguments: argparse.Namespace) -> int:
    """Print a new token, or end every token of a name."""
    if arguments.revoke:
        ended = _act(arguments, lambda tx: staff.revoke_device(tx, arguments.name))
        print(f"{ended} ended", file=sys.stderr)
        return 0 if ended else 1
    role = Role(arguments.role)
    print(_act(arguments, lambda tx: staff.enrol_device(tx, arguments.name, role, arguments.counter, arguments.agency)))
    return 0


def enrol(arguments: argparse.Namespace) -> None:
    """Let in, or refuse, the device that shows a code."""
    code = arguments.code
    if not arguments.refuse and not arguments.name:
        raise ValueError("--name must be given: how the device is called from now on")
    given = wire.Approve(
        arguments.name or "-",
        arguments.role,
        arguments.place,
        arguments.counter,
        arguments.agency,
        arguments.screen,
    )

    def act(tx: OfficeTransaction) -> object:
        return admission.refuse(tx, code) if arguments.refuse else admission.approve(tx, code, given)

    if _act(arguments, act) is None:
        raise Unknown("code", code)


def service(arguments: argparse.Namespace) -> None:
    """Print a code that opens a device's service page, once."""
    print(_act(arguments, lambda tx: admission.allow_service(tx, arguments.name)).code)


def clerk(arguments: argparse.Namespace) -> None:
    """Add, disable or reset a clerk. A password is asked for, or read from the first line of a pipe."""
    name = arguments.username
    if arguments.act == "disable":
        _act(arguments, lambda tx: staff.disable_clerk(tx, name))
        return
    hashed = SystemPasswords().hash(proper_password(_password()))
    if arguments.act == "reset":
        _act(arguments, lambda tx: staff.reset_clerk(tx, name, hashed))
        return
    role = Role(arguments.role)
    lines = tuple(arguments.lines or ())
    known_as = arguments.name or name
    _act(
        arguments,
        lambda tx: staff.add_clerk(tx, name, known_as, role, hashed, agency=arguments.agency, lines=lines),
    )


def check_catalogue(arguments: argparse.Namespace) -> None:
    """Read a catalogue as the server would, and say what it holds. Raises `CatalogueRefused` with every mistake."""
    catalogue = read(whole(arguments.file))
    print(
        f"{catalogue.office}: {len(catalogue.services)} services, {len(catalogue.lines)} lines, "
        f"{len(catalogue.documents)} documents, version {catalogue.version}"
    )


def import_applications(arguments: argparse.Namespace) -> None:
    """Keep the agency's file of applications, each instead of an earlier one of its number."""
    with arguments.file.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    count = _act(arguments, lambda tx: tx.applications.replace([_filed(tx, row) for row in rows]))
    print(f"{count} applications")


def backup(arguments: argparse.Namespace) -> None:
    """Copy the whole database as it is at one moment."""
    back_up(_url(arguments), arguments.file)


def restore(arguments: argparse.Namespace) -> None:
    """Put a backup in place of the database."""
    put_back(_url(arguments), arguments.file)


def verify(arguments: argparse.Namespace) -> int:
    """Say every way the database contradicts itself; 0 when there is none."""
    with _database(arguments) as database:
        found = database.read(OPERATOR, troubles).result()
    print("\n".join(found) if found else "sound")
    return 1 if found else 0


def journal(arguments: argparse.Namespace) -> None:
    """Print the journal as JSON lines, oldest first."""
    with _database(arguments) as database:
        entries = _after(database, 0)
        while entries:
            for entry in entries:
                event = wire.Event(entry.seq, entry.at, entry.kind, entry.actor, entry.data)
                print(msgspec.json.encode(event).decode())
            entries = _after(database, entries[-1].seq)


def _after(database: Database, seq: int) -> Sequence[Entry]:
    return database.read(OPERATOR, lambda tx: tx.journal.since(seq)).result()


def _act(arguments: argparse.Namespace, work: Callable[[OfficeTransaction], T]) -> T:
    with _database(arguments) as database:
        return database.act(OPERATOR, work).result()


@contextmanager
def _database(arguments: argparse.Namespace) -> Iterator[Database]:
    url = _url(arguments)
    if url.startswith("sqlite") and not file_of(url).exists():
        raise Unknown("office", str(file_of(url)))
    with closing(Database(url, office_at(url), SystemClock(), SystemChance())) as database:
        yield database


def _url(arguments: argparse.Namespace) -> str:
    return url_of(arguments.data, arguments.database)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != password:
        raise ValueError("the two are not the same")
    return password


def _filed(tx: OfficeTransaction, row: dict[str, str]) -> Filed:
    service = tx.catalogue.services.get(row["service"])
    if service is None:
        raise Unknown("service", row["service"])
    if row["caller"] not in service.callers:
        raise Unknown("caller", row["caller"])
    documents = tuple(row["documents"].split())
    for document in documents:
        if document not in tx.catalogue.documents:
            raise Unknown("document", document)
    holder = (row.get("holder") or "").strip()
    if holder:
        proper_name(holder, LONGEST_HOLDER)
    return Filed(row["number"], service.id, row["caller"], {}, documents, holder)
