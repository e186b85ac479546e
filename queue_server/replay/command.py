"""The operator's `replay`: make a day up, or play one and say what happened."""

import argparse
from time import monotonic
from zoneinfo import ZoneInfo

import msgspec

import assets
from queue_server.domain.catalogue_file import read as read_catalogue
from queue_server.replay.day import read, write
from queue_server.replay.making import make
from queue_server.replay.office import opened
from queue_server.replay.playing import play
from queue_server.replay.report import report
from queue_server.replay.summary import summary
from queue_server.system import SystemClock


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
