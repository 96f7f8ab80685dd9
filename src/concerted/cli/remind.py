"""``concerted remind``: tell focal points what they have still to report on, once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from concerted.cli.site import acting, now, only_coalition, open_guarded

if TYPE_CHECKING:
    from concerted.actions.reminders import Due


@click.command("remind", short_help="Remind focal points of what is not reported yet.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(slug: str | None, register: str | None) -> None:
    """Note what series of meetings are late, and write to focal points who have still to report.

    A series that did not meet by the day that it was due stays on record as late. Focal points whose
    partner has not reported on all its commitments are written to 14, 7 and 1 days before a reporting
    window closes and once after, each mail once and in its reader's language: run it every day. Who has
    no confirmed address gets none, and sees the notice on the board.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from django.utils import timezone

    from concerted.actions import breaches, reminders

    by, at = acting(), now()
    if new := breaches.note(coalition=slug, by=by, at=at):
        click.echo(f"{new} late meetings noted")
    sent = 0
    for one in reminders.due(coalition=slug, by=by, today=timezone.localtime(at).date()):
        if reminders.send(reminder=one, mail=mail, by=by, at=at):
            click.echo(f"Reminded: {one.username} of {one.party.code}, {one.owed} to report in {one.title!r}")
            sent += 1
    click.echo(f"{sent} reminders sent")


def mail(one: Due) -> None:
    """Write a reminder in its receiver's language and send it."""
    from django.conf import settings
    from django.template.loader import render_to_string
    from django.urls import reverse
    from django.utils import translation

    from concerted.exports import letters

    link = f"{settings.ORIGIN or 'http://localhost:8000'}{reverse('web:window', args=[one.coalition.slug, one.window])}"
    with translation.override(one.language or settings.LANGUAGE_CODE):
        written = render_to_string("mail/reminder.txt", {"one": one, "link": link})
        subject, _newline, text = written.partition("\n")
        letters.send(subject, text.strip() + "\n", one.address)
