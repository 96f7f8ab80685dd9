"""The Merkle tree of RFC 9162, section 2.1: its hashes, and how a proof is checked.

A hash is the 32 bytes of SHA-256. What makes roots and proofs out of stored hashes is ``tiles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

HASH_SIZE = 32
# Section 2.1.1: what the tree without leaves hashes to.
EMPTY = sha256(b"").digest()


def hash_leaf(data: bytes) -> bytes:
    """Hash what a leaf holds."""
    return sha256(b"\x00" + data).digest()


def hash_node(left: bytes, right: bytes) -> bytes:
    """Hash the two hashes below a node."""
    return sha256(b"\x01" + left + right).digest()


def verify_inclusion(index: int, size: int, leaf: bytes, path: Sequence[bytes], root: bytes) -> bool:
    """Tell whether a leaf's hash is at ``index`` (from 0) in the tree of ``size`` leaves with that root.

    Section 2.1.3.2, step by step. A path that is too long or too short proves nothing.
    """
    if not 0 <= index < size:
        return False
    node, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = hash_node(sibling, found)
            node, last = _up_to_right_child(node, last)
        else:
            found = hash_node(found, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(first: int, second: int, path: Sequence[bytes], first_root: bytes, second_root: bytes) -> bool:
    """Tell whether the tree of ``second`` leaves only added leaves to the tree of ``first`` leaves.

    Section 2.1.4.2, step by step. Two cases are outside it: a tree is consistent with itself, and
    every tree with the empty one, both with an empty path.
    """
    if not 0 <= first <= second:
        return False
    if first == second or first == 0:
        return not path and first_root == (second_root if first == second else EMPTY)
    if not path:
        return False
    # A tree of 2**n leaves is itself a node of the later one, and left out of the path.
    start, *rest = [first_root, *path] if first & (first - 1) == 0 else path
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    older = newer = start
    for sibling in rest:
        if last == 0:
            return False
        if node & 1 or node == last:
            older, newer = hash_node(sibling, older), hash_node(sibling, newer)
            node, last = _up_to_right_child(node, last)
        else:
            newer = hash_node(newer, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and older == first_root and newer == second_root


def _up_to_right_child(node: int, last: int) -> tuple[int, int]:
    # The last node of a level has no sibling, and goes up unhashed until it is a right child.
    while node and not node & 1:
        node, last = node >> 1, last >> 1
    return node, last
