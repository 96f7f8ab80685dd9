"""``concerted draft``: the draft of the statement that a meeting might agree on, as a document."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from concerted.cli import document
from concerted.cli.site import acting, only_coalition, open_register


@click.command("draft", short_help="Draft the statement of a meeting.")
@click.argument("meeting", type=int)
@click.option("--coalition", "slug", metavar="SLUG", help="Whose meeting; else the register's only one.")
@click.option("--out", required=True, metavar="FILE", help="A file that ends with .docx or .md.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(meeting: int, slug: str | None, out: str, register: str | None) -> None:
    """Draft the statement of a meeting by its number, from what the register holds today.

    What was promised and fulfilled, is late or goes on, was given, is missing, was decided and reserved, by line of
    effort, and by when the series must meet again; a table at the end names the record that each point rests on. It
    is in English; the pages of the site write it in the reader's language.
    """
    document.form_of(out)
    open_register(register)
    slug, by, now = only_coalition(slug), acting(), datetime.now(UTC)
    from concerted.exports import draft_statement
    from concerted.register import queries

    draft = queries.draft_statement(by, slug, meeting, today=now.date())
    name = draft_statement.title(draft)
    document.write(out, draft_statement.document(draft), title=name, at=now)
    click.echo(f"Written: {name} to {out}", err=True)
