"""What ``concerted verify`` does to a register: every check in turn, with progress for long ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from concerted.cli.site import acting, maintain, now, open_register
from concerted.ledger.verification import Finding, Outcome

if TYPE_CHECKING:
    from concerted.ledger.checkpoints import Checkpoint
    from concerted.ledger.keys import VerifierKey


def check(register: str | None, kept: Sequence[Checkpoint], key: VerifierKey | None) -> Iterator[Finding]:
    """Open a register and check it; if all is well, give entries that were made past the program their places."""
    maintain(open_register(register))
    failed = False
    for one in checks(kept, key):
        failed = failed or one.outcome is Outcome.FAILED
        yield one
    yield from _unsealed(failed)


def checks(kept: Sequence[Checkpoint], key: VerifierKey | None) -> Iterator[Finding]:
    """Check the register that is open, with ``key`` or its own; it is not written to."""
    from django.conf import settings

    from concerted.register.place import ledger_key
    from concerted.register.verification import verify

    own = ledger_key(settings.LEDGER_KEY)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # On a terminal alone, and gone when it is done: what is kept are the lines.
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("")

        def progress(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        yield from verify(key or (own.verifier if own else None), kept, progress)


def _unsealed(failed: bool) -> Iterator[Finding]:
    from concerted.register.verification import unsealed
    from concerted.register.verification.tree import counted

    waiting = unsealed()
    if not waiting:
        return
    if failed:
        what = f"{counted(waiting)}, made past the program, have no place; they get none before all else is well"
        yield Finding(Outcome.NOTE, "entries without a place", what)
        return
    from concerted.actions.unsealed import seal_unsealed

    count = seal_unsealed(by=acting(), at=now())
    what = f"{counted(waiting)}, made past the program: {count} now have theirs"
    yield Finding(Outcome.NOTE, "entries without a place", what)
