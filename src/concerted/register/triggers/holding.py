"""Who sees a row, in SQL: the coalition, owner and release of a row or of the record that it is a part of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from concerted.register.policy import Owned, Questions, Within, right
from concerted.register.row_rules import Frame, Memberships, Model, Readers, Releases, Workshop

NOBODY = "NULL"


@dataclass(frozen=True, slots=True)
class Holding:
    """SQL expressions over a trigger's OLD or NEW row."""

    coalition: str
    owner: str
    release: str
    root_noun: str
    root: str


def holding(model: Model, row: str) -> Holding:
    """Write the expressions for a model's row, which SQL calls ``row`` (OLD or NEW)."""
    rows = right(model).rows
    if isinstance(rows, Within):
        key: Any = model._meta.get_field(rows.within)
        return _part(key.related_model, f"{row}.{key.column}")
    return _own(model, row)


def _own(model: Model, row: str) -> Holding:
    rows = right(model).rows
    noun, pk = str(model._meta.model_name), f"{row}.{model._meta.pk.column}"
    if isinstance(rows, Owned):
        return Holding(f"{row}.coalition_id", f"{row}.owner_id", f"{row}.release_id", noun, pk)
    if isinstance(rows, Frame):
        coalition = pk if rows.path == "pk" else f"{row}.coalition_id"
        whole = f"(SELECT id FROM register_release WHERE coalition_id = {coalition} AND kind = 'coalition')"  # noqa: S608 (our own names)
        return Holding(coalition, NOBODY, whole, noun, pk)
    if isinstance(rows, Releases | Workshop):
        return Holding(f"{row}.coalition_id", f"{row}.owner_id", NOBODY, noun, pk)
    # An entry that reaches the coalition reaches its observers.
    if isinstance(rows, Memberships | Readers):
        return Holding(f"{row}.coalition_id", NOBODY, NOBODY, noun, pk)
    if isinstance(rows, Questions):
        return Holding(f"{row}.coalition_id", f"{row}.party_id", NOBODY, noun, pk)
    return Holding(NOBODY, NOBODY, NOBODY, noun, pk)


def _part(above: Model, pk: str) -> Holding:
    """Climb from a row that points at ``above`` by ``pk`` to the record that holds it."""
    rows = right(above).rows
    table, column = above._meta.db_table, above._meta.pk.column
    if isinstance(rows, Within):
        key: Any = above._meta.get_field(rows.within)
        step = f"(SELECT {key.column} FROM {table} WHERE {column} = {pk})"  # noqa: S608 (our own names)
        return _part(key.related_model, step)
    own = _own(above, table)
    coalition, owner, release = (
        value if value == NOBODY else f"(SELECT {value} FROM {table} WHERE {column} = {pk})"  # noqa: S608 (our own names)
        for value in (own.coalition, own.owner, own.release)
    )
    return Holding(coalition, owner, release, own.root_noun, pk)
