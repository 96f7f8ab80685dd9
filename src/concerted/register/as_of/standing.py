"""The rows that stood before a time, by their last entries, as far as a person sees the records that they belong to."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F, Max

from concerted.register.asker import Person
from concerted.register.models import Coalition, Entry
from concerted.register.row_security.functions import NEWEST_FUNCTION, STANDING_FUNCTION

_AT_ONCE = 1000
_READ = ("noun", "record", "root_noun", "root", "after")


def standing(
    user: Person, coalition: Coalition, before: datetime, nouns: Collection[str], *, of: tuple[str, str] = ("", "")
) -> Iterable[Entry]:
    """Give the last entry of each row of some nouns that was there, noun by noun; ``of`` is the only record wanted.

    A record is seen as it was released then and is now, its parts with it. The last entry is looked for among all, then
    asked whether it is seen: a record that was narrowed before the time is not there in the state that it had before.
    """
    if _narrowed():
        # Row-level security would hide the later entry, and show the one before as the last.
        read = f"SELECT id, {', '.join(_READ)} FROM {STANDING_FUNCTION}(%s, %s, %s, %s)"  # noqa: S608 (our own names)
        rows = f"{read} WHERE noun = ANY(%s) ORDER BY noun, id"
        return Entry.objects.raw(rows, [coalition.pk, before, *of, list(nouns)]).iterator()
    every = Entry.objects.filter(coalition=coalition, at__lt=before)
    if all(of):
        every = every.filter(root_noun=of[0], root=of[1])
    last = every.values("noun", "record").annotate(last=Max("pk")).order_by()
    stood = Entry.objects.filter(pk__in=last.values("last")).exclude(after=None)
    roots = set(stood.visible_to(user).filter(noun=F("root_noun"), record=F("root")).values_list("noun", "record"))
    lean = stood.filter(noun__in=nouns).only(*_READ).order_by("noun", "pk")
    return (one for one in lean.iterator(_AT_ONCE) if (one.root_noun, one.root) in roots)


def newest(coalition: Coalition) -> Hashable:
    """Tell one state of a coalition's ledger from all later ones, what the person does not see included."""
    last = Entry.objects.filter(coalition=coalition).order_by("-pk").values_list("pk", "salt").first()
    return (last, _one(f"SELECT {NEWEST_FUNCTION}(%s)", coalition.pk)) if _narrowed() else last


def _narrowed() -> bool:
    """Tell whether the database itself narrows what is asked of the ledger."""
    return connection.vendor == "postgresql" and bool(_one("SELECT row_security_active(%s)", Entry._meta.db_table))


def _one(sql: str, value: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, [value])
        return cursor.fetchone()[0]
