"""Backups of the whole database, taken while it is in use, and put back when it is not."""

import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url


def back_up(url: str, copy: Path) -> None:
    """Copy the whole database as it is at one moment."""
    if not url.startswith("sqlite"):
        _postgres("pg_dump", url, "--format=custom", f"--file={copy}")
        return
    with closing(sqlite3.connect(file_of(url))) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def put_back(url: str, copy: Path) -> None:
    """Put a backup in place of the database. What a file held before is kept beside it as `.before-restore`.

    Raises `FileNotFoundError` for a backup that is not there and `ValueError` for one that is damaged.
    """
    if not copy.exists():
        raise FileNotFoundError(f"no such backup: {copy}")
    if not url.startswith("sqlite"):
        _postgres("pg_restore", url, "--clean", "--if-exists", "--no-owner", str(copy))
        return
    _must_be_sound(copy)
    file = file_of(url)
    for ending in ("", "-wal", "-shm"):
        present = file.with_name(file.name + ending)
        if present.exists():
            present.replace(file.with_name(file.name + ".before-restore" + ending))
    shutil.copyfile(copy, file)


def file_of(url: str) -> Path:
    """The file of an SQLite database."""
    return Path(make_url(url).database or "")


def _must_be_sound(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as opened:
            sound = opened.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as damaged:
        sound = str(damaged)
    if sound != "ok":
        raise ValueError(f"the backup is damaged: {sound}")


def _postgres(program: str, url: str, *options: str) -> None:
    """Run one of PostgreSQL's own programs; it must be installed where this runs."""
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    if shutil.which(program) is None:
        raise FileNotFoundError(f"{program} is not installed: apt-get install postgresql-client")
    # The operator's own database and file; no shell reads them.
    subprocess.run([program, f"--dbname={address}", *options], check=True)  # noqa: S603
