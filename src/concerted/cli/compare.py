"""``concerted compare``: what became of what one statement promises in another. Knows no Django."""

from __future__ import annotations

import gc
from datetime import date
from typing import TYPE_CHECKING

import click

from concerted.cli.read import Day
from concerted.cli.source import STANDARD_INPUT, open_source
from concerted.terms.errors import ConcertedError

if TYPE_CHECKING:
    from concerted.reading.facts import Reading

KINDS = ("commitment", "decision", "call", "endorsement", "concern", "finding")


@click.command("compare", short_help="Compare two statements: what was renewed, strengthened, dropped.")
@click.argument("a", metavar="FILE|-|URL")
@click.argument("b", metavar="FILE|-|URL")
@click.option("--coalition", "slug", metavar="SLUG", help="Whose statements they are; else their words tell.")
@click.option("--date-a", "day_a", type=Day(), help="The day of the first statement, where it does not say.")
@click.option("--date-b", "day_b", type=Day(), help="The day of the second statement, where it does not say.")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default=KINDS[0],
    show_default=True,
    help="Which acts to compare.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
def command(a: str, b: str, slug: str | None, day_a: date | None, day_b: date | None, kind: str, form: str) -> None:
    """Compare two statements: what one promises beside what became of it in the other.

    Commitments are renewed, strengthened, weakened, narrowed, dropped or new, each with the
    words that say so; where the words do not decide, the candidates are shown. Lines of effort,
    instruments and participants are compared as well. The earlier statement comes first: where
    both days are known and the first is the later, they change places and the output says so.
    """
    if a == b == STANDARD_INPUT:
        raise ConcertedError("standard input holds one statement", where="-", expected="a file or an address beside it")
    gc.disable()  # as in reading: little is left behind, and looking for it takes time
    try:
        _print(_read(a, slug, day_a), _read(b, slug, day_b), slug, kind, form)
    finally:
        gc.enable()


def _read(source: str, slug: str | None, given: date | None) -> Reading:
    from concerted.reading.acceptance import require_statement
    from concerted.reading.read import read
    from concerted.terms.coalition_file import coalition, recognise

    known = coalition(slug) if slug else None
    _, document = open_source(source)
    reading = read(document, given_date=given, coalition=known or recognise(document.text))
    require_statement(reading, where=source)
    return reading


def _print(first: Reading, second: Reading, slug: str | None, kind: str, form: str) -> None:
    from concerted.reading.comparison import compare, in_order
    from concerted.reading.facts import Kind
    from concerted.terms.coalition_file import coalition

    earlier, later, order = in_order(first, second)
    # Numbers of lines mean the same only within one coalition.
    own = {one.statement.coalition for one in (earlier, later)}
    whose = slug or (own.pop() if len(own) == 1 else None)
    comparison = compare(earlier, later, coalition(whose) if whose else None, kind=Kind(kind))
    if form == "json":
        from concerted.formats.comparison_record import dumps

        click.echo(dumps(comparison, order), nl=False)
    else:
        from concerted.cli.comparison_table import show

        show(comparison, order)
