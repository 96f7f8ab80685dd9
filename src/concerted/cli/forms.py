"""The forms in which a reading leaves the command line, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from concerted.terms.errors import ConcertedError

if TYPE_CHECKING:
    from concerted.formats.decisions import Reviewed

FORMS = ("table", "json", "akn", "annotations", "csv")


class NotWritten(ConcertedError):
    """What was read could not be written."""


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of writing."""
    command = click.option(
        "--schema", metavar="XSD", help="Check the Akoma Ntoso against this copy of akomantoso30.xsd before writing it."
    )(command)
    return click.option(
        "--output", metavar="PATH", help="Where to write it, else standard output; CSV: a folder, or a file.zip."
    )(command)


def write(reviewed: Reviewed, form: str, output: str | None, schema: str | None) -> None:
    """Write a reading in a form; raises NotWritten if it cannot be written there."""
    if schema and form != "akn":
        raise NotWritten(f"{form} has no schema to check", where="--schema", expected="--format akn")
    if form == "table":
        from concerted.cli.reading_table import show

        if output:
            raise NotWritten("a table is for the screen", where="--output", expected="json, akn, annotations or csv")
        show(reviewed.reading)
    elif form == "csv":
        _write_tables(reviewed, output)
    else:
        data = _file(reviewed, form, schema)
        if output is None:
            click.echo(data, nl=False)
        else:
            _save({Path(output): data})


def _file(reviewed: Reviewed, form: str, schema: str | None) -> bytes:
    if form == "json":
        from concerted.formats import record

        return record.dumps(reviewed).encode()
    if form == "annotations":
        from concerted.formats import web_annotation

        return web_annotation.dumps(reviewed).encode()
    from concerted.formats.akoma_ntoso import statement

    data = statement.dumps(reviewed, date.today())  # noqa: DTZ011  # the day where the person sits
    if schema and (mistake := statement.mistake(data, schema)):
        raise NotWritten(f"the document is not valid ({mistake})", where=schema, expected="a document of this schema")
    return data


def _write_tables(reviewed: Reviewed, output: str | None) -> None:
    from concerted.formats import tables

    if output is None:
        raise NotWritten("CSV is several files", where="--output", expected="a folder, or a file.zip")
    path = Path(output)
    if path.suffix.lower() == ".zip":
        _save({path: tables.zipped(reviewed)})
    else:
        _save({path / name: data for name, data in tables.files(reviewed).items()})


def _save(files: dict[Path, bytes]) -> None:
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except (OSError, ValueError) as error:
            raise NotWritten(f"it cannot be written ({error})", where=str(path), expected="a writable place") from error
