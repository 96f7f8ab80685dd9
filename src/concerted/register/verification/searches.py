"""What a search finds against the records: an entry that leads nowhere, says something else, or is released further."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from concerted.ledger.verification import Finding, Outcome
from concerted.register.models import Party, SearchEntry, Statement
from concerted.register.searched import entries, found, key, noun
from concerted.register.triggers import SEARCH_INDEX, SEARCH_TABLE
from concerted.register.verification.asking import rows
from concerted.register.verification.tally import Progress, Tally, quiet

# A statement's text may be as large as a book.
_AT_ONCE, _TEXTS_AT_ONCE = 500, 10
_RIGHTS = ("owner_id", "release_id")
_WORDS = ("title", "body", "words", "statement_id", "start")


def check(progress: Progress = quiet) -> Iterator[Finding]:
    """Compare the entries of every record with what they are to be, and look for entries of no record."""
    tally, kinds = Tally("search"), list(found())
    for number, records in enumerate(kinds):
        progress("searched", number, len(kinds))
        name = noun(records.model)
        at_once = _TEXTS_AT_ONCE if records.model is Statement else _AT_ONCE
        for some in _batches(records.order_by("pk").iterator(at_once), at_once):
            _compare(name, some, tally)
        own = SearchEntry.objects.filter(noun=name).order_by("pk").values_list("pk", "coalition", "key")
        for some in _batches(own.iterator(_AT_ONCE), _AT_ONCE):
            _lead_somewhere(name, records, some, tally)
    known = [noun(records.model) for records in kinds]
    for pk, name in SearchEntry.objects.exclude(noun__in=known).order_by("pk").values_list("pk", "noun").iterator():
        tally.fault(f"search entry {pk}", f"nothing is found as {name!r:.40}", "no entry")
    _index(tally)
    if tally.count:
        tally.first.append(Finding(Outcome.NOTE, "search", "`concerted init` makes its entries anew"))
    yield from tally.findings(f"{SearchEntry.objects.count()} entries, each of a record in force and released as that")


def _compare(name: str, records: list[Any], tally: Tally) -> None:
    stored: dict[tuple[int, str], list[SearchEntry]] = defaultdict(list)
    # The index over entries begins with the coalition.
    homes = {one.coalition_id for one in records}
    every = SearchEntry.objects.filter(coalition__in=homes, noun=name, key__in=[key(one) for one in records])
    for entry in sorted(every, key=_place):
        stored[entry.coalition_id, entry.key].append(entry)
    for record in records:
        wanted, held = sorted(entries(record), key=_place), stored[record.coalition_id, key(record)]
        where = f"search for {name} {key(record)}"
        if len(held) != len(wanted):
            tally.fault(where, f"{len(held)} entries", f"{len(wanted)} of what it says now")
            continue
        pairs = list(zip(held, wanted, strict=True))
        if any(getattr(one, field) != getattr(other, field) for one, other in pairs for field in _RIGHTS):
            tally.fault(where, "released to others than the record is", "its owner and release")
        if any(_said(one, field) != _said(other, field) for one, other in pairs for field in _WORDS):
            tally.fault(where, "it finds other words than the record's", "what the record says now")


def _place(entry: SearchEntry) -> int:
    return -1 if entry.start is None else entry.start


def _said(entry: SearchEntry, field: str) -> object:
    if entry.noun == noun(Party) and field in ("body", "words"):
        return None  # The vocabulary's names of a partner grow from version to version.
    value = getattr(entry, field)
    # A meeting's hosts come in the order of the database's own language.
    return sorted(value.split()) if field in ("body", "words") else value


def _lead_somewhere(name: str, records: QuerySet[Any, Any], some: list[tuple[int, int, str]], tally: Tally) -> None:
    field = "code" if records.model is Party else "pk"
    # What is no number leads nowhere; the database would refuse to look for it.
    keys = {one for _pk, _coalition, one in some if field == "code" or (one.isdecimal() and len(one) < 19)}
    there = {
        (coalition, str(one))
        for coalition, one in records.filter(**{f"{field}__in": keys}).values_list("coalition", field)
    }
    for pk, coalition, one in some:
        if (coalition, one) not in there:
            tally.fault(f"search entry {pk}", f"{name} {one!r:.40} is not in force", "no entry")


def _index(tally: Tally) -> None:
    """Compare the numbers in SQLite's index of words with the entries; PostgreSQL's is a part of the table."""
    if connection.vendor != "sqlite":
        return
    table, index = f"SELECT id FROM {SEARCH_TABLE}", f"SELECT id FROM {SEARCH_INDEX}_docsize"  # noqa: S608 (our own names)
    for (pk,) in rows(f"{table} EXCEPT {index}"):
        tally.fault(f"search entry {pk}", "its words are not in the index", "its words")
    for (pk,) in rows(f"{index} EXCEPT {table}"):
        tally.fault(f"search entry {pk}", "the index has words of an entry that is gone", "no words")


def _batches(every: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Cut rows into lists; ``itertools.batched`` comes with Python 3.12."""
    one = iter(every)
    while some := list(islice(one, size)):
        yield some
