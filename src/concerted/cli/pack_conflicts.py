"""``concerted pack conflicts`` and ``concerted pack decide``: what a pack brought and a person has to settle."""

from __future__ import annotations

import click

from concerted.cli.site import now, only_coalition, open_guarded, open_register


@click.command("conflicts", short_help="List what was held of packs.")
@click.option("--user", "username", metavar="NAME", required=True, help="A focal point of the partner.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def conflicts(username: str, slug: str | None, register: str | None) -> None:
    """List the records that both registers changed, or that cannot be here, with both versions."""
    open_register(register)
    slug = only_coalition(slug)
    from concerted.cli.pack_import import harmless
    from concerted.register.packing.deciding import both, waiting
    from concerted.register.queries import accounts
    from concerted.register.session import entered

    person = accounts.person(username)
    with entered(person):
        for number in waiting(person, slug):
            one = both(person, slug, number)
            click.echo(f"{number}\t{one.noun} {one.number} of {one.origin}\t{harmless(one.why or 'changed in both')}")
            for each in one.differences:
                click.echo(f"\t{each.column}: mine {harmless(each.before)} | theirs {harmless(each.after)}")


@click.command("decide", short_help="Settle what was held of a pack.")
@click.argument("number", metavar="HELD", type=int)
@click.option("--take", type=click.Choice(("mine", "theirs")), required=True, help="The version that is to hold.")
@click.option("--user", "username", metavar="NAME", required=True, help="A focal point of the partner.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def decide(number: int, take: str, username: str, slug: str | None, register: str | None) -> None:
    """Keep a record as it is here (mine) or as the pack says it (theirs); the page Packs merges the two field by field.

    The other register learns of it with the next pack that goes there.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.actions import pack_decisions
    from concerted.register.packing.deciding import both
    from concerted.register.queries import accounts
    from concerted.register.session import entered

    person = accounts.person(username)
    with entered(person):
        seen = both(person, slug, number).edition
        pack_decisions.decide(held=number, choice=take, seen=seen, by=person, at=now())
    click.echo(f"Decided: {take}")
