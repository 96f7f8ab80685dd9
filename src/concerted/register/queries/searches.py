"""Search over texts and records: the database finds the entries, the words around a match are cut here."""

from __future__ import annotations

import re
from collections import Counter
from typing import TypeAlias

from django.db import connection
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from concerted.register.folding import fold
from concerted.register.models import SearchEntry
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.told_items import untold
from concerted.register.row_security.functions import FOUND_FUNCTION
from concerted.register.rows.search import MOST_FOUND, Hit, SearchResults
from concerted.register.triggers import SEARCH_INDEX, SEARCH_TABLE, SEARCHED, searching

# Short records come before passages of texts, which are many.
ORDER = (
    "partner",
    "instrument",
    "meeting",
    "window",
    "item",
    "delegate",
    "paper",
    "minute",
    "conclusion",
    "action",
    "reservation",
    "commitment",
    "contribution",
    "request",
    "requirement",
    "benchmark",
    "report",
    "guideline",
    "measurement",
    "call",
    "statement",
)
Entries: TypeAlias = "QuerySet[SearchEntry]"

_MOST_WORDS = 12
_AROUND = 90
_ON_SQLITE = f"SELECT rowid FROM {SEARCH_INDEX} WHERE {SEARCH_INDEX} MATCH %s"  # noqa: S608 (our own names)
# Under row-level security the index is for the function alone; where there is none, such as for a superuser, the
# session is nobody's.
_ON_POSTGRESQL = (
    f"SELECT id FROM {SEARCH_TABLE} WHERE NOT row_security_active('{SEARCH_TABLE}')"  # noqa: S608 (our own names)
    f" AND {SEARCHED} @@ %s::tsquery"
    f" UNION ALL SELECT {FOUND_FUNCTION}(%s, %s, {MOST_FOUND}) WHERE row_security_active('{SEARCH_TABLE}')"
)


def search(user: Person, slug: str, words: str, *, noun: str | None = None, limit: int = 50) -> SearchResults:
    """Find the entries that hold every word, or the beginning of one, whatever its case and accents.

    Without a word there are no hits. ``noun`` narrows the hits, not the counts. Of a noun ``MOST_FOUND`` entries are
    looked at, as a common word leads to all there are; where it has as many there may be more.
    """
    scope = enter(user, slug)
    wanted = re.findall(r"[^\W_]+", fold(words))[:_MOST_WORDS]
    if not wanted:
        return SearchResults(scope.ref, words, (), 0, {})
    entries = SearchEntry.objects.visible_to(user).filter(coalition=scope.coalition)
    if hidden := untold(scope):
        entries = entries.exclude(noun="item", key__in=[str(one) for one in hidden])
    look = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    found, counts = look(entries, scope, wanted)
    if noun is not None:
        found = found.filter(noun=noun)
    order = Case(
        *(When(noun=one, then=Value(place)) for place, one in enumerate(ORDER)),
        default=Value(len(ORDER)),
        output_field=IntegerField(),
    )
    shown = found.select_related("statement").defer("statement__text", "statement__record", "words")
    hits = tuple(_hit(entry, wanted) for entry in shown.order_by(order, "-statement__issued_on", "pk")[:limit])
    more = any(count >= MOST_FOUND for count in counts.values())
    counts = {each: min(count, MOST_FOUND) for each, count in counts.items()}
    return SearchResults(scope.ref, words, hits, sum(counts.values()), counts, more)


def _on_sqlite(entries: Entries, _scope: Scope, wanted: list[str]) -> tuple[Entries, dict[str, int]]:
    """Find entries with words that begin as ``wanted``, and count those of each noun."""
    asked = " ".join(f'"{word}"*' for word in wanted)
    found = entries.filter(pk__in=RawSQL(_ON_SQLITE, [asked]))  # noqa: S611 (our own names)
    counts = found.values("noun").annotate(count=Count("pk")).order_by("noun")
    return found, {row["noun"]: row["count"] for row in counts}


def _on_postgresql(entries: Entries, scope: Scope, wanted: list[str]) -> tuple[Entries, dict[str, int]]:
    """Do the same, going through the index once; the entries are those that were counted."""
    asked = [searching.asked(noun, wanted) for noun in ORDER]
    given = [" | ".join(f"({one})" for one in asked), scope.coalition.pk, asked]
    found = entries.filter(pk__in=RawSQL(_ON_POSTGRESQL, given))  # noqa: S611 (our own names)
    nouns = dict(found.values_list("pk", "noun"))
    return entries.filter(pk__in=list(nouns)), dict(Counter(nouns.values()))


def _hit(entry: SearchEntry, wanted: list[str]) -> Hit:
    shown = entry.body if entry.start is not None else entry.title
    start, end = _match(shown, wanted)
    inside = entry.start is not None
    return Hit(
        noun=entry.noun,
        key=entry.key,
        title=entry.title,
        before=("…" if start > _AROUND else "") + shown[max(start - _AROUND, 0) : start],
        match=shown[start:end],
        after=shown[end : end + _AROUND] + ("…" if len(shown) > end + _AROUND else ""),
        statement=references.statement(entry.statement) if entry.statement else None,
        start=entry.start + start if inside and entry.start is not None else None,
    )


def _match(text: str, wanted: list[str]) -> tuple[int, int]:
    """Find the first word that begins with one that is looked for; an empty place at the start if none does."""
    folded, way_back = [], []
    for place, letter in enumerate(text):
        for part in fold(letter):
            folded.append(part)
            way_back.append(place)
    pattern = r"(?<![^\W_])(?:" + "|".join(map(re.escape, wanted)) + r")[^\W_]*"
    found = re.search(pattern, "".join(folded))
    return (way_back[found.start()], way_back[found.end() - 1] + 1) if found else (0, 0)
