"""Where questions go: to the register itself or, while the past is read, to one that holds how it stood."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

ALIAS = "as_of"
# Their bytes are not in the ledger, only that they came; they never change.
_AS_EVER = "original"
_day: ContextVar[date | None] = ContextVar("as_of", default=None)


class Router:
    """Leads what is read of the register to the past while that is read; what is written never."""

    def db_for_read(self, model: Any, **_hints: Any) -> str | None:
        """Name the database that a model is read from; None for the one of always."""
        past = _day.get() is not None and model._meta.app_label == "register"
        return ALIAS if past and model._meta.model_name != _AS_EVER else None

    def allow_relation(self, _one: Any, _other: Any, **_hints: Any) -> bool:
        """Let rows of the past be compared with the originals that they came from."""
        return True


def day() -> date | None:
    """Give the day as of which the register is read; None while it is read as it stands."""
    return _day.get()


@contextmanager
def reading(file: Path, as_of: date) -> Iterator[None]:
    """Read the register that lies in a file until the context ends; nothing can be written to it."""
    token = _day.set(as_of)
    try:
        with connected(f"file:{file}?mode=ro"):
            yield
    finally:
        _day.reset(token)


@contextmanager
def connected(address: str) -> Iterator[DatabaseWrapper]:
    """Connect this thread to a register of the past, by SQLite's address of it."""
    connection = DatabaseWrapper(
        {
            **connections["default"].settings_dict,
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": address,
            "CONN_MAX_AGE": 0,
            "ATOMIC_REQUESTS": False,
            # What is not to be seen is not there, though seen rows may point at it.
            "OPTIONS": {"init_command": "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF"},
        },
        ALIAS,
    )
    connections[ALIAS] = connection
    try:
        yield connection
    finally:
        connection.close()
        del connections[ALIAS]
