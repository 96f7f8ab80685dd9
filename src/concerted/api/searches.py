"""Search over texts and records, and the history of a record."""

from __future__ import annotations

from concerted.api.asking import Asking
from concerted.api.fields import Day, PageNumber, Place, Slug, Word
from concerted.api.operation import Operations
from concerted.api.problems import Refused
from concerted.register import queries
from concerted.register.rows.changes import ChangesPage
from concerted.register.rows.history import HistoryPage
from concerted.register.rows.search import SearchResults

operations = Operations()


@operations.read("/coalitions/{slug:slug}/search")
def search(request: Asking, slug: Slug, q: Word = "", noun: Word | None = None) -> SearchResults:
    """Find words (``q``) in texts and records, all or those of one ``noun``; the best 50 first."""
    return queries.search(request.asker, slug, q, noun=noun)


@operations.read("/coalitions/{slug:slug}/changes/{slug:noun}")
def changes(
    request: Asking, slug: Slug, noun: Slug, since: Day | None = None, line: Place | None = None
) -> ChangesPage:
    """List what changed in a noun's records since a day, or since the last plenary, field by field."""
    return queries.changes(request.asker, slug, noun, today=request.day, since=since, line=line)


@operations.read("/coalitions/{slug:slug}/history/{slug:noun}/{slug:key}")
def history(
    request: Asking, slug: Slug, noun: Slug, key: Slug, on: Day | None = None, entries: PageNumber = 1
) -> HistoryPage:
    """Give the history of a record, the newest entries first; ``on`` shows it as it stood at the end of a day.

    ``entries`` is the number of the page of entries.
    """
    if on is not None and on > request.day:
        raise Refused("the day is still to come", status=422, where="query.on", expected="today or a day before")
    found = queries.history(request.asker, slug, noun, key, page=entries, on=on)
    if noun == "contribution":
        request.shown.append((noun, int(key)))
    return found
