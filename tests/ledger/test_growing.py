"""A tree that takes one leaf after the other has the roots and nodes of the whole one."""

from __future__ import annotations

from hashlib import sha256

from concerted.ledger.growing import Growing
from concerted.ledger.tiles import Node, Tree, grow

LEAVES = [sha256(str(number).encode()).digest() for number in range(1100)]


def test_every_size_has_its_root() -> None:
    growing = Growing()
    for size in range(len(LEAVES) + 1):
        if size < 40 or size % 97 == 0 or size % 256 < 2:
            known = list(grow(0, LEAVES[:size], lambda level, start, stop: []))
            stored = {(one.level, one.index): one.hash for one in known}

            def read(level: int, start: int, stop: int, stored: dict[tuple[int, int], bytes] = stored) -> list[bytes]:
                return LEAVES[start:stop] if level == 0 else [stored[level, index] for index in range(start, stop)]

            assert growing.root() == Tree(size, read).root()
        if size < len(LEAVES):
            list(growing.append(LEAVES[size]))


def test_it_gives_the_nodes_that_are_stored() -> None:
    growing = Growing()
    found: list[Node] = [node for leaf in LEAVES for node in growing.append(leaf)]
    assert found == list(grow(0, LEAVES, lambda level, start, stop: []))
