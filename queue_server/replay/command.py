"""`replay` on the command line: make a day up, or play one and say what happened."""

import argparse
from datetime import date
from pathlib import Path
from time import monotonic
from typing import get_args
from zoneinfo import ZoneInfo

import msgspec

import assets
from queue_server.domain.catalogue_file import read as read_catalogue
from queue_server.domain.hall import PolicyName
from queue_server.replay.day import read, write
from queue_server.replay.making import make
from queue_server.replay.office import opened
from queue_server.replay.playing import play
from queue_server.replay.report import report
from queue_server.replay.summary import summary
from queue_server.system import SystemClock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be said after `replay`."""
    parser.add_argument("day", type=Path, metavar="DAY.jsonl", help="the day's file, to play or with --make to write")
    parser.add_argument("--catalogue", type=Path, help="the office's catalogue; the shipped one when left out")
    parser.add_argument("--policy", choices=get_args(PolicyName), help="play under this policy, not the catalogue's")
    parser.add_argument("--summary", action="store_true", help="leave the counters out")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the played office's database there")
    parser.add_argument("--make", action="store_true", help="make a day up instead of playing one")
    parser.add_argument("--visitors", type=int, help="on an ordinary day; as suits the counters when left out")
    parser.add_argument("--load", type=float, default=1.0, help="times an ordinary day")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--date", type=date.fromisoformat, help="today when left out")


def replayed(arguments: argparse.Namespace) -> str:
    """Do what is asked; what to print. Raises `DayRefused`, `CatalogueRefused`, `OSError`."""
    file = arguments.catalogue or assets.path("catalogue", "lmra.toml")
    catalogue = file.read_text(encoding="utf-8")
    return _made(arguments, catalogue) if arguments.make else _played(arguments, catalogue)


def _made(arguments: argparse.Namespace, catalogue: str) -> str:
    known = read_catalogue(catalogue)
    on = arguments.date or SystemClock().now().astimezone(ZoneInfo(known.timezone)).date()
    day = make(known, on, visitors=arguments.visitors, load=arguments.load, seed=arguments.seed)
    write(day, arguments.day)
    return f"{arguments.day}: {day.opening.about}"


def _played(arguments: argparse.Namespace, catalogue: str) -> str:
    day, began = read(arguments.day), monotonic()
    with opened(day, catalogue, policy=arguments.policy, folder=arguments.keep) as office:
        played = play(day, office)
    seconds = monotonic() - began
    figures = summary(played)
    if arguments.json:
        return msgspec.json.encode(figures).decode()
    trouble = "\n".join(played.troubles) or "sound"
    return (
        f"{report(figures, counters=not arguments.summary)}\n"
        f"{len(played.entries)} events in {seconds:.1f} s; the database is {trouble}"
    )
