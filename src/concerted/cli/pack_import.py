"""``concerted pack import``: take a pack in, or only look at what it would do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

import click

from concerted.cli.interruption import saying
from concerted.cli.site import acting, now, only_coalition, open_guarded

if TYPE_CHECKING:
    from concerted.actions.pack_imports import Progress
    from concerted.actions.users import Account
    from concerted.register.packing.opening import Opened
    from concerted.register.packing.previewing import PreviewRow


@click.command("import", short_help="Take a pack in.")
@click.argument("file", type=click.File("rb"))
@click.option("--preview", is_flag=True, help="Only show what it would do; nothing is written.")
@click.option("--user", "username", metavar="NAME", help="Who imports it; else the command line, as the secretariat.")
@click.option("--coalition", "slug", metavar="SLUG", help="The coalition; else the register's only one.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def import_pack(file: BinaryIO, preview: bool, username: str | None, slug: str | None, register: str | None) -> None:
    """Take the records of a pack over into the partner's own.

    It is checked whole before anything is written. What both registers changed is held for a
    person: see `concerted pack conflicts`. Interrupted, it goes on when it is called again; called
    twice, it changes nothing more.
    """
    open_guarded(register)
    slug = only_coalition(slug)
    if not file.seekable():
        raise click.UsageError("a pack is read more than once: give a file")
    from concerted.register.packing.opening import open_pack
    from concerted.register.queries import accounts
    from concerted.register.session import entered

    person = accounts.person(username) if username else acting()
    with entered(person):
        opened = open_pack(person, slug, file, where=file.name, day=now().date())
        if preview:
            _show(opened)
            return
        done = _import(opened, person)
    same = done.done - done.added - done.changed - done.withdrawn - done.held
    click.echo(
        f"{done.records} records of {opened.party.code}: {done.added} added, {done.changed} changed, "
        f"{done.withdrawn} withdrawn, {same} as they are here, {done.held} held"
    )


def _import(opened: Opened, person: Account) -> Progress:
    from concerted.actions import pack_imports

    done = pack_imports.begin(opened=opened, by=person, at=now())
    with (
        saying(lambda: f"{done.done} of {done.records} records are taken over; the same command goes on"),
        click.progressbar(length=done.records, label="Records", file=sys.stderr, hidden=not _watched()) as bar,
    ):
        bar.update(done.done)
        for further in pack_imports.steps(opened, done, by=person, clock=now):
            bar.update(further.done - done.done)
            done = further
    return done


def _show(opened: Opened) -> None:
    from concerted.register.packing.previewing import Preview

    found = Preview(opened)
    for one in found.rows():
        for line in _lines(one):
            click.echo(line)
    counted = ", ".join(f"{number} {fate}" for fate, number in sorted(found.fates.items()))
    unseen = f"; {found.unseen} of them are not yours to see" if found.unseen else ""
    click.echo(f"{opened.looked.records} records of {opened.party.code}: {counted or 'nothing'}{unseen}")
    click.echo("Nothing was written.", err=True)


def _lines(one: PreviewRow) -> list[str]:
    why = f": {one.why}" if one.why else ""
    lines = [f"{one.fate}\t{one.noun} {one.number} of {one.origin}{why}"]
    for each in one.differences:
        lines.append(f"\t{each.column}: {harmless(each.before)} -> {harmless(each.after)}")
    return lines


def harmless(value: object) -> str:
    """Write a value that others wrote so that it cannot steer a terminal."""
    text = "-" if value is None else str(value)
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)


def _watched() -> bool:
    return sys.stderr.isatty()
