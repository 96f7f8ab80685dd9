"""``concerted read``: print all that a statement holds. Knows neither the register nor Django."""

from __future__ import annotations

import gc
from datetime import date
from typing import TYPE_CHECKING

import click

from concerted.cli import second_reader as second
from concerted.cli.forms import FORMS, options, write
from concerted.cli.source import open_source
from concerted.terms.errors import ConcertedError

if TYPE_CHECKING:
    from concerted.reading.facts import Reading


class Day(click.ParamType[date]):
    """A day as ISO 8601 writes it."""

    name = "YYYY-MM-DD"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; raises ConcertedError for anything but a whole date."""
        if isinstance(value, date):
            return value
        try:
            if len(value) == len("YYYY-MM-DD"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        option = param.opts[0] if param else "--date"
        raise ConcertedError(f"{value!r} is no date", where=option, expected="a date such as 2014-12-03")


@click.command("read", short_help="Read a statement and print all that it holds.")
@click.argument("source", metavar="FILE|-|URL")
@click.option("--coalition", "slug", metavar="SLUG", help="Whose statement it is; else its words tell.")
@click.option("--date", "given", type=Day(), help="The day on which the statement was made, where it does not say.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="table",
    show_default=True,
    help="How to print it.",
)
@options
@second.options
def command(
    source: str,
    slug: str | None,
    given: date | None,
    form: str,
    output: str | None,
    schema: str | None,
    second_reader: str | None,
    model: str,
    seconds: float,
) -> None:
    """Read a statement (TXT, Markdown, HTML, PDF, DOCX or Akoma Ntoso) and print all that it holds.

    Every fact comes with its passage; what gives no fact is listed with the reason. Nothing is
    stored and no network is used, unless the statement is at an address. As akn (Akoma Ntoso),
    annotations (W3C Web Annotation), json and csv, a reading is for other programs;
    `concerted convert` reads each of them back.
    """
    # Looking for garbage takes a seventh of the time, and one reading leaves little behind.
    gc.disable()
    try:
        if second_reader:
            second.allowed(form, output)
        reading = _read(source, slug, given)
        if second_reader:
            second.write(reading, form, second_reader, model, seconds)
        else:
            _write(reading, form, output, schema)
    finally:
        gc.enable()


def _write(reading: Reading, form: str, output: str | None, schema: str | None) -> None:
    from concerted.formats.decisions import Reviewed

    write(Reviewed(reading), form, output, schema)


def _read(source: str, slug: str | None, given: date | None) -> Reading:
    from concerted.reading.acceptance import require_statement
    from concerted.reading.read import read
    from concerted.terms.coalition_file import coalition, recognise

    known = coalition(slug) if slug else None
    _, document = open_source(source)
    reading = read(document, given_date=given, coalition=known or recognise(document.text))
    require_statement(reading, where=source)
    return reading
