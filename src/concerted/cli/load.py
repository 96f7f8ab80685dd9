"""``concerted load``: take statements into the register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from concerted.cli.read import Day
from concerted.cli.site import acting, now, only_coalition, open_guarded
from concerted.cli.source import read_source

if TYPE_CHECKING:
    from concerted.actions.intake import TakenIn
    from concerted.reading.facts import Reading
    from concerted.terms.document import Document


@click.command("load", short_help="Take statements into the register.")
@click.argument("sources", metavar="FILE|-|URL ...", nargs=-1, required=True)
@click.option("--coalition", "slug", metavar="SLUG", help="Whose statements they are; else the register's only one.")
@click.option("--date", "given", type=Day(), help="The day on which a statement was made, where it does not say.")
@click.option(
    "--replaces", "replaced", metavar="STATEMENT", type=int, help="Load it as the corrected text of this one."
)
@click.option("--yes", is_flag=True, help="With --replaces: do not ask before the text is replaced.")
@click.option("--as-new", is_flag=True, help="Take it in even if it looks like a corrected text of one that is there.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(
    sources: tuple[str, ...],
    slug: str | None,
    given: date | None,
    replaced: int | None,
    yes: bool,
    as_new: bool,
    register: str | None,
) -> None:
    """Read statements and take them into the register, with all that was read in them.

    All of them are read first: if one cannot be, nothing is stored. A statement that is there
    already, byte for byte or word for word, is left as it is.

    With --replaces a statement gets a corrected text: what people decided stays on its words or
    moves with them, and what has no place in the new text waits for a person. What would change
    is shown first; the old text stays readable.
    """
    if given is not None and len(sources) > 1:
        raise click.UsageError("--date is of one statement; load the others apart")
    if replaced is not None and (len(sources) > 1 or as_new):
        raise click.UsageError("--replaces takes one file, and not --as-new")
    open_guarded(register)
    slug = only_coalition(slug)
    if replaced is not None:
        from concerted.cli.load_version import load_version

        return load_version(sources[0], slug, replaced, given, yes=yes)
    opened = []
    for place, source in enumerate(sources, 1):
        click.echo(f"Reading {place} of {len(sources)}: {source}", err=True)
        opened.append(read_source(source, slug, given))
    for data, document, reading in opened:
        result = take_in(data, document, reading, slug, as_new=as_new)
        if result.new:
            click.echo(f"Taken in: {result.title} (statement {result.statement}, {result.findings} findings to review)")
        else:
            said = f"{result.title} (statement {result.statement}), {result.known_as}"
            click.echo(f"Already there: {said}; nothing changed")


def take_in(data: bytes, document: Document, reading: Reading, slug: str, *, as_new: bool = False) -> TakenIn:
    """Take a statement that was read into the register."""
    from concerted.actions import intake

    return intake.take_in(
        document=document, original=data, reading=reading, coalition=slug, by=acting(), at=now(), as_new=as_new
    )
