"""The database itself refuses to change what may only grow, on both engines, also past the program."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from concerted.actions import commitments, review
from concerted.register import triggers
from concerted.register.models import (
    Anchor,
    Checkpoint,
    Commitment,
    Decision,
    Entry,
    Finding,
    Leaf,
    Original,
    StatusChange,
    Tile,
    Version,
)
from tests.standing import AT, FIRST, Register, first_reading

GROWING = {
    Entry: "action",
    Leaf: "hash",
    Tile: "hash",
    Checkpoint: "note",
    Finding: "quote",
    Decision: "comment",
    StatusChange: "evidence",
    Original: "data",
    Version: "text",
    Anchor: "note",
}


@pytest.fixture
def full(register: Register) -> Register:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    commitments.change_status(
        commitment=Commitment.objects.first().pk,  # type: ignore[union-attr]
        status="lapsed",
        evidence="nobody came",
        by=register.people.secretariat,
        at=AT,
    )
    register.replace(taken.statement, FIRST.replace("sixty", "seventy"))
    Tile.objects.create(level=8, index=0, hash="0" * 64)
    return register


@pytest.mark.parametrize("model", GROWING)
def test_a_row_that_stays_is_neither_changed_nor_deleted(full: Register, model: type) -> None:
    rows = model._default_manager
    count = rows.count()
    assert count
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        rows.update(**{GROWING[model]: b"x" if model is Original else "x"})
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        rows.all()._raw_delete(using="default")
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 (our own names)
    assert rows.count() == count


def test_every_trigger_is_there(db: None) -> None:
    assert triggers.missing(connection) == ()


def test_a_trigger_that_is_gone_is_missed(db: None) -> None:
    with connection.cursor() as cursor:
        on = " ON register_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER register_entry_no_update{on}")
    assert triggers.missing(connection) == ("register_entry_no_update",)
