"""``concerted report``: the report of a meeting as a document."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from concerted.cli import document
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
    document.form_of(out)
    open_register(register)
    slug, by, now = only_coalition(slug), acting(), datetime.now(UTC)
    from concerted.exports.plenary import plenary
    from concerted.register import queries

    page = queries.meeting(by, slug, meeting, today=now.date())
    seating = queries.seating(by, slug, meeting, today=now.date())
    name = page.row.meeting.name
    document.write(out, plenary(page, queries.minutes(by, slug, meeting), seating), title=name, at=now)
    click.echo(f"Written: {name} to {out}", err=True)
