"""A tree that takes one leaf after the other and keeps only the roots of its complete parts: 23 for millions."""

from __future__ import annotations

from collections.abc import Iterator

from concerted.ledger.tiles import HEIGHT, Node
from concerted.ledger.tree import EMPTY, hash_node


class Growing:
    """The tree of the leaves that came so far, in memory that grows with the logarithm of their number."""

    def __init__(self) -> None:
        self.size = 0
        # Roots of complete subtrees with their levels, the largest first.
        self._parts: list[tuple[int, bytes]] = []

    def append(self, leaf: bytes) -> Iterator[Node]:
        """Take the hash of the next leaf; gives the nodes of stored levels (8, 16 ...) that it completes."""
        level, hashed = 0, leaf
        found: list[Node] = []
        while self._parts and self._parts[-1][0] == level:
            hashed = hash_node(self._parts.pop()[1], hashed)
            level += 1
            if level % HEIGHT == 0:
                found.append(Node(level, self.size >> level, hashed))
        self._parts.append((level, hashed))
        self.size += 1
        return iter(found)

    def root(self) -> bytes:
        """Hash the whole tree (RFC 9162, section 2.1.1)."""
        if not self._parts:
            return EMPTY
        *others, (_level, root) = self._parts
        for _above, hashed in reversed(others):
            root = hash_node(hashed, root)
        return root
