"""The list of every leaf's hash, as auditors take it along, and the roots that follow from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from concerted.ledger.checkpoints import Checkpoint
from concerted.ledger.growing import Growing
from concerted.ledger.verification import Finding, Outcome
from concerted.terms.errors import ConcertedError

_LINE = re.compile(r"(?P<index>0|[1-9][0-9]{0,17}) (?P<hash>[0-9a-f]{64})")


class UnreadableLeaves(ConcertedError):
    """The file is no list of leaves."""


def leaf_hashes(lines: Iterable[str], *, where: str) -> Iterator[bytes]:
    """Read lines of an index and a hash, from 0 on and without a gap; raises UnreadableLeaves, with the line."""
    for number, line in enumerate(lines):
        match = _LINE.fullmatch(line.rstrip("\n"))
        if match is None or int(match["index"]) != number:
            raise UnreadableLeaves(
                f"it is {line[:80]!r}",
                where=f"{where}, line {number + 1}",
                expected=f"{number} and 64 digits of a hash",
            )
        yield bytes.fromhex(match["hash"])


def recount(leaves: Iterable[bytes], checkpoints: Sequence[Checkpoint]) -> Iterator[Finding]:
    """Work out the root of every checkpoint from all leaves and compare it with the signed one."""
    growing, waiting = Growing(), sorted(checkpoints, key=lambda one: one.size, reverse=True)

    def reached() -> Iterator[Finding]:
        while waiting and waiting[-1].size == growing.size:
            one = waiting.pop()
            if one.root == growing.root():
                yield Finding(Outcome.OK, _where(one), "its root follows from all leaves")
            else:
                yield Finding(Outcome.FAILED, _where(one), "its root does not follow from the leaves", "the same root")

    yield from reached()
    for leaf in leaves:
        list(growing.append(leaf))
        yield from reached()
    for one in reversed(waiting):
        what = f"the list ends with {growing.size} leaves"
        yield Finding(Outcome.FAILED, _where(one), what, f"a list of {one.size} or more")


def _where(one: Checkpoint) -> str:
    return f"leaves of {one.size} entries"
