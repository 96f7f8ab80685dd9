"""Operations of commitments. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.boards import CommitmentRow
from concerted.client.rows.commitments import CommitmentPage


class CommitmentsCalls(Connection):
    """Operations of commitments."""

    def commitments(
        self,
        slug: str,
        *,
        aim: str | None = None,
        as_of: datetime.date | None = None,
        line: int | None = None,
        party: str | None = None,
        size: int = 100,
        sort: str | None = None,
        status: str | None = None,
    ) -> Iterator[CommitmentRow]:
        """List the commitments in the order of the texts, all or those of a status, aim, line or party by name.

        `sort=due` puts the soonest due first. Pages lead to the first 10,000; `after=0` begins a list of all,
        by their numbers, without an order.
        """
        return self._rows(
            CommitmentRow,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/commitments",
                {
                    "after": None if sort else 0,
                    "aim": aim,
                    "as_of": as_of,
                    "line": line,
                    "party": party,
                    "size": size,
                    "sort": sort,
                    "status": status,
                },
                {},
            ),
        )

    def commitment(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> CommitmentPage:
        """Give a commitment with its history and the promises that it renews."""
        return self._row(
            CommitmentPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/commitments/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_status(self, slug: str, number: int, *, status: str, evidence: str, if_match: str) -> None:
        """Say how a commitment stands, and what that rests on."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/commitments/{part(number)}/status",
                {},
                {"If-Match": if_match},
                {"status": status, "evidence": evidence},
            )
        )
