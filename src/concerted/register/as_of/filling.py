"""Put the register together as it stood at the end of a day, as far as a person may see it.

A record is there if it reached the person at the end of that day and reaches them now; its parts are there with it.
The coalition itself, its people, releases and working groups are as they are now: they decide who may see what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from concerted.register.as_of.reading import ALIAS, connected
from concerted.register.asker import Person
from concerted.register.models import Coalition, Entry, Membership, Release, Statement, User, Version, WorkingGroupSeat
from concerted.register.models.scope import ScopedQuerySet
from concerted.register.policy import Frame, Model, Owned, Within, right
from concerted.register.states import nouns, state

_AT_ONCE = 1000
_NOW: frozenset[Model] = frozenset(
    {Coalition, User, Membership, Release, WorkingGroupSeat, Release.parties.through},
)
# What the ledger does not keep and a column needs; texts come from their versions afterwards.
_UNKEPT: dict[Model, dict[str, Any]] = {Statement: {"text": ""}, Version: {"sketch": []}}


def fill(file: Path, *, user: Person, coalition: Coalition, before: datetime) -> None:
    """Write a person's view of a coalition before a time into a new file."""
    with connected(f"file:{file}?mode=rwc") as connection:
        with connection.schema_editor() as editor:
            for model in _models():
                editor.create_model(model)
        # Making tables has switched it on.
        connection.disable_constraint_checking()
        with transaction.atomic(using=ALIAS):
            _now(user, coalition)
            for noun, entries in groupby(_seen(user, coalition, before), key=attrgetter("noun")):
                _put(nouns()[noun], (_row(nouns()[noun], one) for one in entries))
            _texts()
            _acts(user, coalition, before)


def count(coalition: Coalition, before: datetime) -> int:
    """Count the entries that would have to be gone through."""
    return _until(coalition, before).count()


def _models() -> Iterator[Model]:
    """Give the models to make tables for; those that tie two models together come with the first of them."""
    yield from (model for model in nouns().values() if not model._meta.auto_created)


def _until(coalition: Coalition, before: datetime) -> ScopedQuerySet[Entry]:
    return Entry.objects.filter(coalition=coalition, at__lt=before)


def _seen(user: Person, coalition: Coalition, before: datetime) -> Iterator[Entry]:
    """Give the last entry of each row that was there and was seen, noun by noun, records before their parts.

    The last entry is looked for among all, then asked whether it is seen: a record that was narrowed before
    the time is not there in the state that it had before.
    """
    last = _until(coalition, before).values("noun", "record").annotate(last=Max("pk")).order_by()
    standing = Entry.objects.filter(pk__in=last.values("last")).exclude(after=None).order_by("noun", "pk")
    lean = standing.only("noun", "record", "root_noun", "root", "after")
    kinds: dict[type, list[str]] = {Owned: [], Frame: [], Within: []}
    for noun, model in nouns().items():
        declared = right(model)
        if not declared.derived and model not in _NOW and type(declared.rows) in kinds:
            kinds[type(declared.rows)].append(noun)
    yield from lean.filter(noun__in=kinds[Frame]).iterator(_AT_ONCE)
    roots: set[tuple[str, str]] = set()
    for one in lean.visible_to(user).filter(noun__in=kinds[Owned]).iterator(_AT_ONCE):
        roots.add((one.noun, one.record))
        yield one
    for one in lean.filter(noun__in=kinds[Within]).iterator(_AT_ONCE):
        if (one.root_noun, one.root) in roots:
            yield one


def _row(model: Model, entry: Entry) -> Any:
    return model(**_UNKEPT.get(model, {}), **state(model, entry.after))


def _put(model: Model, rows: Iterable[Any]) -> None:
    # Rows that came while the clock had jumped back may stand beside others that they replaced.
    model._base_manager.using(ALIAS).bulk_create(rows, batch_size=_AT_ONCE, ignore_conflicts=True)


def _now(user: Person, coalition: Coalition) -> None:
    """Write what is as it is now; of people no more than how they are called, of parts in the coalition one's own."""
    _put(Coalition, [coalition])
    people = User.objects.filter(memberships__coalition=coalition) | User.objects.filter(pk__in=_hands(coalition))
    names = people.distinct().values("pk", "username", "name", "is_active", "joined_at")
    _put(User, [User(**one) for one in names])
    for model in (Membership, Release, WorkingGroupSeat):
        seen: Any = model._default_manager
        rows = seen.visible_to(user).filter(coalition=coalition)
        _put(model, list(rows.filter(user=user.pk) if model is Membership else rows))
    named: Any = Release.parties.through
    releases = Release.objects.visible_to(user).filter(coalition=coalition)
    _put(named, list(named._default_manager.filter(release__in=releases)))


def _hands(coalition: Coalition) -> QuerySet[Any]:
    """Give whoever has ever changed a row of the coalition; some of them may have left."""
    return Entry.objects.filter(coalition=coalition, by__isnull=False).order_by().values("by").distinct()


def _texts() -> None:
    """Give each statement the text of its version."""
    versions = Version.objects.using(ALIAS)
    for statement in Statement.objects.using(ALIAS).only("pk", "version"):
        text = versions.filter(statement=statement, number=statement.version).values_list("text", flat=True).first()
        Statement.objects.using(ALIAS).filter(pk=statement.pk).update(text=text or "")


def _acts(user: Person, coalition: Coalition, before: datetime) -> None:
    """Write an entry for each act that is seen, without its contents, so that editions are counted."""
    seen = _until(coalition, before).visible_to(user).exclude(act="")
    last = seen.order_by().values("act").annotate(last=Max("pk")).values("last")
    found = list(Entry.objects.filter(pk__in=last).defer("before", "after", "salt"))
    _put(Entry, [Entry(**_head(one), before=None, after="{}", salt="") for one in found])


def _head(entry: Entry) -> dict[str, Any]:
    names = [one.attname for one in Entry._meta.local_concrete_fields]
    return {name: getattr(entry, name) for name in names if name not in ("before", "after", "salt")}


def began(user: Person, coalition: Coalition) -> datetime | None:
    """Tell when the first entry of the coalition was made that the person may see; None before any."""
    first: datetime | None = (
        Entry.objects.visible_to(user).filter(coalition=coalition).order_by("at").values_list("at", flat=True).first()
    )
    return first
