"""Leaves against entries, tiles and signed checkpoints against leaves: one walk over the whole ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from concerted.ledger.checkpoints import Checkpoint
from concerted.ledger.entry import UnreadableEntry, leaf_hash
from concerted.ledger.growing import Growing
from concerted.ledger.keys import VerifierKey
from concerted.ledger.verification import Finding, Outcome
from concerted.register.models import Leaf
from concerted.register.stored_tree import FIELDS, of_values, size
from concerted.register.verification.signed import Kept, Signed, Tiles
from concerted.register.verification.tally import Progress, Tally

_AT_ONCE = 2000
_VALUES = ("index", "hash", *(f"entry__{name}" for name in FIELDS))


def check(key: VerifierKey | None, kept: Sequence[Checkpoint], progress: Progress) -> Iterator[Finding]:
    """Walk over the leaves, hash each entry anew, and the tree upwards from the hashes that are stored."""
    total, leaves, past = size(), Tally("leaves"), Counter[str]()
    tiles, signed, held = Tiles(), Signed(key), Kept(kept, key)
    growing, whole = Growing(), True
    for index, stored, *values in Leaf.objects.order_by("index").values_list(*_VALUES).iterator(_AT_ONCE):
        if whole and index != growing.size:
            leaves.fault(
                f"entry {growing.size}", f"it is gone: the next is {index}", "a leaf with its entry at every place"
            )
            whole = False
        if trouble := _trouble(stored, values):
            leaves.fault(f"entry {index}", *trouble)
        if not values[FIELDS.index("action")]:
            past[values[FIELDS.index("noun")]] += 1
        if whole and (hashed := _hash(stored)) is not None:
            for node in growing.append(hashed):
                tiles.take(node)
            signed.take(growing)
            held.take(growing)
        else:
            whole = False
        if index % _AT_ONCE == 0:
            progress("entries", index, total)
    yield from leaves.findings(f"{total} entries, each as its leaf has it, none left out")
    yield from tiles.findings()
    yield from signed.findings(growing.size, whole)
    yield from held.findings(growing.size)
    if past:
        yield Finding(Outcome.NOTE, "past the program", f"{counted(past)}: changed by hand or by a migration")


def counted(nouns: Counter[str] | dict[str, int]) -> str:
    """Say how many entries there are of which nouns."""
    each = ", ".join(f"{count} of {noun}" for noun, count in sorted(nouns.items()))
    return f"{sum(nouns.values())} entries ({each})"


def _trouble(stored: str, values: list[str | int | None]) -> tuple[str, str] | None:
    try:
        found = leaf_hash(of_values(*values)).hex()  # type: ignore[arg-type]  # in the order of FIELDS
    except UnreadableEntry as error:
        return f"it cannot be hashed: {error.what}", error.expected
    if found != stored:
        action, noun, record = (values[FIELDS.index(name)] for name in ("action", "noun", "record"))
        return f"{action or 'a change'} of {noun} {record} is not what its leaf has", "the entry as it was written"
    return None


def _hash(stored: str) -> bytes | None:
    try:
        hashed = bytes.fromhex(stored)
    except ValueError:
        return None
    return hashed if len(hashed) == 32 else None
