"""Ways to rewrite history: what an administrator with the database in hand could do to the entries.

Each takes the entries as they were and gives those that are shown instead; ``touched`` says from
which index on the two differ. What carries them out, in memory or in a database, is the test's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from concerted.ledger.entry import Entry

History = list[Entry]


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A way to rewrite history, and the first index that it changes."""

    name: str
    touched: int
    rewrite: Callable[[History], History]

    def __call__(self, entries: Sequence[Entry]) -> History:
        """Give the history that is shown instead; the one that was stays as it is."""
        return self.rewrite(list(entries))


def _changed(index: int, **fields: object) -> Callable[[History], History]:
    def rewrite(entries: History) -> History:
        entries[index] = replace(entries[index], **fields)  # type: ignore[arg-type]  # fields by name
        return entries

    return rewrite


def _swapped(entries: History) -> History:
    entries[12], entries[20] = entries[20], entries[12]
    return entries


def _inserted(entries: History) -> History:
    forged = replace(entries[15], act="act-forged", salt="f" * 32)
    return [*entries[:15], forged, *entries[15:]]


def _regrown(entries: History) -> History:
    return [*entries[:18], *(replace(one, act=f"again-{number}") for number, one in enumerate(entries[18:]))]


def _backdated(entries: History) -> History:
    """Move the last entry to where it would have stood had it been made in time."""
    return [*entries[:9], entries[-1], *entries[9:-1]]


REWRITINGS = (
    Rewriting("change what was promised", 17, _changed(17, after='{"status": "met", "berths": 99}')),
    Rewriting("change what was there before", 17, _changed(17, before=None)),
    Rewriting("change who did it", 8, _changed(8, by=1)),
    Rewriting("change when it was done", 22, _changed(22, at="2031-05-01T10:22:00+00:00")),
    Rewriting("hide it from its owner", 3, _changed(3, owner="port-9")),
    Rewriting("give it another salt", 11, _changed(11, salt="0" * 32)),
    Rewriting("delete one in the middle", 13, lambda entries: [*entries[:13], *entries[14:]]),
    Rewriting("delete the last", 39, lambda entries: entries[:-1]),
    Rewriting("insert one", 15, _inserted),
    Rewriting("swap two", 12, _swapped),
    Rewriting("cut off and grow again", 18, _regrown),
    Rewriting("put one back in time", 9, _backdated),
    Rewriting("begin anew", 0, lambda entries: [replace(one, salt=one.salt[::-1] + "0") for one in entries]),
)
