"""Operations of totals. Written by `make api`."""

from __future__ import annotations

import datetime

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.totals import PublicationPage, TotalsPage, TotalsPreview


class TotalsCalls(Connection):
    """Operations of totals."""

    def totals(self, slug: str, *, as_of: datetime.date | None = None) -> TotalsPage:
        """Give the newest published totals in each currency, and list those before them."""
        return self._row(TotalsPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/totals", {"as_of": as_of}, {}))

    def publish_totals(
        self, slug: str, *, currency: str, reach: str, seen: str, idempotency_key: str | None = None
    ) -> Made:
        """Publish the totals in a currency by line and kind, to the public or the coalition."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/totals",
                {},
                {"Idempotency-Key": idempotency_key},
                {"currency": currency, "reach": reach, "seen": seen},
            ),
        )

    def publication(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> PublicationPage:
        """Give totals as they were published."""
        return self._row(
            PublicationPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/totals/{part(number)}", {"as_of": as_of}, {}),
        )

    def withdraw_publication(self, slug: str, number: int) -> None:
        """Display published totals no more."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/totals/{part(number)}", {}, {}))

    def totals_preview(self, slug: str, *, currency: str) -> TotalsPreview:
        """Show what would be published in a currency and what left out, and the digest of what was counted."""
        return self._row(
            TotalsPreview, Sending("GET", f"/api/v1/coalitions/{part(slug)}/totals/preview", {"currency": currency}, {})
        )
