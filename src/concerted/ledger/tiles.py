"""Roots and proofs out of stored hashes, a few hundred of them for millions of leaves.

Stored are the leaves' hashes (level 0) and the roots of all complete subtrees of 256 leaves (level
8), of 256 * 256 (level 16) and so on. A level's hashes come in tiles of 256; the levels between are
hashed anew from one tile. The hash at ``level`` and ``index`` stands for the leaves from
``index * 2**level`` on, ``2**level`` of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from concerted.ledger.tree import EMPTY, HASH_SIZE, hash_node
from concerted.terms.errors import ConcertedError

# Gives the stored hashes of a level (0, 8, 16 ...) from an index to another (exclusive), in order.
Reader = Callable[[int, int, int], Sequence[bytes]]

HEIGHT = 8
WIDTH = 1 << HEIGHT
# Proofs of neighbouring leaves share their tiles; as many are kept as a walk over the leaves needs.
_KEPT_TILES = 64


class MissingHashes(ConcertedError):
    """The store does not hold the hashes that a tree of its size has."""


@dataclass(frozen=True, slots=True)
class Node:
    """A hash to be stored: the root of a complete subtree."""

    level: int
    index: int
    hash: bytes


def grow(size: int, leaves: Iterable[bytes], read: Reader) -> Iterator[Node]:
    """Give what has to be stored besides the leaves' hashes when they are put after ``size`` others.

    These are the nodes of the stored levels that become complete, lowest level first. ``read`` is
    asked for at most 255 hashes of each level, and not at all while no tile becomes full. It is
    never asked for the new leaves.
    """
    level, start, new = 0, size, list(leaves)
    while full := (start + len(new)) // WIDTH - start // WIDTH:
        first = start // WIDTH
        hashes = [*_stored(read, level, first * WIDTH, start), *new]
        level, start = level + HEIGHT, first
        new = [_rows(hashes[tile * WIDTH : (tile + 1) * WIDTH])[-1][0] for tile in range(full)]
        yield from (Node(level, first + tile, hash_) for tile, hash_ in enumerate(new))


class Tree:
    """The tree of the first ``size`` leaves, over stored hashes.

    It asks for whole tiles, each in one range, and keeps those that it used last: a root or a proof
    asks for at most two tiles of each level. Every method raises MissingHashes where the store
    gives fewer hashes than asked for.
    """

    def __init__(self, size: int, read: Reader) -> None:
        self.size = size
        self._read = read
        self._tile = lru_cache(maxsize=_KEPT_TILES)(self._rows_of_tile)

    def root(self) -> bytes:
        """Hash the whole tree (RFC 9162, section 2.1.1)."""
        return self._range(0, self.size) if self.size else EMPTY

    def inclusion(self, index: int) -> tuple[bytes, ...]:
        """Prove that the tree holds the leaf at ``index``: the path of section 2.1.3.1.

        Raises ValueError for an index outside the tree.
        """
        if not 0 <= index < self.size:
            raise ValueError(f"no leaf {index} in a tree of {self.size}")
        path: list[bytes] = []
        start, stop = 0, self.size
        while stop - start > 1:
            middle = start + _left(stop - start)
            if index < middle:
                path.append(self._range(middle, stop))
                stop = middle
            else:
                path.append(self._range(start, middle))
                start = middle
        return tuple(reversed(path))

    def consistency(self, first: int) -> tuple[bytes, ...]:
        """Prove that the tree only added leaves to that of its ``first`` leaves: the path of section 2.1.4.1.

        It is empty for the empty tree and for this tree itself. Raises ValueError for a larger one.
        """
        if not 0 <= first <= self.size:
            raise ValueError(f"no tree of {first} leaves in a tree of {self.size}")
        if first in (0, self.size):
            return ()
        path: list[bytes] = []
        start, stop = 0, self.size
        while first != stop:
            middle = start + _left(stop - start)
            if first <= middle:
                path.append(self._range(middle, stop))
                stop = middle
            else:
                path.append(self._range(start, middle))
                start = middle
        if start:  # else it is the first tree itself, whose root the verifier has
            path.append(self._range(start, stop))
        return tuple(reversed(path))

    def _range(self, start: int, stop: int) -> bytes:
        # The root over a range of leaves as they come up in the RFC's definitions: it begins where a
        # complete subtree of its size would.
        width = stop - start
        level = width.bit_length() - 1
        if width == 1 << level:
            return self._node(level, start >> level)
        middle = start + _left(width)
        return hash_node(self._range(start, middle), self._range(middle, stop))

    def _node(self, level: int, index: int) -> bytes:
        within = level % HEIGHT
        tile, place = divmod(index << within, WIDTH)
        return self._tile(level - within, tile)[within][place >> within]

    def _rows_of_tile(self, level: int, tile: int) -> list[list[bytes]]:
        stop = min((tile + 1) * WIDTH, self.size >> level)
        return _rows(_stored(self._read, level, tile * WIDTH, stop))


def _rows(hashes: Sequence[bytes]) -> list[list[bytes]]:
    """Hash a tile upwards: its own hashes, those of their pairs and so on, complete pairs alone."""
    rows = [list(hashes)]
    while len(row := rows[-1]) > 1:
        rows.append([hash_node(row[at], row[at + 1]) for at in range(0, len(row) - 1, 2)])
    return rows


def _stored(read: Reader, level: int, start: int, stop: int) -> Sequence[bytes]:
    hashes = read(level, start, stop) if start < stop else ()
    if len(hashes) != stop - start or any(len(one) != HASH_SIZE for one in hashes):
        raise MissingHashes(
            f"{len(hashes)} hashes of level {level}", where="ledger", expected=f"all from {start} to {stop - 1}"
        )
    return hashes


def _left(width: int) -> int:
    """Give the largest power of two below a width."""
    return 1 << (width - 1).bit_length() - 1
