"""What stands beside the leaves: tiles, the register's own checkpoints, and those that somebody kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from concerted.ledger.checkpoints import Checkpoint, UnreadableCheckpoint, checkpoint
from concerted.ledger.growing import Growing
from concerted.ledger.keys import VerifierKey
from concerted.ledger.tiles import Node
from concerted.ledger.verification import Finding, Outcome
from concerted.register.models import Checkpoint as Row
from concerted.register.models import Tile
from concerted.register.verification.tally import Tally

_AT_ONCE = 2000


class Tiles:
    """Every stored tile is the hash of its leaves, and none is too many."""

    def __init__(self) -> None:
        self._levels: dict[int, Iterator[tuple[int, str]]] = {}
        self._tally = Tally("tiles")
        self._seen = 0

    def take(self, node: Node) -> None:
        """Compare the next node of its level with the stored one."""
        self._seen += 1
        if node.level not in self._levels:
            rows = Tile.objects.filter(level=node.level).order_by("index").values_list("index", "hash")
            self._levels[node.level] = rows.iterator(_AT_ONCE)
        found = next(self._levels[node.level], None)
        if found != (node.index, node.hash.hex()):
            what = "gone" if found is None else "not what its leaves hash to"
            self._tally.fault(f"tile {node.level}/{node.index}", what, "the hash over its leaves")

    def findings(self) -> Iterator[Finding]:
        """Say what was found; to be asked after the last leaf."""
        stored = Tile.objects.count()
        if stored > self._seen:
            self._tally.fault("tiles", f"{stored - self._seen} more than the leaves have", f"{self._seen}")
        yield from self._tally.findings(f"{self._seen} tiles, each the hash of its leaves")


class Signed:
    """Every stored checkpoint is signed by the key, and its root that of its entries."""

    def __init__(self, key: VerifierKey | None) -> None:
        self._rows = Row.objects.order_by("size").values_list("size", "note").iterator(_AT_ONCE)
        self._next = next(self._rows, None)
        self._key, self._tally, self._count, self._last = key, Tally("checkpoints"), 0, 0

    def take(self, tree: Growing) -> None:
        """Check the checkpoint of the tree's size, if there is one."""
        while self._next is not None and self._next[0] <= tree.size:
            self._check(*self._next, tree)
            self._next = next(self._rows, None)

    def findings(self, size: int, whole: bool) -> Iterator[Finding]:
        """Say what was found over a tree of that size; ``whole`` tells whether no leaf was missing."""
        while self._next is not None:
            what = f"the ledger has {size} entries" + ("" if whole else " up to the first gap")
            self._tally.fault(f"checkpoint of {self._next[0]} entries", what, "all that were signed")
            self._next = next(self._rows, None)
        if self._key is None:
            yield Finding(Outcome.NOTE, "key", "none is here: no signature was checked")
        elif whole and self._last < size:
            self._tally.fault("checkpoints", f"the last {size - self._last} entries are signed by none", "a signature")
        signed = "signed by the key and " if self._key else ""
        yield from self._tally.findings(f"{self._count} checkpoints, each {signed}the root of its entries")

    def _check(self, size: int, note: str, tree: Growing) -> None:
        self._count += 1
        self._last = size
        where = f"checkpoint of {size} entries"
        try:
            one = checkpoint(note, where=where)
        except UnreadableCheckpoint as error:
            self._tally.fault(where, error.what, error.expected)
            return
        for what, expected in faults(one, size, tree, self._key):
            self._tally.fault(where, what, expected)


class Kept:
    """Every checkpoint that somebody kept is signed by the key, and its root that of its entries as they stand now."""

    def __init__(self, kept: Sequence[Checkpoint], key: VerifierKey | None) -> None:
        self._waiting = sorted(kept, key=lambda one: one.size, reverse=True)
        self._key = key
        self._found: list[Finding] = []
        self.take(Growing())

    def take(self, tree: Growing) -> None:
        """Check the kept checkpoints of the tree's size."""
        while self._waiting and self._waiting[-1].size == tree.size:
            one = self._waiting.pop()
            trouble = list(faults(one, tree.size, tree, self._key))
            for what, expected in trouble:
                self._found.append(Finding(Outcome.FAILED, _where(one), what, expected))
            if not trouble:
                self._found.append(Finding(Outcome.OK, _where(one), "nothing changed since"))

    def findings(self, size: int) -> Iterator[Finding]:
        """Say what was found over a tree of that size."""
        yield from self._found
        for one in reversed(self._waiting):
            what = f"the ledger has {size} entries without a gap: entries are gone"
            yield Finding(Outcome.FAILED, _where(one), what, f"{one.size} entries or more")


def faults(one: Checkpoint, size: int, tree: Growing, key: VerifierKey | None) -> Iterator[tuple[str, str]]:
    """Say what is wrong with a checkpoint over the tree of its size, and what was expected."""
    if one.size != size:
        yield f"its text speaks of {one.size} entries", f"{size} entries"
        return
    if key is not None and not (one.origin == key.name and one.signed_by(key)):
        yield "not signed by the key", f"a signature of {key}"
    if one.root != tree.root():
        yield "its root is not that of its entries: history was rewritten", "every entry, unchanged and in its place"


def _where(one: Checkpoint) -> str:
    return f"kept checkpoint of {one.size} entries"
