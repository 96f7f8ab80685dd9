"""Sheets that are imported in tests: rows as a person would write them."""

from __future__ import annotations

import io
from typing import Any

from concerted.actions.imports import deciding, taking_in, working
from concerted.formats.sheets import Cell, Field, Table, write_csv
from concerted.register.models import Import, ImportFinding, User
from tests.standing import AT, SLUG


def sheet(*rows: dict[str, Cell]) -> io.BytesIO:
    """Write rows as CSV, with the columns that any of them has."""
    keys = tuple(dict.fromkeys(key for row in rows for key in row))
    table = Table("contributions", tuple(Field(key, key, key) for key in keys))
    return io.BytesIO(b"".join(write_csv(table, [[row.get(key) for key in keys] for row in rows])))


def read(by: User, *rows: dict[str, Cell], **more: Any) -> int:
    """Read a sheet into an import, and compare it."""
    return read_file(by, sheet(*rows), **more)


def read_file(by: User, file: io.BytesIO, **more: Any) -> int:
    """Read a file into an import, and compare it."""
    given = {"coalition": SLUG, "noun": "contribution", "by": by, "clock": lambda: AT} | more
    *_, last = taking_in.take_in(file, "fuel.csv", **given)
    list(working.steps(last.number, last.state, by, lambda: AT))
    return last.number


def write(number: int, by: User) -> Import:
    """Write an import that was looked at."""
    deciding.start(number=number, by=by, at=AT)
    list(working.steps(number, "writing", by, lambda: AT))
    return Import.objects.get(pk=number)


def written(by: User, row: dict[str, Cell], **more: Any) -> int:
    """Import a row that stands there twice: once it is written, once it is left out."""
    number = read(by, row, row, **more)
    write(number, by)
    held = ImportFinding.objects.get(of=number, tier="error")
    deciding.decide(number=number, places=[held.place or 0], choice="leave out", by=by, at=AT)
    return number
