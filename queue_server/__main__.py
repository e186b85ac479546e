"""The operator's commands: `python -m queue_server --help`."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import get_args

from queue_server import operator
from queue_server.application.saying_no import refusal
from queue_server.domain.admission import ADMITTED
from queue_server.domain.catalogue import CatalogueRefused
from queue_server.domain.errors import DawrError
from queue_server.domain.hall import PolicyName
from queue_server.domain.trust import CLERKS, Role


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did what it says, 1 when it could not, 2 for a wrong command line."""
    parsed = _parser().parse_args(arguments)
    try:
        return int(parsed.run(parsed) or 0)
    except CatalogueRefused as refused:
        print("\n".join(refused.problems), file=sys.stderr)
    except DawrError as error:
        print(refusal(error.code, "en", **error.values), file=sys.stderr)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
    return 1


def _serve(arguments: argparse.Namespace) -> None:
    # Only here: the HTTP interface takes longer to load than the other commands to run.
    from queue_server.serving import serve

    serve(arguments)


def _replay(arguments: argparse.Namespace) -> None:
    from queue_server.replay.command import replayed

    print(replayed(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m queue_server", description="Dawr: the office's server")
    commands = parser.add_subparsers(title="commands", required=True)
    place = argparse.ArgumentParser(add_help=False)
    place.add_argument("--data", type=Path, help="the folder of the office's database file")
    place.add_argument("--database", help="the URL of a PostgreSQL database, instead of --data")

    serve = commands.add_parser("serve", parents=[place], help="serve the office; the first start makes it")
    serve.add_argument("--config", type=Path, help="a TOML file with any of these settings")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.add_argument("--catalogue", type=Path, help="the office's catalogue; the shipped one when left out")
    serve.add_argument("--public-url", dest="public_url", help="how phones reach this server; printed on slips")
    serve.add_argument("--seat-metres", dest="seat_metres", type=float, help="from the screens to the farthest seat")
    serve.add_argument("--screen-inches", dest="screen_inches", type=float, help="the screens' diagonal")
    serve.add_argument("--media", type=Path, help="a folder with pictures and films for screens; docs/screens.md")
    serve.add_argument("--recordings", type=Path, help="a folder with a recorded voice; docs/screens.md")
    serve.set_defaults(run=_serve)

    token = commands.add_parser("token", parents=[place], help="print a token for a device or a script")
    token.add_argument("--role", required=True, choices=[role.value for role in Role])
    token.add_argument("--name", required=True)
    token.add_argument("--counter", type=int, help="the only counter the token may act on")
    token.add_argument("--agency", help="a partner agency, whose people see their own lines only")
    token.add_argument("--revoke", action="store_true", help="end every token of that name instead")
    token.set_defaults(run=operator.token)

    _add_devices(commands, place)

    clerk = commands.add_parser("clerk", parents=[place], help="add, disable or reset a clerk")
    clerk.add_argument("act", choices=["add", "disable", "reset"])
    clerk.add_argument("username")
    clerk.add_argument("--name", help="as colleagues know them; the username when left out")
    clerk.add_argument("--role", default=Role.CLERK.value, choices=sorted(role.value for role in CLERKS))
    clerk.add_argument("--agency", help="a partner agency, whose people see their own lines only")
    clerk.add_argument("--lines", nargs="+", help="the lines the clerk has learnt to serve; all when left out")
    clerk.set_defaults(run=operator.clerk)

    catalogue = commands.add_parser("catalogue", help="check a catalogue file, listing every mistake")
    catalogue.add_argument("act", choices=["check"])
    catalogue.add_argument("file", type=Path)
    catalogue.set_defaults(run=operator.check_catalogue)

    applications = commands.add_parser("applications", parents=[place], help="import what the agency's file says")
    applications.add_argument("act", choices=["import"])
    applications.add_argument(
        "file", type=Path, help="CSV: number,service,caller,documents (ids, space between) and, if known, holder"
    )
    applications.set_defaults(run=operator.import_applications)

    for name, run, words in (
        ("backup", operator.backup, "copy the database to a file while the server runs"),
        ("restore", operator.restore, "put a backup in place of the database; the server must be stopped"),
    ):
        keep = commands.add_parser(name, parents=[place], help=words)
        keep.add_argument("file", type=Path)
        keep.set_defaults(run=run)

    verify = commands.add_parser("verify", parents=[place], help="prove the database against its own journal")
    verify.set_defaults(run=operator.verify)

    journal = commands.add_parser("journal", parents=[place], help="print the journal as JSON lines")
    journal.set_defaults(run=operator.journal)

    _add_replay(commands.add_parser("replay", help="play a day from a file through the real queue, or make one up"))
    return parser


def _add_devices(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", place: argparse.ArgumentParser
) -> None:
    enrol = commands.add_parser("enrol", parents=[place], help="let in the device that shows a code")
    enrol.add_argument("code", help="the eight letters on the device's screen")
    enrol.add_argument("--name", help="how the device is called from now on; needed unless it is refused")
    enrol.add_argument("--role", default=Role.KIOSK.value, choices=sorted(role.value for role in ADMITTED))
    enrol.add_argument("--place", default="", help="where it stands, as: hall, north door")
    enrol.add_argument("--counter", type=int, help="the only counter it may act on")
    enrol.add_argument("--agency", help="a partner agency, whose people see their own lines only")
    enrol.add_argument("--screen", help="which of the catalogue's screens a television is")
    enrol.add_argument("--refuse", action="store_true", help="do not let it in")
    enrol.set_defaults(run=operator.enrol)

    service = commands.add_parser("service", parents=[place], help="print a code for a device's service page")
    service.add_argument("name", help="the device's name")
    service.set_defaults(run=operator.service)


def _add_replay(replay: argparse.ArgumentParser) -> None:
    replay.add_argument("day", type=Path, metavar="DAY.jsonl", help="the day's file, to play or with --make to write")
    replay.add_argument("--catalogue", type=Path, help="the office's catalogue; the shipped one when left out")
    replay.add_argument("--policy", choices=get_args(PolicyName), help="play under this policy, not the catalogue's")
    replay.add_argument("--summary", action="store_true", help="leave the counters out")
    replay.add_argument("--json", action="store_true", help="print the figures as JSON")
    replay.add_argument("--keep", type=Path, metavar="DIR", help="keep the played office's database there")
    replay.add_argument("--make", action="store_true", help="make a day up instead of playing one")
    replay.add_argument("--visitors", type=int, help="on an ordinary day; as suits the counters when left out")
    replay.add_argument("--load", type=float, default=1.0, help="times an ordinary day")
    replay.add_argument("--seed", type=int, default=7)
    replay.add_argument("--date", type=date.fromisoformat, help="today when left out")
    replay.set_defaults(run=_replay)


if __name__ == "__main__":
    sys.exit(main())
