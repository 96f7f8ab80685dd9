"""``concerted remind``: tell focal points what they have still to report on, once each."""

from __future__ import annotations

import click

from concerted.cli.site import acting, now, only_coalition, open_guarded

# Which language somebody reads is not known here.
_TEXT = """{coalition}: “{title}”, {closes}

Commitments of {party} without a progress report: {owed}. Reports come in until {closes}.
Engagements de {party} sans rapport d’avancement : {owed}. Les rapports arrivent jusqu’au {closes}.
التزامات {party} بلا تقرير مرحلي: {owed}. تُقدَّم التقارير حتى {closes}.

{link}
"""


@click.command("remind", short_help="Remind focal points of what is not reported yet.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(slug: str | None, register: str | None) -> None:
    """Write to each focal point whose partner has not reported on all its commitments.

    14, 7 and 1 days before a reporting window closes and once after, each mail once: run it every
    day. Who has no confirmed address gets none, and sees the notice on the board.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from django.conf import settings
    from django.core.mail import send_mail
    from django.urls import reverse
    from django.utils import timezone

    from concerted.actions import reminders

    by, at = acting(), now()

    def mail(one: reminders.Due) -> None:
        link = f"{settings.ORIGIN or 'http://localhost:8000'}{reverse('web:window', args=[slug, one.window])}"
        said = {"coalition": one.coalition, "title": one.title, "closes": one.closes.isoformat(), "party": one.party}
        text = _TEXT.format(**said, owed=one.owed, link=link)
        send_mail(text.partition("\n")[0], text, None, [one.address])

    sent = 0
    for one in reminders.due(coalition=slug, by=by, today=timezone.localtime(at).date()):
        if reminders.send(reminder=one, mail=mail, by=by, at=at):
            click.echo(f"Reminded: {one.username} of {one.party}, {one.owed} to report in {one.title!r}")
            sent += 1
    click.echo(f"{sent} reminders sent")
