"""``concerted remind``: note what is late, and tell people what is due, once each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from concerted.cli.site import acting, now, only_coalition, open_guarded

if TYPE_CHECKING:
    from concerted.actions.clock_notices import Warned
    from concerted.actions.reminders import Due


@click.command("remind", short_help="Remind people of reports and meetings that are due.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(slug: str | None, register: str | None) -> None:
    """Note what series of meetings are late, and write to people what is due: run it every day.

    Focal points whose partner has not reported on all its commitments are written to 14, 7 and 1 days
    before a reporting window closes and once after. The secretariat, and for the group of a line who
    leads it, is warned 60, 30, 14 and 7 days before a series of meetings must have met again and once
    after. Each mail goes once, in its reader's language; who has no confirmed address gets none. A
    series that did not meet by the day that it was due stays on record as late. What a mail server
    does not take, the next run sends.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from django.utils import timezone

    from concerted.actions import breaches, clock_notices, reminders
    from concerted.cli import post as letters

    by, at = acting(), now()
    today = timezone.localtime(at).date()
    if new := breaches.note(coalition=slug, by=by, at=at):
        click.echo(f"late meetings noted: {new}")
    post = letters.Post(letters.server())
    for notice in clock_notices.due(coalition=slug, by=by, today=today):
        if post.send(notice.username, partial(clock_notices.send, notice=notice, mail=warn, by=by, at=at)):
            click.echo(f"Warned: {notice.username} of {notice.row.series!r}, due on {notice.due}")
    for one in reminders.due(coalition=slug, by=by, today=today):
        if post.send(one.username, partial(reminders.send, reminder=one, mail=mail, by=by, at=at)):
            click.echo(f"Reminded: {one.username} of {one.party.code}, {one.owed} to report in {one.title!r}")
    click.echo(f"mails sent: {post.sent}")
    post.close()


def mail(one: Due) -> None:
    """Write a reminder in its receiver's language and send it."""
    key = f"reminder/{one.window}/{one.username}/{one.stage}"
    _send("mail/reminder.txt", one, "web:window", [one.coalition.slug, one.window], key)


def warn(one: Warned) -> None:
    """Write a warning of the clock in its receiver's language and send it."""
    key = f"clock/{one.coalition.slug}/{one.row.series}/{one.due}/{one.username}/{one.stage}"
    _send("mail/clock.txt", one, "web:clock", [one.coalition.slug], key)


def _send(template: str, one: Due | Warned, page: str, args: list[Any], key: str) -> None:
    from django.conf import settings
    from django.template.loader import render_to_string
    from django.urls import reverse
    from django.utils import translation

    from concerted.exports import letters

    link = f"{settings.ORIGIN or 'http://localhost:8000'}{reverse(page, args=args)}"
    with translation.override(one.language or settings.LANGUAGE_CODE):
        written = render_to_string(template, {"one": one, "link": link})
        subject, _newline, text = written.partition("\n")
        letters.send(subject, text.strip() + "\n", one.address, key=key)
