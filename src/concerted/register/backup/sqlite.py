"""A copy of a register's SQLite file while others write to it, and a copy put in its place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from concerted.register.backup.archive import BackupFailed

_PAGES = 4096
_BUSY = 20.0


def copy(source: Path, target: Path) -> None:
    """Copy the register as it stands at one moment; raises BackupFailed, as on a full disk."""
    # Made first and by ourselves, so that nobody else can read it.
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=_BUSY)) as there,
            closing(sqlite3.connect(target)) as here,
        ):
            # One state throughout, however long it takes: without, each write of others would begin it anew.
            there.execute("BEGIN")
            there.execute("SELECT count(*) FROM sqlite_master").fetchone()
            # With something to call between pages it can be interrupted.
            there.backup(here, pages=_PAGES, progress=lambda *_pages: None)
            here.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise BackupFailed(str(error), where=str(source), expected="a register, and room for its copy") from error


def put_in_place(copied: Path, target: Path) -> None:
    """Put a copy where the register is to lie, in one step; raises BackupFailed while anybody has the old one open."""
    try:
        with closing(sqlite3.connect(copied)) as database:
            # Its own side files must not stay behind.
            database.execute("PRAGMA journal_mode=DELETE")
        if target.exists():
            with closing(sqlite3.connect(target, timeout=1)) as old:
                # Only its sole user can do so, and it takes the old one's side files away.
                old.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        raise BackupFailed(
            str(error), where=str(target), expected="a register that nobody uses: stop the site"
        ) from error
    with copied.open("rb") as file:
        os.fsync(file.fileno())
    os.replace(copied, target)
