"""What entries of the ledger say in words: which fields a person is told of, and what they point at by name."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from concerted.register.models import Entry, Party, User
from concerted.register.policy import Owned, Within, right
from concerted.register.queries import references
from concerted.register.queries.scope import Scope
from concerted.register.row_rules import Model
from concerted.register.rows.history import Value
from concerted.register.rows.references import PartyRef
from concerted.register.states import nouns, state

# What says nothing to a reader: numbers that count, digests of what stands beside them, the long form of a finding.
_UNSAID = frozenset({"id", "coalition", "edition", "sha256", "ordinal", "confidence", "previous", "after"})
_SAID_JSON = frozenset({"marks"})


def rows(entry: Entry) -> list[tuple[Model, dict[str, Any]]]:
    """Read the row that an entry is about, before and after."""
    model = nouns()[entry.noun]
    return [(model, state(model, entry.before)), (model, state(model, entry.after))]


def shown(model: Model, scope: Scope) -> list[Any]:
    """Give the fields of a row that a person is told of; of a part not what it is a part of."""
    declared = right(model)
    whole = declared.rows.within if isinstance(declared.rows, Owned | Within) else ""
    said = (set(declared.shown.split()) | {"in_force"}) - _UNSAID - set(whole.split())
    if not scope.part.is_member:
        said -= set(declared.members.split())
    return [
        field
        for field in model._meta.local_concrete_fields
        if field.name in said
        and (field.get_internal_type() != "JSONField" or field.name in _SAID_JSON)
        # Places in a text are numbers that nobody reads; the words that stand there are said.
        and not (field.name in ("start", "end") and "IntegerField" in field.get_internal_type())
    ]


class FieldNames:
    """What the rows of a page point at, by name, as far as the person may see it."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._names: dict[tuple[Model, Any], str | PartyRef] = {}

    def load(self, rows: list[tuple[Model, dict[str, Any]]]) -> None:
        """Ask once for each model that is pointed at."""
        wanted: dict[Model, set[Any]] = defaultdict(set)
        for model, row in rows:
            for field in shown(model, self.scope):
                if field.is_relation and row.get(field.attname) is not None:
                    wanted[field.related_model].add(row[field.attname])
        for model, numbers in wanted.items():
            known: Any = model._default_manager
            # Who may be told a person's name here has been asked of the field, and people may have left.
            every = known.all() if model is User else known.reaching(self.scope.user)
            for one in every.filter(pk__in=numbers):
                self._names[model, one.pk] = _called(one)

    def value(self, field: Any, row: dict[str, Any]) -> Value:
        """Give what a field says; a number where the person may not know the name, None for nothing."""
        raw = row.get(field.attname)
        if raw in (None, ""):
            return None
        if field.is_relation:
            return self.called(field, row)
        own: Value = tuple(map(str, raw)) if isinstance(raw, list) else raw
        return own

    def called(self, field: Any, row: dict[str, Any]) -> str | PartyRef:
        """Name what a field points at; a number where the person may not know the name."""
        number = row.get(field.attname)
        return self._names.get((field.related_model, number), f"№ {number}")


def _called(one: Any) -> str | PartyRef:
    if isinstance(one, Party):
        return references.party(one)
    if isinstance(one, User):
        return one.name
    if one._meta.model_name == "release":
        return str(one.kind)
    return str(getattr(one, "quote", "") or one)
