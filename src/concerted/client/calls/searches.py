"""Operations of searches. Written by `make api`."""

from __future__ import annotations

import datetime

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.searches import ChangesPage, HistoryPage, SearchResults


class SearchesCalls(Connection):
    """Operations of searches."""

    def search(self, slug: str, *, noun: str | None = None, q: str = "") -> SearchResults:
        """Find words (``q``) in texts and records, all or those of one ``noun``; the best 50 first."""
        return self._row(
            SearchResults, Sending("GET", f"/api/v1/coalitions/{part(slug)}/search", {"noun": noun, "q": q}, {})
        )

    def changes(
        self, slug: str, noun: str, *, line: int | None = None, since: datetime.date | None = None
    ) -> ChangesPage:
        """List what changed in a noun's records since a day, or since the last plenary, field by field."""
        return self._row(
            ChangesPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/changes/{part(noun)}", {"line": line, "since": since}, {}),
        )

    def history(
        self, slug: str, noun: str, key: str, *, entries: int = 1, on: datetime.date | None = None
    ) -> HistoryPage:
        """Give the history of a record, the newest entries first; ``on`` shows it as it stood at the end of a day.

        ``entries`` is the number of the page of entries.
        """
        return self._row(
            HistoryPage,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/history/{part(noun)}/{part(key)}",
                {"entries": entries, "on": on},
                {},
            ),
        )
