"""Rows of a sheet that cannot be there together, such as two values of one benchmark for the same period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from django.db.models import Model, UniqueConstraint

from concerted.actions.imports.doubts import Doubt, Said
from concerted.actions.imports.outcomes import Judged, Outcome

Alone: TypeAlias = Callable[[Any], tuple[object, ...] | None]


def apart(judged: Sequence[Judged], alone: Alone | None = None) -> list[Judged]:
    """Refuse each row that says another record of what an earlier one says, where the database keeps one alone.

    What is there already is found when a row is put into its record; these rows come together, and none is there yet.
    ``alone`` says of a record what no other one may say besides.
    """
    first: dict[tuple[object, ...], Judged] = {}
    return [_alone(one, first, alone) for one in judged]


def _alone(one: Judged, first: dict[tuple[object, ...], Judged], alone: Alone | None) -> Judged:
    if one.outcome not in (Outcome.ADDED, Outcome.CHANGED):
        return one
    keys = list(_keys(one.record))
    if alone is not None and (own := alone(one.record)) is not None:
        keys.append(("", *own))
    before = next((first[key] for key in keys if key in first), None)
    # The same record twice is held elsewhere, for a person to say which row is meant.
    if before is None or (before.record.pk is not None and before.record.pk == one.record.pk):
        first.update(dict.fromkeys(keys, one))
        return one
    said = Said(Doubt.NOT_SO, "", f"row {before.row} has it already", "one row for it")
    return replace(one, outcome=Outcome.REFUSED, said=(*one.said, said))


def _keys(record: Model) -> Iterator[tuple[object, ...]]:
    """Give what no other record in force may have, of each rule of the database; an empty value clashes with none."""
    for rule in record._meta.constraints:
        if isinstance(rule, UniqueConstraint) and rule.fields:
            names = [record._meta.get_field(name).attname for name in rule.fields]  # type: ignore[union-attr]
            values = tuple(getattr(record, name) for name in names)
            if None not in values:
                yield rule.name, *values
