"""Operations of reports. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.reports import KeptReport


class ReportsCalls(Connection):
    """Operations of reports."""

    def reports(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        commitment: int | None = None,
        owner: str | None = None,
        party: str | None = None,
        size: int = 100,
        stand: str | None = None,
        window: int | None = None,
    ) -> Iterator[KeptReport]:
        """List the reports that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptReport,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/reports",
                {
                    "as_of": as_of,
                    "commitment": commitment,
                    "owner": owner,
                    "party": party,
                    "size": size,
                    "stand": stand,
                    "window": window,
                },
                {},
            ),
        )

    def add_report(
        self,
        slug: str,
        *,
        window: int,
        commitment: int,
        stand: str,
        text: str,
        party: str = "",
        evidence: str = "",
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a report; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/reports",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "party": party,
                    "window": window,
                    "commitment": commitment,
                    "stand": stand,
                    "text": text,
                    "evidence": evidence,
                    "reach": reach,
                },
            ),
        )

    def report(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptReport:
        """Give what a report says, whose it is, and how far it is released."""
        return self._row(
            KeptReport, Sending("GET", f"/api/v1/coalitions/{part(slug)}/reports/{part(number)}", {"as_of": as_of}, {})
        )

    def change_report(
        self,
        slug: str,
        number: int,
        *,
        window: int,
        commitment: int,
        stand: str,
        text: str,
        if_match: str,
        party: str = "",
        evidence: str = "",
    ) -> KeptReport:
        """Change all that a report says."""
        return self._row(
            KeptReport,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/reports/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "party": party,
                    "window": window,
                    "commitment": commitment,
                    "stand": stand,
                    "text": text,
                    "evidence": evidence,
                },
            ),
        )

    def withdraw_report(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a report back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/reports/{part(number)}", {}, {"If-Match": if_match})
        )
