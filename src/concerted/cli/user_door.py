"""``concerted user invite`` and ``concerted user reset``: the way in, from the command line."""

from __future__ import annotations

import click

from concerted.cli.site import acting, now, only_coalition, open_guarded


@click.command("invite", short_help="Invite a person and print the link.")
@click.argument("email", metavar="ADDRESS")
@click.option("--role", required=True, metavar="ROLE", help="What they may do: see `concerted user add`.")
@click.option("--party", metavar="CODE", help="The party that they belong to, such as KWT.")
@click.option("--organisation", default="", help="The organisation that an observer or auditor comes from.")
@click.option("--line", type=int, help="The number of the line of effort that a line lead leads.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--full-name", default="", help="Their name; else ADDRESS.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def invite(
    email: str,
    role: str,
    party: str | None,
    organisation: str,
    line: int | None,
    slug: str | None,
    full_name: str,
    register: str | None,
) -> None:
    """Invite a person to a role and print the link, which is kept nowhere.

    It works once, for 14 days; nothing is sent. The person chooses their own name and password.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from django.conf import settings
    from django.urls import reverse

    from concerted.actions import invitations

    made = invitations.invite(
        coalition=slug,
        email=email,
        name=full_name or email,
        role=role,
        party=party,
        organisation=organisation,
        line=line,
        by=acting(),
        at=now(),
    )
    click.echo(f"Invited: {email}, {role}{f' of {party}' if party else ''}, in {slug}")
    click.echo(f"Link: {settings.ORIGIN or 'http://localhost:8000'}{reverse('account_invitation', args=[made.token])}")


@click.command("reset", short_help="Take away a second step that is lost.")
@click.argument("username", metavar="NAME")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def reset(username: str, slug: str | None, register: str | None) -> None:
    """Take away the authenticator app, passkeys and recovery codes of a person who has lost them.

    They are signed out everywhere and sign in with their password; make sure first that it is
    they who ask.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.actions import members

    members.reset_second_factor(username=username, coalition=slug, by=acting(), at=now())
    click.echo(f"Reset: {username} signs in with the password alone")
