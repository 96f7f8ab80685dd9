"""``concerted pack``: a partner's changes travel in a signed file between registers whose networks do not touch."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from concerted.cli.pack_conflicts import conflicts, decide
from concerted.cli.pack_import import import_pack
from concerted.cli.read import Day
from concerted.cli.site import acting, now, only_coalition, open_guarded, open_register

if TYPE_CHECKING:
    from concerted.register.packing.sending import Sending


@click.group("pack", short_help="Carry a partner's changes to another register.")
def command() -> None:
    """Carry a partner's changes in a signed and sealed file to another register, and take such a file in."""


@command.command("key", short_help="Print the key that the other side has to name.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def show_key(register: str | None) -> None:
    """Print this register's public key: the other register's secretariat names it with `concerted pack trust`.

    Read it to each other on the telephone or in person: whoever brings a false key could write packs.
    """
    open_register(register)
    from concerted.register.packing.names import own_key, own_name

    key, name = own_key().verifier, own_name()
    click.echo(str(key))
    if key.name != name:
        # Standard output is the key alone, for who passes it on.
        click.echo(f"The key is a new one: the other side names it with --of {name}, this register's name", err=True)


@command.command("trust", short_help="Name the other register's key for a partner.")
@click.option("--partner", metavar="CODE", required=True, help="The partner whose packs are exchanged, such as KWT.")
@click.option("--key", metavar="KEY", required=True, help="What `concerted pack key` prints over there.")
@click.option("--of", "name", metavar="NAME", default="", help="The other register's name, where its key is new.")
@click.option("--since", type=Day(), help="The day from which it holds; else today.")
@click.option("--until", type=Day(), help="The day from which it holds no more.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def trust(
    partner: str, key: str, name: str, since: date | None, until: date | None, slug: str | None, register: str | None
) -> None:
    """Name the key of the register with which a partner's packs are exchanged.

    No other key is believed, not even one that stands in a pack. The partner's people see which
    keys are named.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.actions import pack_keys

    named = pack_keys.trust(
        coalition=slug, partner=partner, key=key, register=name, since=since, until=until, by=acting(), at=now()
    )
    click.echo(f"Named: packs of {partner.upper()} with the register {named}, in {slug}")


@command.command("distrust", short_help="Let a key hold no more.")
@click.option("--partner", metavar="CODE", required=True, help="The partner for whom it was named.")
@click.option("--key", metavar="KEY", required=True, help="The key, as `concerted pack keys` lists it.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def distrust(partner: str, key: str, slug: str | None, register: str | None) -> None:
    """Take a key back: from now on no pack that it signed is imported, whenever it was made."""
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.actions import pack_keys

    pack_keys.distrust(coalition=slug, partner=partner, key=key, by=acting(), at=now())
    click.echo(f"Taken back: a key of {partner.upper()}, in {slug}")


@command.command("keys", short_help="List the keys that are named.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def keys(slug: str | None, register: str | None) -> None:
    """List the keys of other registers, for which partner, and when they hold."""
    open_register(register)
    from concerted.register import queries

    for one in queries.packs(acting(), only_coalition(slug)).keys:
        until = f" until {one.until}" if one.until else ""
        click.echo("\t".join((one.party, one.register, f"since {one.since}{until}", one.key)))


@command.command("export", short_help="Write a partner's records into a pack.")
@click.option("--partner", metavar="CODE", required=True, help="Whose records, such as KWT.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
@click.option("--user", "username", metavar="NAME", required=True, help="The partner's focal point who exports it.")
@click.option("--to", metavar="NAME", default="", help="The register that it is for, where several are named.")
@click.option(
    "--since", metavar="ENTRIES", type=click.IntRange(0), default=0, help="Only what changed since that entry."
)
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def export(partner: str, out: Path, username: str, to: str, since: int, slug: str | None, register: str | None) -> None:
    """Write every record that is the partner's own into a file, signed, and sealed for the other register alone.

    With --since it holds only what changed since the ledger had so many entries, as the pack
    before said; the other register takes it if that pack has come.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    from concerted.register.packing.sending import sending
    from concerted.register.queries import accounts
    from concerted.register.session import entered

    person = accounts.person(username)
    with entered(person):
        made = sending(person, slug, partner.upper(), at=now(), to=to, since=since)
        records = _write(made, out, username)
    size = out.stat().st_size
    click.echo(f"{out}: {records} records, {size} bytes, for {made.head.receiver}, entries {made.head.entries}")


def _write(made: Sending, out: Path, username: str) -> int:
    """Write the file beside its place, note it in the ledger, and put it there in one step; gives the records."""
    import os

    from concerted.actions import pack_exports
    from concerted.cli.interruption import saying
    from concerted.register.backup.archive import folder_beside
    from concerted.register.queries import accounts

    person = accounts.person(username)
    with saying(lambda: f"{out} was not written"), folder_beside(out.absolute()) as folder:
        half = folder / "pack"
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            records, digest = made.write(file, person)
            file.flush()
            os.fsync(file.fileno())
        pack_exports.sent(sending=made, sha256=digest, records=records, by=person, at=now())
        os.replace(half, out)
    return records


for one in (import_pack, conflicts, decide):
    command.add_command(one)
