"""``concerted load``: take statements into the register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from concerted.cli.read import Day
from concerted.cli.site import acting, now, only_coalition, open_register
from concerted.cli.source import open_source

if TYPE_CHECKING:
    from concerted.actions.intake import TakenIn
    from concerted.reading.facts import Reading
    from concerted.terms.document import Document


@click.command("load", short_help="Take statements into the register.")
@click.argument("sources", metavar="FILE|-|URL ...", nargs=-1, required=True)
@click.option("--coalition", "slug", metavar="SLUG", help="Whose statements they are; else the register's only one.")
@click.option("--date", "given", type=Day(), help="The day on which a statement was made, where it does not say.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(sources: tuple[str, ...], slug: str | None, given: date | None, register: str | None) -> None:
    """Read statements and take them into the register, with all that was read in them.

    All of them are read first: if one cannot be, nothing is stored. A statement that is there
    already, byte for byte, is left as it is.
    """
    if given is not None and len(sources) > 1:
        raise click.UsageError("--date is of one statement; load the others apart")
    open_register(register)
    slug = only_coalition(slug)
    opened = []
    for place, source in enumerate(sources, 1):
        click.echo(f"Reading {place} of {len(sources)}: {source}", err=True)
        opened.append(read_source(source, slug, given))
    for data, document, reading in opened:
        result = take_in(data, document, reading, slug)
        if result.new:
            click.echo(f"Taken in: {result.title} (statement {result.statement}, {result.findings} findings to review)")
        else:
            click.echo(f"Already there: {result.title} (statement {result.statement}); nothing changed")


def read_source(source: str, slug: str, given: date | None) -> tuple[bytes, Document, Reading]:
    """Open and read a statement of a coalition; raises whatever is wrong with it."""
    from concerted.reading import read
    from concerted.reading.acceptance import require_statement
    from concerted.terms.coalition_file import coalition

    data, document = open_source(source)
    reading = read(document, given_date=given, coalition=coalition(slug))
    require_statement(reading, where=document.source)
    return data, document, reading


def take_in(data: bytes, document: Document, reading: Reading, slug: str) -> TakenIn:
    """Take a statement that was read into the register."""
    from concerted.actions import intake

    return intake.take_in(document=document, original=data, reading=reading, coalition=slug, by=acting(), at=now())
