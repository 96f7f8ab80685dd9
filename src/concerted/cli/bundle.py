"""``concerted bundle``: what a person takes along to check the ledger, in a file, as the page *Ledger* gives it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from concerted.cli.interruption import saying
from concerted.cli.site import only_coalition, open_register


@click.command("bundle", short_help="Write a partner's bundle of the ledger.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--user", "username", metavar="NAME", required=True, help="Whose bundle: with the entries that they see.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option(
    "--since",
    metavar="ENTRIES",
    type=click.IntRange(0),
    multiple=True,
    help="The size of a checkpoint that was kept: a proof from it is put in. As often as you like.",
)
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(file: Path, username: str, slug: str | None, since: tuple[int, ...], register: str | None) -> None:
    """Write into FILE the ledger's signed checkpoints, the entries that a person sees, and the proofs of both.

    It is the same file as on the page Ledger, readable by you alone; `concerted verify FILE` checks it anywhere.
    """
    open_register(register)
    slug = only_coalition(slug)
    from concerted.register.backup.archive import folder_beside
    from concerted.register.queries import accounts, ledgers
    from concerted.register.session import entered

    person = accounts.person(username)
    with (
        saying(lambda: f"{file} was not written"),
        folder_beside(file.absolute()) as folder,
        entered(person),
    ):
        size, pieces = ledgers.bundle(person, slug, since=since)
        half = folder / "bundle"
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.writelines(pieces)
        os.replace(half, file)
    click.echo(f"{file}: {file.stat().st_size} bytes, checkpoint of {size} entries", err=True)
