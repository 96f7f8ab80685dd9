"""The register is checked against its ledger: whatever was changed behind the program's back is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import connection

from concerted.actions import commitments, review
from concerted.actions.unsealed import seal_unsealed
from concerted.ledger.checkpoints import Checkpoint, checkpoint
from concerted.ledger.keys import new_key
from concerted.ledger.verification import Outcome
from concerted.register import triggers
from concerted.register.models import Cadence, Commitment, Entry, Leaf
from concerted.register.models import Checkpoint as Row
from concerted.register.place import ledger_key
from concerted.register.verification import unsealed, verify
from tests.standing import AT, FIRST, Register, first_reading


@pytest.fixture
def full(register: Register) -> Register:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    commitments.change_status(
        commitment=Commitment.objects.all()[0].pk,
        status="in progress",
        evidence="a letter",
        by=register.people.secretariat,
        at=AT,
    )
    register.replace(taken.statement, FIRST.replace("sixty", "seventy"))
    # More than a tile of them.
    Cadence.objects.bulk_create(
        Cadence(coalition=register.coalition, series=f"round {number}", days=number) for number in range(1, 257)
    )
    seal_unsealed(by=register.people.secretariat, at=AT)
    return register


def lines(*kept: Checkpoint, outcome: Outcome = Outcome.FAILED) -> list[str]:
    key = ledger_key(settings.LEDGER_KEY)
    assert key
    return [f"{one.where}: {one.what}" for one in verify(key.verifier, kept) if one.outcome is outcome]


def past_the_triggers(sql: str) -> None:
    """Do what the administrator can: take every trigger away, change rows, and put the triggers back."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql)
    triggers.install(connection)


def test_a_register_that_nobody_touched_is_well(full: Register) -> None:
    kept = [checkpoint(one, where="kept") for one in Row.objects.values_list("note", flat=True)]
    assert lines(*kept) == []
    well = lines(*kept, outcome=Outcome.OK)
    assert [one.split(":")[0] for one in well if not one.startswith("kept")] == [
        *("triggers", "leaves", "tiles", "checkpoints", "rows", "originals", "texts"),
    ]
    assert f"leaves: {Entry.objects.count()} entries, each as its leaf has it, none left out" in well
    assert len([one for one in well if one.startswith("kept")]) == len(kept) > 5


CHANGES: dict[str, tuple[str, str]] = {
    "an entry": (
        "UPDATE register_entry SET action = 'statement.lose' WHERE id = (SELECT entry_id FROM register_leaf"
        " WHERE index = 30)",
        "entry 30: statement.lose of",
    ),
    "who did it": (
        "UPDATE register_entry SET by_id = by_id + 1 WHERE id = (SELECT entry_id FROM register_leaf WHERE index = 40)",
        "entry 40: ",
    ),
    "a leaf's hash": (
        "UPDATE register_leaf SET hash = '" + "ab" * 32 + "' WHERE index = 20",
        "entry 20: ",
    ),
    "no hash at all": ("UPDATE register_leaf SET hash = 'x' WHERE index = 20", "entry 20: "),
    "a leaf that is gone": ("DELETE FROM register_leaf WHERE index = 25", "entry 25: it is gone: the next is 26"),
    "the last leaf": (
        "DELETE FROM register_leaf WHERE index = (SELECT max(index) FROM register_leaf)",
        "checkpoint of ",
    ),
    "a tile": ("UPDATE register_tile SET hash = 'x'", "tile 8/0: not what its leaves hash to"),
    "a tile that is gone": ("DELETE FROM register_tile WHERE level = 8", "tile 8/0: gone"),
    "a tile too many": (
        "INSERT INTO register_tile (level, index, hash) VALUES (24, 7, 'x')",
        "tiles: 1 more than the leaves have",
    ),
    "a checkpoint": (
        "UPDATE register_checkpoint SET size = size - 1 WHERE size = (SELECT max(size) FROM register_checkpoint)",
        "its text speaks of",
    ),
    "the last checkpoints": (
        "DELETE FROM register_checkpoint WHERE size > 100",
        "entries are signed by none",
    ),
    "a row": ("UPDATE register_commitment SET verb = 'mused'", "verb not as the ledger last says"),
    "a row's owner": ("UPDATE register_commitment SET owner_id = (SELECT min(id) FROM register_party)", "owner_id not"),
    "a row that came": (
        "INSERT INTO register_cadence (coalition_id, series, days)"
        " SELECT id, 'feast', 7 FROM register_coalition WHERE slug = 'harbour-pact'",
        "the ledger knows no such row",
    ),
    "a row that went": ("DELETE FROM register_statuschange", "the row is gone, and the ledger does not say so"),
    "a text": ("UPDATE register_statement SET text = 'Nothing was promised.'", "its text is not that of"),
    "an original that is gone": ("DELETE FROM register_original WHERE version = 1", "its original is gone"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_past_the_triggers_is_named(full: Register, name: str) -> None:
    sql, said = CHANGES[name]
    past_the_triggers(sql.replace("index", connection.ops.quote_name("index")))
    found = lines()
    assert [one for one in found if said in one], found


def test_other_bytes_are_found(full: Register) -> None:
    past_the_triggers("UPDATE register_original SET data = 'x'")
    assert "other bytes than those that came in" in "\n".join(lines())


def test_a_trigger_that_is_gone_is_named(full: Register) -> None:
    triggers.remove(connection)
    assert lines()[0].startswith("triggers: ")
    triggers.install(connection)
    assert lines() == []


def test_a_change_by_hand_is_no_fault_but_is_told(full: Register) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_commitment SET verb = 'mused'")
    waiting = unsealed()
    assert waiting == {"commitment": Commitment.objects.count()}
    assert lines() == []
    assert seal_unsealed(by=full.people.secretariat, at=AT) == sum(waiting.values())
    assert unsealed() == {}
    assert lines() == []
    (note,) = lines(outcome=Outcome.NOTE)
    assert note.startswith("past the program: ")
    assert f"(256 of cadence, {waiting['commitment']} of commitment)" in note


def test_another_key_has_signed_nothing(full: Register) -> None:
    other = new_key("elsewhere").verifier
    found = [one for one in verify(other) if one.outcome is Outcome.FAILED]
    assert found[0].what == "not signed by the key"
    assert len(found) == 11
    unchecked = [one for one in verify(None) if one.outcome is not Outcome.OK]
    assert next(one.where for one in unchecked if one.outcome is Outcome.NOTE) == "key"
    assert not [one for one in unchecked if one.outcome is Outcome.FAILED]


def test_a_kept_checkpoint_of_what_is_gone(full: Register) -> None:
    kept = checkpoint(Row.objects.order_by("-size")[0].note, where="kept")
    sizes = list(Row.objects.order_by("size").values_list("size", flat=True))
    cut: Callable[[str, str], None] = lambda table, column: past_the_triggers(  # noqa: E731
        f"DELETE FROM {table} WHERE {connection.ops.quote_name(column)} >= {sizes[-2] + (column == 'size')}"  # noqa: S608
    )
    cut("register_leaf", "index")
    cut("register_checkpoint", "size")
    assert Leaf.objects.count() == sizes[-2]
    assert [one for one in lines(kept) if "entries are gone" in one]
