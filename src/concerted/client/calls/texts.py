"""Operations of texts. Written by `make api`."""

from __future__ import annotations

import datetime

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.statements import StatementPage
from concerted.client.rows.texts import Correction, OrphanQueue


class TextsCalls(Connection):
    """Operations of texts."""

    def version(self, slug: str, number: int, version: int) -> StatementPage:
        """Give a statement as it read in a version, with the marks that it had."""
        return self._row(
            StatementPage,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/versions/{part(version)}", {}, {}
            ),
        )

    def version_original(self, slug: str, number: int, version: int) -> bytes:
        """Hand out the file that a version came in as."""
        return self._file(
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/versions/{part(version)}/original",
                {},
                {},
            )
        )

    def preview_correction(
        self, slug: str, number: int, content: bytes, *, name: str, given: datetime.date | None = None
    ) -> Correction:
        """Show what a corrected text (its bytes are the body) would change, and change nothing."""
        return self._row(
            Correction,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/versions/preview",
                {"given": given, "name": name},
                {},
                content,
            ),
        )

    def correct_text(
        self, slug: str, number: int, content: bytes, *, if_match: str, name: str, given: datetime.date | None = None
    ) -> Correction:
        """Give a statement a corrected text (its bytes are the body); every finding goes along, or waits for a
        person.
        """
        return self._row(
            Correction,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/versions",
                {"given": given, "name": name},
                {"If-Match": if_match},
                content,
            ),
        )

    def orphaned(self, slug: str, *, as_of: datetime.date | None = None) -> OrphanQueue:
        """List the accepted findings that have no place in a corrected text, with places that they may have."""
        return self._row(OrphanQueue, Sending("GET", f"/api/v1/coalitions/{part(slug)}/orphans", {"as_of": as_of}, {}))

    def place_orphan(self, slug: str, number: int, *, start: int, end: int, version: int) -> None:
        """Say where in the present text an orphaned finding stands; its record follows."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/orphans/{part(number)}/place",
                {},
                {},
                {"start": start, "end": end, "version": version},
            )
        )

    def withdraw_orphan(self, slug: str, number: int, *, note: str) -> None:
        """Record that an orphaned finding no longer stands, and why."""
        self._done(
            Sending("PUT", f"/api/v1/coalitions/{part(slug)}/orphans/{part(number)}/withdrawal", {}, {}, {"note": note})
        )
