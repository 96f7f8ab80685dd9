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
from django.db.models import Count, Max

from concerted.register.as_of.reading import ALIAS, connected
from concerted.register.as_of.standing import standing
from concerted.register.asker import Person
from concerted.register.models import (
    Coalition,
    Entry,
    Membership,
    Release,
    Statement,
    Tally,
    User,
    Version,
    WorkingGroupSeat,
)
from concerted.register.models.scope import ScopedQuerySet
from concerted.register.policy import Owned, Within, right
from concerted.register.record_rules import about
from concerted.register.row_rules import Frame, Model
from concerted.register.states import nouns, state
from concerted.register.triggers import cells, tallying

_AT_ONCE = 1000
_NOW: frozenset[Model] = frozenset(
    {Coalition, User, Membership, Release, WorkingGroupSeat, Release.parties.through},
)
# What the ledger does not keep and a column needs; texts come from their versions afterwards.
_UNKEPT: dict[Model, dict[str, Any]] = {Statement: {"text": ""}, Version: {"sketch": []}}


def make_tables(file: Path) -> None:
    """Make the tables of a register of the past in a new file, for ``fill`` to write into copies of it."""
    with connected(f"file:{file}?mode=rwc") as connection, connection.schema_editor() as editor:
        for model in _models():
            editor.create_model(model)


def fill(file: Path, *, user: Person, coalition: Coalition, before: datetime) -> None:
    """Write a person's view of a coalition before a time into a file that has the tables alone."""
    with connected(f"file:{file}?mode=rw") as connection, transaction.atomic(using=ALIAS):
        _now(user, coalition)
        stood = standing(user, coalition, before, _kept())
        for noun, entries in groupby(stood, key=attrgetter("noun")):
            _put(nouns()[noun], (_row(nouns()[noun], one) for one in entries))
        _texts()
        _acts(user, coalition, before)
        tallying.recount(connection, cells.records())
        _edition(user, coalition, before)
        _people(user)


def count(coalition: Coalition, before: datetime) -> int:
    """Count the entries that would have to be gone through."""
    return _until(coalition, before).count()


def _models() -> Iterator[Model]:
    """Give the models to make tables for; those that tie two models together come with the first of them."""
    yield from (model for model in nouns().values() if not model._meta.auto_created)


def _until(coalition: Coalition, before: datetime) -> ScopedQuerySet[Entry]:
    return Entry.objects.filter(coalition=coalition, at__lt=before)


def _kept() -> list[str]:
    """Give the nouns whose rows come from the ledger."""
    found = ((noun, model, right(model)) for noun, model in nouns().items())
    return [
        noun
        for noun, model, entry in found
        if not entry.derived and model not in _NOW and isinstance(entry.rows, Frame | Owned | Within)
    ]


def _row(model: Model, entry: Entry) -> Any:
    return model(**_UNKEPT.get(model, {}), **state(model, entry.after))


def _put(model: Model, rows: Iterable[Any]) -> None:
    # Rows that came while the clock had jumped back may stand beside others that they replaced.
    model._base_manager.using(ALIAS).bulk_create(rows, batch_size=_AT_ONCE, ignore_conflicts=True)


def _now(user: Person, coalition: Coalition) -> None:
    """Write what is as it is now; of parts in the coalition one's own."""
    _put(Coalition, [coalition])
    for model in (Membership, Release, WorkingGroupSeat):
        seen: Any = model._default_manager
        rows = seen.visible_to(user).filter(coalition=coalition)
        _put(model, list(rows.filter(user=user.pk) if model is Membership else rows))
    named: Any = Release.parties.through
    releases = Release.objects.visible_to(user).filter(coalition=coalition)
    _put(named, list(named._default_manager.filter(release__in=releases)))


def _people(user: Person) -> None:
    """Write the person who reads, and whoever a row points at, no more than how they are called."""
    wanted = {user.pk}
    for model in _models():
        for one in model._meta.local_concrete_fields:
            if one.related_model is User:
                wanted |= set(model._base_manager.using(ALIAS).values_list(one.attname, flat=True).distinct())
    names = User.objects.filter(pk__in=wanted - {None}).values("pk", "username", "name", "is_active", "joined_at")
    _put(User, [User(**one) for one in names])


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


def _edition(user: Person, coalition: Coalition, before: datetime) -> None:
    """Count the entries that are seen, for the edition that the register was in."""
    counted = _until(coalition, before).exclude(root_noun__in=about())
    seen = counted.visible_to(user).aggregate(count=Count("pk"), last=Max("at"))
    _put(Tally, [Tally(noun="entry", coalition=coalition, is_frame=True, hundredths=0, keys=0, cell="entry", **seen)])


def _head(entry: Entry) -> dict[str, Any]:
    names = [one.attname for one in Entry._meta.local_concrete_fields]
    return {name: getattr(entry, name) for name in names if name not in ("before", "after", "salt")}


def began(user: Person, coalition: Coalition) -> datetime | None:
    """Tell when the first entry of the coalition was made that the person may see; None before any."""
    first: datetime | None = (
        Entry.objects.visible_to(user).filter(coalition=coalition).order_by("at").values_list("at", flat=True).first()
    )
    return first
