"""``concerted digest``: tell people once a week what is due, asked and changed."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import click

from concerted.cli.site import acting, now, only_coalition, open_guarded

if TYPE_CHECKING:
    from concerted.actions.digests import Letter


@click.command("digest", short_help="Write to people what is due, asked and changed, once a week.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(slug: str | None, register: str | None) -> None:
    """Write to each member what they should know this week: run it once a week, or every day.

    What is due, asked of them, not reported, to be reviewed, to come and changed since the last one, for
    the roles that they have and of what they see at that moment. Each is sent once a week, in its reader's
    language, to a confirmed address; who chose to have none (Your sign-in) gets none, nor who has
    nothing to read in it. What a mail server does not take, the next run sends.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from django.conf import settings

    from concerted.actions import digests
    from concerted.cli import post as letters

    by, at = acting(), now()
    post = letters.Post(letters.server())
    for one in digests.due(coalition=slug, by=by, now=at, needing=settings.SECOND_FACTOR_ROLES):
        if not one.digest.parts:
            click.echo(f"Nothing to say: {one.username}")
        elif post.send(one.username, partial(digests.send, letter=one, mail=mail, by=by, at=at)):
            click.echo(f"Sent: {one.username}, {', '.join(part.name for part in one.digest.parts)}")
    if without := digests.unreachable(coalition=slug, by=by):
        click.echo(f"No confirmed address: {', '.join(without)}")
    click.echo(f"mails sent: {post.sent}")
    post.close()


def mail(one: Letter) -> None:
    """Write a digest in its receiver's language and send it."""
    from django.conf import settings
    from django.template.loader import render_to_string
    from django.urls import reverse
    from django.utils import translation

    from concerted.exports import leaving, letters

    origin = settings.ORIGIN or "http://localhost:8000"
    leave = f"{origin}{reverse('account_unsubscribe', args=[leaving.secret(one.person)])}"
    said = {"one": one, "digest": one.digest, "coalition": one.digest.coalition, "origin": origin, "leave": leave}
    with translation.override(one.language or settings.LANGUAGE_CODE):
        subject, _newline, text = render_to_string("mail/digest.txt", said).partition("\n")
        page = render_to_string("mail/digest.html", said | {"subject": subject})
        letters.send(
            subject,
            re.sub(r"\n{3,}", "\n\n", text.strip()) + "\n",
            one.address,
            key=f"digest/{one.digest.coalition.slug}/{one.username}/{one.week}",
            page=page,
            leave=leave,
        )
