"""The history of a record: its entries in the ledger, and how it stood on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from concerted.register.as_of.standing import standing
from concerted.register.models import (
    Anchor,
    Assessment,
    Breach,
    Call,
    Commitment,
    Decision,
    Entry,
    Guideline,
    Instrument,
    LineLead,
    LineOfEffort,
    Meeting,
    Party,
    PartyName,
    PartyStanding,
    Publication,
    Statement,
    Window,
    WorkingGroupSeat,
)
from concerted.register.models.scope import Person, ScopedQuerySet
from concerted.register.nouns import NOUNS
from concerted.register.queries import references
from concerted.register.queries.paging import cut
from concerted.register.queries.saying import FieldNames, rows, shown
from concerted.register.queries.scope import Scope, enter
from concerted.register.row_rules import Model
from concerted.register.rows.history import EntryRow, FieldRow, HistoryPage, StateRow
from concerted.register.rows.references import PartyRef
from concerted.register.states import nouns, state
from concerted.terms.errors import NotFound

# The records that have a history, each with the field by which its page is known.
RECORDS: dict[str, tuple[Any, str]] = {
    "statement": (Statement, "pk"),
    "commitment": (Commitment, "pk"),
    "call": (Call, "pk"),
    **{name: (noun.model, "pk") for name, noun in NOUNS.items()},
    "meeting": (Meeting, "pk"),
    "breach": (Breach, "pk"),
    "instrument": (Instrument, "pk"),
    "publication": (Publication, "pk"),
    "window": (Window, "pk"),
    "guideline": (Guideline, "pk"),
    "assessment": (Assessment, "pk"),
    "partner": (Party, "code"),
    "line": (LineOfEffort, "number"),
}
# What holds of a record from a day to a day, with the key that leads to it.
_DATED: dict[Model, tuple[str, tuple[Any, ...]]] = {
    Party: ("party", (PartyStanding, PartyName)),
    LineOfEffort: ("line", (LineLead, WorkingGroupSeat)),
}
_TITLES = ("title", "name", "summary", "text", "key")


def history(user: Person, slug: str, noun: str, key: str, *, page: int = 1, on: date | None = None) -> HistoryPage:
    """Give a page of a record's entries that the person may see, and how it stood at the end of a day.

    What it held before it was released to the person is not there. Raises NotFound.
    """
    scope = enter(user, slug)
    model, one = _record(scope, noun, key)
    seen = _entries(user, model, one)
    entries, paging = cut(scope.told(seen).select_related("by", "leaf").order_by("-pk"), page)
    names = FieldNames(scope)
    names.load([row for entry in entries for row in rows(entry)])
    return HistoryPage(
        coalition=scope.ref,
        noun=noun,
        key=key,
        title=references.party(one)
        if isinstance(one, Party)
        else str(next((value for name in _TITLES if (value := getattr(one, name, ""))), one)),
        entries=tuple(_entry(entry, names) for entry in entries),
        paging=paging,
        state=_state(scope, model, one, on, names) if on else None,
    )


def _record(scope: Scope, noun: str, key: str) -> tuple[Model, Any]:
    """Find a record, in force or not."""
    missing = NotFound("no such record", where=f"{noun} {key}", expected="one of the coalition's records")
    if noun not in RECORDS:
        raise missing
    model, field = RECORDS[noun]
    if field != "code" and not (key.isascii() and key.isdecimal() and len(key) < 10):
        raise missing
    one = model.objects.reaching(scope.user).filter(coalition=scope.coalition, **{field: key}).first()
    if one is None:
        raise missing
    return model, one


def _entries(user: Person, model: Model, one: Any) -> ScopedQuerySet[Entry]:
    """Give the entries of a record, of its parts and of what was decided on the finding that it comes from."""
    own = Q(root_noun=model._meta.model_name, root=str(one.pk))
    if finding := getattr(one, "finding_id", None):
        own |= Q(noun="finding", record=str(finding))
        parts: dict[str, type[Decision] | type[Anchor]] = {"decision": Decision, "anchor": Anchor}
        for noun, part in parts.items():
            numbers = part.objects.filter(finding=finding).values_list("pk", flat=True)
            own |= Q(noun=noun, record__in=[str(number) for number in numbers])
    for part_of, (key, models) in _DATED.items():
        if model is part_of:
            for dated in models:
                numbers = dated.objects.reaching(user).filter(**{key: one}).values_list("pk", flat=True)
                own |= Q(noun=dated._meta.model_name, record__in=[str(number) for number in numbers])
    return Entry.objects.visible_to(user).filter(own)


def _entry(entry: Entry, names: FieldNames) -> EntryRow:
    (model, before), (_model, after) = rows(entry)
    leaf = getattr(entry, "leaf", None)
    return EntryRow(
        at=entry.at,
        by=references.name(entry.by) or "",
        action=entry.action,
        noun=entry.noun,
        verb="went" if entry.after is None else "changed" if entry.before else "came",
        fields=tuple(
            FieldRow(field.name, *said)
            for field in shown(model, names.scope)
            if (said := (names.value(field, before), names.value(field, after)))[0] != said[1]
        ),
        index=leaf.index if leaf else None,
        opens=not entry.act and entry.before is None,
    )


def _state(scope: Scope, model: Model, one: Any, on: date, names: FieldNames) -> StateRow:
    """Read a record, with its parties and lines, from the last entries before a day ended."""
    if on == date.max:
        return StateRow(on, ())
    before = timezone.make_aware(datetime.combine(on + timedelta(days=1), time()))
    many: list[Any] = list(model._meta.local_many_to_many)
    tied = {str(m2m.remote_field.through._meta.model_name): m2m for m2m in many}
    noun, root = str(model._meta.model_name), str(one.pk)
    stood = list(standing(scope.user, scope.coalition, before, [noun, *tied], of=(noun, root)))
    own = next((each for each in stood if each.noun == noun), None)
    if own is None:
        return StateRow(on, ())
    row = state(model, own.after)
    ties = [(nouns()[each.noun], state(nouns()[each.noun], each.after)) for each in stood if each is not own]
    names.load([(model, row), *ties])
    found = [FieldRow(field.name, None, names.value(field, row)) for field in shown(model, scope)]
    listed: dict[str, list[str | PartyRef]] = defaultdict(list)
    for through, tie in ties:
        other = through._meta.local_concrete_fields[-1]
        listed[tied[str(through._meta.model_name)].name].append(names.called(other, tie))
    found += [FieldRow(name, None, tuple(sorted(each, key=_letters))) for name, each in listed.items()]
    return StateRow(on, tuple(one for one in found if one.after not in (None, "", ())))


def _letters(name: str | PartyRef) -> str:
    return name.name if isinstance(name, PartyRef) else name
