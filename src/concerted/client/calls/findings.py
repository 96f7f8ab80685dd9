"""Operations of findings. Written by `make api`."""

from __future__ import annotations

import datetime
from typing import Any

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.findings import FindingRow, ReviewQueue


class FindingsCalls(Connection):
    """Operations of findings."""

    def review(self, slug: str, *, as_of: datetime.date | None = None) -> ReviewQueue:
        """Show what waits for a decision, first what most needs a person."""
        return self._row(ReviewQueue, Sending("GET", f"/api/v1/coalitions/{part(slug)}/review", {"as_of": as_of}, {}))

    def finding(self, slug: str, number: int, finding: int) -> FindingRow:
        """Give a finding: what was read, its passage, and how it stands."""
        return self._row(
            FindingRow,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/findings/{part(finding)}", {}, {}
            ),
        )

    def decide(
        self, slug: str, number: int, finding: int, *, verdict: str, if_match: str, comment: str = ""
    ) -> FindingRow:
        """Accept a finding as it was read, reject it, or undo the last decision."""
        return self._row(
            FindingRow,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/findings/{part(finding)}/decision",
                {},
                {"If-Match": if_match},
                {"verdict": verdict, "comment": comment},
            ),
        )

    def correct(
        self, slug: str, number: int, finding: int, *, changes: dict[str, Any], comment: str = ""
    ) -> FindingRow:
        """Store a correction beside what was read; a place in the text is given as its `start` and `end`."""
        return self._row(
            FindingRow,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/findings/{part(finding)}/correction",
                {},
                {},
                {"changes": changes, "comment": comment},
            ),
        )

    def accept_all(self, slug: str, number: int, *, fact: str | None = None) -> int:
        """Accept every finding of a statement that waits, all or those of a sort; gives how many there were."""
        return self._row(
            int,
            Sending(
                "POST", f"/api/v1/coalitions/{part(slug)}/statements/{part(number)}/accept-all", {}, {}, {"fact": fact}
            ),
        )
