"""``concerted report``: the report of a meeting as a document."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from concerted.cli.export import CannotWrite
from concerted.cli.site import acting, only_coalition, open_register


@click.command("report", short_help="Write the report of a meeting.")
@click.argument("meeting", type=int)
@click.option("--coalition", "slug", metavar="SLUG", help="Whose meeting; else the register's only one.")
@click.option("--out", required=True, metavar="FILE", help="A file that ends with .docx or .md.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(meeting: int, slug: str | None, out: str, register: str | None) -> None:
    """Write the report of a meeting by its number: who took part, agenda, minutes, decisions, actions and reservations.

    It is in English; the pages of the site write it in the reader's language.
    """
    if not out.lower().endswith((".docx", ".md")):
        raise CannotWrite(
            f"{out} is neither DOCX nor Markdown", where="--out", expected="a name that ends with .docx or .md"
        )
    open_register(register)
    slug, by, now = only_coalition(slug), acting(), datetime.now(UTC)
    from concerted.exports.plenary_files import FORMS, written
    from concerted.register import queries

    page = queries.meeting(by, slug, meeting, today=now.date())
    seating = queries.seating(by, slug, meeting, today=now.date())
    form = FORMS["markdown" if out.lower().endswith(".md") else "docx"]
    data = written(form, page, queries.minutes(by, slug, meeting), seating, at=now)
    try:
        Path(out).write_bytes(data)
    except OSError as error:
        raise CannotWrite(str(error.strerror or error), where=out, expected="room for a file there") from error
    click.echo(f"Written: {page.row.meeting.name} to {out}", err=True)
