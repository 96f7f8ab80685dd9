"""``concerted verify``: has anybody rewritten the ledger? With a bundle it needs no register, no Django, no network."""

from __future__ import annotations

import os.path
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import click

from concerted.cli.interruption import saying

if TYPE_CHECKING:
    from concerted.ledger.checkpoints import Checkpoint
    from concerted.ledger.keys import VerifierKey
    from concerted.ledger.verification import Finding


@click.command("verify", short_help="Check that the ledger was only ever added to.")
@click.argument("bundle", metavar="[BUNDLE]", type=click.File("r", encoding="utf-8"), required=False)
@click.option(
    "--checkpoint",
    "kept",
    metavar="FILE",
    type=click.File("rb"),
    multiple=True,
    help="A checkpoint that you kept, or an earlier bundle with its checkpoints. As often as you like.",
)
@click.option(
    "--key", metavar="FILE|STRING", help="The ledger's public key as it was given to you; else the bundle's own."
)
@click.option(
    "--leaves",
    metavar="FILE",
    type=click.File("r", encoding="utf-8", errors="replace"),
    help="The hashes of all entries, as auditors get them: every root is worked out from them.",
)
@click.option("--register", metavar="PATH|URL", help="Check this register, with its database at hand, and no bundle.")
def command(
    bundle: TextIO | None, kept: tuple[BinaryIO, ...], key: str | None, leaves: TextIO | None, register: str | None
) -> None:
    """Check a bundle of the ledger, or without one the register: a line for each check, exit code 1 if one fails.

    Of a BUNDLE every signature, every proof that the ledger only grew from one checkpoint to the next, and every
    entry's proof are worked out anew, on this machine alone. Checkpoints that you kept show whether the
    ledger still has the history that it had then.

    Of the register (--register, else CONCERTED_REGISTER) every entry is hashed anew and compared with its place in
    the tree, every checkpoint with the entries that it covers, every row with the last that the ledger says of it.
    If all is well, entries that were made past the program get their places.
    """
    if bundle is not None and register is not None:
        raise click.UsageError("a bundle or a register, not both: a bundle is checked without one")
    if bundle is not None:
        with saying(lambda: "not every check was made"):
            report(_offline(bundle, kept, key, leaves))
        return
    if leaves is not None:
        raise click.UsageError("--leaves goes with a bundle")
    from concerted.cli.register_checks import check

    with saying(lambda: "not every check was made; the register is as it was"):
        report(check(register, _kept(kept), _pinned(key)))


def report(findings: Iterable[Finding]) -> None:
    """Print each finding on a line, then how many failed; exits with 1 if one did."""
    from concerted.ledger.verification import Outcome

    signs = {Outcome.OK: "ok    ", Outcome.NOTE: "note  ", Outcome.FAILED: "FAILED"}
    count = dict.fromkeys(Outcome, 0)
    for one in findings:
        count[one.outcome] += 1
        expected = f"; expected {one.expected}" if one.expected else ""
        click.echo(f"{signs[one.outcome]} {_harmless(f'{one.where}: {one.what}{expected}')}")
    checks = count[Outcome.OK] + count[Outcome.FAILED]
    click.echo(f"{checks} checks, {count[Outcome.FAILED] or 'none'} failed")
    if count[Outcome.FAILED]:
        sys.exit(1)


def _offline(bundle: TextIO, kept: Iterable[BinaryIO], key: str | None, leaves: TextIO | None) -> Iterator[Finding]:
    from concerted.ledger.bundle import load
    from concerted.ledger.leaf_list import leaf_hashes, recount
    from concerted.ledger.verification import verify

    read, entries = load(bundle, where=bundle.name)
    old = _kept(kept)
    yield from verify(read, old, _pinned(key), entries)
    if leaves is not None:
        yield from recount(leaf_hashes(leaves, where=leaves.name), [*read.checkpoints, *old])


def _kept(files: Iterable[BinaryIO]) -> list[Checkpoint]:
    return [checkpoint for file in files for checkpoint in _checkpoints(file)]


def _pinned(key: str | None) -> VerifierKey | None:
    return _key(key) if key is not None else None


def _checkpoints(file: BinaryIO) -> tuple[Checkpoint, ...]:
    from concerted.ledger.bundle import load
    from concerted.ledger.checkpoints import checkpoint

    text = _text(file)
    if not text.lstrip().startswith("{"):
        return (checkpoint(text, where=file.name),)
    bundle, entries = load(StringIO(text), where=file.name)
    deque(entries, maxlen=0)  # A file that is not whole is refused.
    return bundle.checkpoints


def _key(given: str) -> VerifierKey:
    from concerted.ledger.keys import UnreadableKey, verifier_key

    if not os.path.isfile(given):
        return verifier_key(given, where="--key")
    try:
        text = Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableKey(f"the file cannot be read ({error})", where=given, expected="a key's file") from error
    return verifier_key(text, where=given)


def _text(file: BinaryIO) -> str:
    from concerted.ledger.written import UnreadableBundle

    try:
        return file.read().decode()
    except UnicodeDecodeError as error:
        raise UnreadableBundle("it is no text", where=file.name, expected="UTF-8") from error


def _harmless(text: str) -> str:
    # A bundle comes from somebody else: nothing in it may steer a terminal or turn a line around.
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)
