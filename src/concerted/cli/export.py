"""``concerted export``: records as a sheet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from concerted.cli.site import acting, only_coalition, open_register
from concerted.terms.errors import ConcertedError

if TYPE_CHECKING:
    from concerted.formats.sheets import Cell
    from concerted.register.nouns import Noun


class CannotWrite(ConcertedError):
    """The file cannot be written."""


@click.command("export", short_help="Write records as a sheet.")
@click.argument("noun")
@click.option("--coalition", "slug", metavar="SLUG", help="Whose records; else the register's only one.")
@click.option("--out", required=True, metavar="FILE|-", help="A file that ends with .xlsx or .csv; - for CSV.")
@click.option("--template", "empty", is_flag=True, help="The columns alone, to be filled.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(noun: str, slug: str | None, out: str, empty: bool, register: str | None) -> None:
    """Write the records of a noun, such as contributions, as a sheet that can be edited and imported again.

    The first row names the columns; a second sheet of a workbook explains them. The columns number and edition say
    which record a row is, and as of which change.
    """
    if out != "-" and not out.lower().endswith((".xlsx", ".csv")):
        raise CannotWrite(
            f"{out} is neither XLSX nor CSV", where="--out", expected="a name that ends with .xlsx or .csv"
        )
    open_register(register)
    slug = only_coalition(slug)
    from concerted.register.queries.kept import called

    found = called(noun)
    if out == "-":
        _write(found, slug, sys.stdout.buffer, empty=empty, book=False)
        return
    # Whoever is interrupted finds the file that was there before.
    path = Path(out)
    half = path.with_name(f".{path.name}.part")
    try:
        with half.open("wb") as file:
            count = _write(found, slug, file, empty=empty, book=out.lower().endswith(".xlsx"))
        half.replace(path)
    except OSError as error:
        raise CannotWrite(str(error.strerror or error), where=out, expected="room for a file there") from error
    finally:
        half.unlink(missing_ok=True)
    click.echo(f"Written: {count} {found.plural} to {out}", err=True)


def _write(noun: Noun, slug: str, file: BinaryIO, *, empty: bool, book: bool) -> int:
    from concerted.actions.imports.template import cells, plain, table
    from concerted.formats.sheets import write_csv, write_workbook
    from concerted.register import queries

    by = acting()
    parties, lines = queries.named(by, slug)
    layout = table(noun, plain(noun), parties=parties, lines=lines)
    count = 0

    def counted() -> Iterator[tuple[Cell, ...]]:
        nonlocal count
        for row in cells(noun, queries.kept(by, slug, noun.name)):
            count += 1
            yield row

    rows = iter(()) if empty else counted()
    if book:
        write_workbook(layout, rows, file)
    else:
        file.writelines(write_csv(layout, rows))
    return count
