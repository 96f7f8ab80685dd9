"""``concerted user``: add and list the people who may sign in."""

from __future__ import annotations

import secrets
import sys

import click

from concerted.cli.site import acting, now, only_coalition, open_guarded
from concerted.cli.user_door import invite, reset
from concerted.register.rows.members import MemberRow

ROLES = ("secretariat", "line lead", "focal point", "partner reader", "observer", "auditor")
LANGUAGES = ("en", "fr", "ar")
_PASSWORD_BYTES = 15


@click.group("user", short_help="Add and list the people who may sign in.")
def command() -> None:
    """Add and list the people who may sign in."""


@command.command("add", short_help="Add a person to a coalition.")
@click.argument("username", metavar="NAME")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
@click.option("--party", metavar="CODE", help="The party that they belong to, such as KWT.")
@click.option("--organisation", default="", help="The organisation that an observer or auditor comes from.")
@click.option("--line", type=int, help="The number of the line of effort that a line lead leads.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--full-name", default="", help="Their name as the record shows it; else NAME.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of their mails; else the site's.")
@click.option("--generate", is_flag=True, help="Make a password and print it, instead of asking for one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def add(
    username: str,
    role: str,
    party: str | None,
    organisation: str,
    line: int | None,
    slug: str | None,
    full_name: str,
    language: str | None,
    generate: bool,
    register: str | None,
) -> None:
    """Give a person a role in a coalition; one who has an account keeps their password
    and language.

    The password is asked for; with --generate, or where nobody can be asked, one is made and
    printed once.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.actions import users

    asks = not generate and sys.stdin.isatty()
    password = (
        click.prompt("Password", hide_input=True, confirmation_prompt=True)
        if asks
        else secrets.token_urlsafe(_PASSWORD_BYTES)
    )
    users.add(
        username=username,
        password=password,
        coalition=slug,
        role=role,
        party=party,
        organisation=organisation,
        line=line,
        name=full_name,
        language=language or "",
        by=acting(),
        at=now(),
    )
    click.echo(f"Added: {username}, {role}{f' of {party}' if party else ''}, in {slug}")
    if not asks:
        click.echo(f"Password: {password}")


@command.command("list", short_help="List the people of a coalition.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def list_people(slug: str | None, register: str | None) -> None:
    """List the people of a coalition with their roles and parties."""
    open_guarded(register)
    from concerted.register import queries

    for one in queries.members(acting(), only_coalition(slug)):
        click.echo("\t".join((one.username, one.role, whose(one), one.name)))


command.add_command(invite)
command.add_command(reset)


def whose(one: MemberRow) -> str:
    """Say whom a person belongs to, and the line that they lead."""
    belongs = one.party.code if one.party else one.organisation or "-"
    return f"{belongs}, line {one.line.number}" if one.line else belongs
