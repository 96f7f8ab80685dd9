"""Keep what a search looks through in step with the record; part of the action that calls it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from concerted.actions import ledger
from concerted.register.models import SearchEntry, Statement, User
from concerted.register.searched import Searched, entries, found, key, noun
from concerted.register.triggers import SEARCH_INDEX

_AT_ONCE = 500


def index(record: Searched) -> None:
    """Let a record be found by its title and words, by those to whom it is released."""
    (entry,) = entries(record)
    SearchEntry.objects.update_or_create(
        coalition_id=entry.coalition_id,
        noun=entry.noun,
        key=entry.key,
        defaults={
            "owner_id": entry.owner_id,
            "release_id": entry.release_id,
            "title": entry.title,
            "body": entry.body,
            "words": entry.words,
        },
    )


def index_new(records: Iterable[Searched]) -> None:
    """Let records that have just been made be found, all of them at once."""
    SearchEntry.objects.bulk_create(entry for record in records for entry in entries(record))


def forget(record: Searched) -> None:
    """Let a record that is no longer in force not be found."""
    SearchEntry.objects.filter(coalition_id=record.coalition_id, noun=noun(type(record)), key=key(record)).delete()


def index_text(statement: Statement) -> None:
    """Let a statement be found by the words of each of its paragraphs, and by its title."""
    SearchEntry.objects.bulk_create(entries(statement))


@ledger.action("search.renew")
def renew(*, by: User, at: datetime) -> None:
    """Make every entry anew, as after records were changed past the program."""
    SearchEntry.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {SEARCH_INDEX}({SEARCH_INDEX}) VALUES ('rebuild')")  # noqa: S608 (our own name)
    for records in found():
        for record in records.order_by("pk").iterator(_AT_ONCE):
            SearchEntry.objects.bulk_create(entries(record))
