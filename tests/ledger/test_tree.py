"""The tree against the definitions of RFC 9162, written down as the RFC has them, and against published figures."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concerted.ledger.tiles import MissingHashes, Tree
from concerted.ledger.tree import EMPTY, HASH_SIZE, hash_leaf, verify_consistency, verify_inclusion
from tests.ledger.log import Store

# The eight leaves that logs of Certificate Transparency are tested with, and their roots for sizes 0 to 8.
PUBLISHED = [bytes.fromhex(one) for one in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
LEAF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
NODE_23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
NODE_4567 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
LEAF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
NODE_45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
NODE_67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"


def mth(leaves: Sequence[bytes]) -> bytes:
    """Section 2.1.1."""
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def path(m: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Section 2.1.3.1."""
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return [*path(m, leaves[:k]), mth(leaves[k:])]
    return [*path(m - k, leaves[k:]), mth(leaves[:k])]


def subproof(m: int, leaves: Sequence[bytes], complete: bool) -> list[bytes]:
    """Section 2.1.4.1."""
    if m == len(leaves):
        return [] if complete else [mth(leaves)]
    k = split(len(leaves))
    if m <= k:
        return [*subproof(m, leaves[:k], complete), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], False), mth(leaves[:k])]


def split(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def store(leaves: Sequence[bytes]) -> Store:
    made = Store()
    made.append(leaves)
    return made


def hashes(count: int) -> list[bytes]:
    return [hash_leaf(number.to_bytes(4)) for number in range(count)]


EIGHT = store([hash_leaf(data) for data in PUBLISHED])


@pytest.mark.parametrize("size", range(9))
def test_published_roots(size: int) -> None:
    assert Tree(size, EIGHT.read).root().hex() == ROOTS[size]


@pytest.mark.parametrize(
    ("index", "size", "expected"),
    [
        (0, 1, []),
        (0, 8, [LEAF_1, NODE_23, NODE_4567]),
        (5, 8, [LEAF_4, NODE_67, ROOTS[4]]),
        (2, 3, [ROOTS[2]]),
        (1, 5, [ROOTS[1], NODE_23, LEAF_4]),
    ],
)
def test_published_inclusion(index: int, size: int, expected: list[str]) -> None:
    made = Tree(size, EIGHT.read).inclusion(index)
    assert [one.hex() for one in made] == expected
    assert verify_inclusion(index, size, hash_leaf(PUBLISHED[index]), made, bytes.fromhex(ROOTS[size]))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (1, 1, []),
        (1, 8, [LEAF_1, NODE_23, NODE_4567]),
        (6, 8, [NODE_45, NODE_67, ROOTS[4]]),
        (2, 5, [NODE_23, LEAF_4]),
    ],
)
def test_published_consistency(first: int, second: int, expected: list[str]) -> None:
    made = Tree(second, EIGHT.read).consistency(first)
    assert [one.hex() for one in made] == expected
    roots = bytes.fromhex(ROOTS[first]), bytes.fromhex(ROOTS[second])
    assert verify_consistency(first, second, made, *roots)


LEAVES = hashes(1300)
GROWN = store(LEAVES)


@given(st.integers(1, 1300), st.data())
@settings(max_examples=60, deadline=None)
def test_roots_and_paths_are_the_definitions(size: int, data: st.DataObject) -> None:
    tree, leaves = Tree(size, GROWN.read), LEAVES[:size]
    index, first = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    assert tree.root() == mth(leaves)
    assert list(tree.inclusion(index)) == path(index, leaves)
    assert list(tree.consistency(first)) == subproof(first, leaves, True)
    assert verify_inclusion(index, size, leaves[index], tree.inclusion(index), tree.root())
    assert verify_consistency(first, size, tree.consistency(first), mth(leaves[:first]), tree.root())


def test_every_proof_of_small_trees_proves_its_own_claim_alone() -> None:
    roots = [mth(LEAVES[:size]) for size in range(19)]
    for size in range(1, 18):
        tree = Tree(size, GROWN.read)
        for index in range(size):
            made = tree.inclusion(index)
            claims = {
                (i, n) for n in range(19) for i in range(19) if verify_inclusion(i, n, LEAVES[index], made, roots[n])
            }
            assert claims == {(index, size)}
        for first in range(1, size):
            made = tree.consistency(first)
            claims = {
                (m, n)
                for n in range(19)
                for m in range(19)
                if m != n and verify_consistency(m, n, made, roots[m], roots[n])
            }
            assert claims == {(first, size)}


@given(st.integers(1, 40), st.data())
@settings(deadline=None)
def test_a_changed_path_proves_nothing(size: int, data: st.DataObject) -> None:
    tree = Tree(size, GROWN.read)
    index, first = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    inclusion, consistency = list(tree.inclusion(index)), list(tree.consistency(first))

    def spoil(made: list[bytes]) -> list[bytes]:
        at = data.draw(st.integers(0, len(made)))
        kind = data.draw(st.sampled_from(["insert", "drop", "flip", "shorten"]))
        if kind == "insert" or at == len(made):
            return [*made[:at], b"\x07" * HASH_SIZE, *made[at:]]
        other = {"drop": [], "flip": [bytes([made[at][0] ^ 1]) + made[at][1:]], "shorten": [made[at][1:]]}[kind]
        return [*made[:at], *other, *made[at + 1 :]]

    assert not verify_inclusion(index, size, LEAVES[index], spoil(inclusion), tree.root())
    assert not verify_consistency(first, size, spoil(consistency), mth(LEAVES[:first]), tree.root())


def test_the_edges_of_consistency() -> None:
    root = mth(LEAVES[:3])
    assert verify_consistency(0, 3, [], EMPTY, root)
    assert not verify_consistency(0, 3, [], root, root)
    assert verify_consistency(3, 3, [], root, root)
    assert not verify_consistency(3, 3, [], mth(LEAVES[:2]), root)
    assert not verify_consistency(3, 2, [], root, root)
    assert not verify_consistency(2, 3, [], mth(LEAVES[:2]), root)
    assert not verify_consistency(3, 4, [], root, mth(LEAVES[:4]))
    two = mth(LEAVES[:2])
    assert verify_consistency(1, 2, [LEAVES[1]], LEAVES[0], two)
    assert not verify_consistency(1, 3, [LEAVES[1]], LEAVES[0], two)
    assert not verify_inclusion(0, 0, LEAVES[0], [], EMPTY)


@given(st.lists(st.integers(0, 700), max_size=6))
@settings(max_examples=40, deadline=None)
def test_growing_in_any_steps_stores_the_same(steps: list[int]) -> None:
    made, at = Store(), 0
    for step in steps:
        made.append(LEAVES[at : at + step])
        at = min(at + step, len(LEAVES))
    whole = store(LEAVES[:at])
    assert {k: v for k, v in made.levels.items() if v} == {k: v for k, v in whole.levels.items() if v}
    assert made.levels.get(8, []) == [mth(LEAVES[i : i + 256]) for i in range(0, at - 255, 256)]


def test_millions_of_leaves_cost_a_few_hundred_hashes() -> None:
    size, asked = 5_000_011, []

    def read(level: int, start: int, stop: int) -> list[bytes]:
        # Not a true tree: only what is asked for counts.
        assert level in (0, 8, 16) and start < stop <= size >> level and stop - start <= 256
        asked.append(stop - start)
        return [bytes(HASH_SIZE)] * (stop - start)

    def cost(make: object) -> tuple[int, int]:
        asked.clear()
        assert callable(make)
        make()
        return len(asked), sum(asked)

    assert cost(Tree(size, read).root) <= (3, 600)
    assert cost(lambda: Tree(size, read).inclusion(1_234_567)) <= (5, 1100)
    assert cost(lambda: Tree(size, read).consistency(4_321_000)) <= (5, 1100)
    tree = Tree(size, read)
    assert cost(lambda: [tree.inclusion(index) for index in range(2000, 3000)]) <= (10, 2500)


def test_growing_asks_for_nothing_until_a_tile_is_full() -> None:
    made = store(LEAVES[:255])
    assert made.queries == 0
    made.append(LEAVES[255:256])
    assert (made.queries, made.asked) == (1, 255)


def test_a_store_with_a_gap_is_an_error() -> None:
    with pytest.raises(MissingHashes, match=r"8 hashes of level 0; expected all from 0 to 8"):
        Tree(9, EIGHT.read).root()
    with pytest.raises(ValueError, match="no leaf 8 in a tree of 8"):
        Tree(8, EIGHT.read).inclusion(8)
    with pytest.raises(ValueError, match="no tree of 9 leaves"):
        Tree(8, EIGHT.read).consistency(9)
