"""An administrator with database and key in hand rewrites history, and a partner who kept a checkpoint finds it.

Each way is gone twice: with every hash and signature made anew with the true key, which nothing but a kept checkpoint
can tell, and with the entries alone, which the register's own check finds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from django.conf import settings
from django.db import connection

from concerted.actions import commitments, review
from concerted.ledger.bundle import loads
from concerted.ledger.checkpoints import Checkpoint, sign
from concerted.ledger.entry import Entry, leaf_hash
from concerted.ledger.keys import SigningKey
from concerted.ledger.tiles import Tree, grow
from concerted.ledger.verification import Outcome
from concerted.ledger.verification import verify as verify_bundle
from concerted.register import triggers
from concerted.register.models import Checkpoint as CheckpointRow
from concerted.register.models import Commitment, Leaf, Party, Tile
from concerted.register.models import Entry as EntryRow
from concerted.register.place import ledger_key
from concerted.register.queries import ledgers
from concerted.register.stored_tree import stored, written
from concerted.register.verification import verify
from tests.standing import AT, SLUG, Register, first_reading

History = list[Entry]
MIDDLE = 40


def _changed(**fields: object) -> Callable[[History], History]:
    def rewrite(entries: History) -> History:
        return [
            *entries[:MIDDLE],
            replace(entries[MIDDLE], **fields),  # type: ignore[arg-type]  # fields by name
            *entries[MIDDLE + 1 :],
        ]

    return rewrite


def _swapped(entries: History) -> History:
    return [*entries[:MIDDLE], entries[MIDDLE + 1], entries[MIDDLE], *entries[MIDDLE + 2 :]]


def _whole_act(entries: History) -> History:
    act = entries[MIDDLE].act
    return [one for one in entries if one.act != act]


def _by_another(entries: History) -> History:
    other = max(int(one.by) for one in entries if one.by is not None) + 1
    return [replace(one, by=other if one.by == entries[MIDDLE].by else one.by) for one in entries]


def _owned_by_another(entries: History) -> History:
    other = Party.objects.order_by("-pk")[0].pk
    return [*entries[:MIDDLE], replace(entries[MIDDLE], owner=other), *entries[MIDDLE + 1 :]]


WAYS: dict[str, Callable[[History], History]] = {
    "change what was done": _changed(after='{"id": 1, "verb": "mused"}'),
    "change what was there before": _changed(before='{"id": 1, "verb": "mused"}'),
    "change the action's name": _changed(action="finding.ignore"),
    "change when it was done": _changed(at="2001-02-03T04:05:06.000000+00:00"),
    "give it another salt": _changed(salt="0" * 32),
    "let it be past the program": _changed(by=None, act="", action=""),
    "let another have done it all": _by_another,
    "hide it behind another owner": _owned_by_another,
    "delete one": lambda entries: [*entries[:MIDDLE], *entries[MIDDLE + 1 :]],
    "delete a whole act": _whole_act,
    "insert one": lambda entries: [*entries[:MIDDLE], replace(entries[MIDDLE], salt="f" * 32), *entries[MIDDLE:]],
    "swap two": _swapped,
    "date the last one back": lambda entries: [*entries[:MIDDLE], entries[-1], *entries[MIDDLE:-1]],
    "cut all off from there": lambda entries: entries[:MIDDLE],
    "begin anew": lambda entries: [replace(one, salt=one.salt[::-1]) for one in entries],
}


def key() -> SigningKey:
    found = ledger_key(settings.LEDGER_KEY)
    assert found
    return found


@pytest.fixture
def kept(register: Register) -> Checkpoint:
    """The checkpoint that a partner takes along; afterwards the record goes on."""
    people = register.people
    statement = register.take_in(first_reading()).statement
    checkpoint = loads("".join(ledgers.bundle(people.norway, SLUG)[1]), where="bundle").last
    review.accept_statement(statement=statement, by=people.secretariat, at=AT)
    promise = Commitment.objects.order_by("pk")[0].pk
    commitments.change_status(commitment=promise, status="lapsed", evidence="a letter", by=people.secretariat, at=AT)
    return checkpoint


def history() -> History:
    return [written(one) for one in EntryRow.objects.order_by("leaf__index")]


def put(entries: Sequence[Entry], hashes: Sequence[str] | None = None) -> None:
    """Put other entries in the place of all that are there, past every trigger.

    With ``hashes`` nothing but the entries changes: each leaf keeps its own. Without, leaves, tiles and checkpoints
    are made anew and signed with the true key.
    """
    sizes = [*CheckpointRow.objects.order_by("size").values_list("size", flat=True)]
    triggers.remove(connection)
    with connection.cursor() as cursor:
        for table in ("leaf", "entry") if hashes else ("leaf", "entry", "tile", "checkpoint"):
            cursor.execute(f"DELETE FROM register_{table}")  # noqa: S608 (our own names)
    names = {"by": "by_id", "coalition": "coalition_id", "owner": "owner_id", "release": "release_id"}
    rows = EntryRow.objects.bulk_create(
        EntryRow(
            pk=10_000 + number,
            at=datetime.fromisoformat(one.at),
            **{names.get(n, n): getattr(one, n) for n in Entry.__slots__ if n != "at"},
        )
        for number, one in enumerate(entries)
    )
    new = list(hashes or (leaf_hash(one).hex() for one in entries))
    Leaf.objects.bulk_create(
        Leaf(index=index, entry=row, hash=hashed) for index, (row, hashed) in enumerate(zip(rows, new, strict=False))
    )
    if hashes is None:
        Tile.objects.bulk_create(
            Tile(level=one.level, index=one.index, hash=one.hash.hex())
            for one in grow(0, [bytes.fromhex(one) for one in new], stored)
        )
        for size in sorted({size for size in sizes if size <= len(entries)} | {len(entries)}):
            note = str(sign(size, Tree(size, stored).root(), key()))
            CheckpointRow.objects.create(size=size, note=note, at=AT)
    triggers.install(connection)


def found_by_the_partner(register: Register, *kept: Checkpoint) -> list[str]:
    """What a partner finds in a new bundle, on another machine."""
    text = "".join(ledgers.bundle(register.people.norway, SLUG, since=[one.size for one in kept])[1])
    findings = verify_bundle(loads(text, where="bundle"), kept, key().verifier)
    return [f"{one.where}: {one.what}" for one in findings if one.outcome is Outcome.FAILED]


def found_in_the_register(*kept: Checkpoint) -> list[str]:
    return [f"{one.where}: {one.what}" for one in verify(key().verifier, kept) if one.outcome is Outcome.FAILED]


def test_the_true_history_is_found_true(register: Register, kept: Checkpoint) -> None:
    assert MIDDLE + 2 < kept.size < len(history())
    assert found_by_the_partner(register, kept) == found_in_the_register(kept) == []
    put(history())
    assert found_by_the_partner(register, kept) == found_in_the_register(kept) == []


@pytest.mark.parametrize("way", WAYS)
def test_whoever_kept_a_checkpoint_finds_what_was_signed_anew(register: Register, kept: Checkpoint, way: str) -> None:
    true = history()
    shown = WAYS[way](true)
    assert shown != true
    put(shown)
    assert found_by_the_partner(register) == [], "the forgery contradicts nothing but what somebody kept"
    (fault,) = found_by_the_partner(register, kept)
    assert fault.startswith(f"since the kept checkpoint of {kept.size} entries: ")
    assert [one for one in found_in_the_register(kept) if one.startswith(f"kept checkpoint of {kept.size} entries")]


@pytest.mark.parametrize("way", WAYS)
def test_the_register_finds_what_was_not_signed_anew(register: Register, kept: Checkpoint, way: str) -> None:
    hashes = list(Leaf.objects.order_by("index").values_list("hash", flat=True))
    put(WAYS[way](history()), hashes)
    found = found_in_the_register()
    assert [one for one in found if one.startswith(("entry ", "checkpoint of "))], found
