"""``concerted token``: tokens of this machine's own command line, for programs that run beside it."""

from __future__ import annotations

import click

from concerted.cli.site import acting, now, only_coalition, open_guarded


@click.group("token", short_help="Make tokens for programs on this machine.")
def command() -> None:
    """Make, list and withdraw tokens for programs that use the programming interface.

    They carry the rights of this machine's command line: the secretariat's. People make tokens
    of their own under "Your sign-in".
    """


@command.command("make", short_help="Make a token and print it once.")
@click.argument("name")
@click.option(
    "--scope", "scopes", multiple=True, default=("read",), show_default=True, help="What it may do; repeat it."
)
@click.option("--days", type=int, default=90, show_default=True, help="For how many days it works.")
@click.option("--coalition", "slug", metavar="SLUG", help="Where; else in the register's only coalition.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def make(name: str, scopes: tuple[str, ...], days: int, slug: str | None, register: str | None) -> None:
    """Make a token called NAME and print it; it is kept nowhere."""
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.actions import tokens

    made = tokens.make(name=name, scopes=scopes, days=days, coalition=slug, by=acting(), at=now())
    click.echo(f"Made: token {made.number}, {', '.join(scopes)}, in {slug}, for {days} days")
    click.echo(f"Token: {made.secret}")


@command.command("list", short_help="List the tokens of this machine.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def list_tokens(register: str | None) -> None:
    """List the tokens of this machine with their scopes, their last day and their last use."""
    open_guarded(register)
    from concerted.register.queries import tokens

    for one in tokens.tokens(acting(), at=now()):
        stands = f"until {one.expires_at:%Y-%m-%d}" if one.open else "works no more"
        used = f"used {one.used_at:%Y-%m-%d}" if one.used_at else "never used"
        click.echo("\t".join((str(one.id), one.name, " ".join(one.scopes), one.coalition or "-", stands, used)))


@command.command("withdraw", short_help="Let a token work no more.")
@click.argument("number", metavar="TOKEN", type=int)
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def withdraw(number: int, register: str | None) -> None:
    """Let a token of this machine work no more."""
    open_guarded(register)
    from concerted.actions import tokens

    tokens.withdraw(token=number, by=acting(), at=now())
    click.echo(f"Withdrawn: token {number}")
