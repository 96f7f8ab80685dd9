"""A ledger in memory, as an administrator holds it: entries, stored hashes, a key, signed checkpoints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from concerted.ledger.bundle import Bundle, bind
from concerted.ledger.checkpoints import Checkpoint, sign
from concerted.ledger.entry import Entry, leaf_hash
from concerted.ledger.keys import SigningKey, new_key
from concerted.ledger.tiles import Tree, grow


@dataclass
class Store:
    """Stored hashes by level, with a count of what was asked for."""

    levels: dict[int, list[bytes]] = field(default_factory=lambda: {0: []})
    asked: int = 0
    queries: int = 0

    @property
    def size(self) -> int:
        return len(self.levels[0])

    def read(self, level: int, start: int, stop: int) -> Sequence[bytes]:
        found = self.levels.get(level, [])[start:stop]
        self.asked, self.queries = self.asked + len(found), self.queries + 1
        return found

    def append(self, leaves: Iterable[bytes]) -> None:
        leaves = list(leaves)
        nodes = list(grow(self.size, leaves, self.read))
        self.levels[0] += leaves
        for node in nodes:
            row = self.levels.setdefault(node.level, [])
            assert node.index == len(row)
            row.append(node.hash)


class Log:
    """Entries, their tree, and a signed checkpoint after each of ``sizes``."""

    def __init__(self, entries: Sequence[Entry], sizes: Sequence[int], key: SigningKey | None = None) -> None:
        self.entries = list(entries)
        self.key = key or new_key("record.example/harbours")
        self.store = Store()
        self.store.append(leaf_hash(one) for one in self.entries)
        self.checkpoints = [self.sign(size) for size in sizes if size <= len(self.entries)]

    def sign(self, size: int) -> Checkpoint:
        return sign(size, Tree(size, self.store.read).root(), self.key)

    def bundle(self, *indexes: int, since: Iterable[int] = (), checkpoints: Sequence[Checkpoint] = ()) -> Bundle:
        return bind(
            self.store.read,
            key=self.key.verifier,
            checkpoints=checkpoints or self.checkpoints,
            entries=[(index, self.entries[index]) for index in indexes if index < len(self.entries)],
            since=since,
        )


def entry(number: int) -> Entry:
    """An invented entry: pledges of four ports, each changed several times."""
    return Entry(
        act=f"act-{number // 2}",
        at=f"2031-05-02T10:{number:02}:00+00:00",
        by=number % 5 + 1,
        action="commitment.change_status",
        noun="commitment",
        record=str(number % 7),
        root_noun="commitment",
        root=str(number % 7),
        coalition="harbours",
        owner=f"port-{number % 4}",
        release=None,
        before=f'{{"status": "open", "berths": {number}}}' if number > 6 else None,
        after=f'{{"status": "met", "berths": {number + 1}}}',
        salt=f"{number:032x}",
    )


ENTRIES = tuple(entry(number) for number in range(40))
SIZES = (10, 25, 40)
