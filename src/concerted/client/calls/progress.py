"""Operations of progress. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.progress import (
    AssessmentPage,
    Assessments,
    BenchmarkWay,
    CommitmentProgress,
    GuidelinePage,
    OwedRow,
    ReportPage,
    ScoresPage,
    WindowPage,
    Windows,
)


class ProgressCalls(Connection):
    """Operations of progress."""

    def windows(self, slug: str) -> Windows:
        """List the windows for reports."""
        return self._row(Windows, Sending("GET", f"/api/v1/coalitions/{part(slug)}/windows", {}, {}))

    def add_window(
        self,
        slug: str,
        *,
        title: str,
        first: datetime.date,
        last: datetime.date,
        opens: datetime.date,
        closes: datetime.date,
        lines: tuple[int, ...] = (),
        idempotency_key: str | None = None,
    ) -> Made:
        """Plan a window for reports."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/windows",
                {},
                {"Idempotency-Key": idempotency_key},
                {"title": title, "first": first, "last": last, "opens": opens, "closes": closes, "lines": lines},
            ),
        )

    def window(self, slug: str, number: int) -> WindowPage:
        """Give a window with its reports and what is still owed."""
        return self._row(WindowPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/windows/{part(number)}", {}, {}))

    def change_window(
        self,
        slug: str,
        number: int,
        *,
        title: str,
        first: datetime.date,
        last: datetime.date,
        opens: datetime.date,
        closes: datetime.date,
        if_match: str,
        lines: tuple[int, ...] = (),
    ) -> None:
        """Change a window for reports."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/windows/{part(number)}",
                {},
                {"If-Match": if_match},
                {"title": title, "first": first, "last": last, "opens": opens, "closes": closes, "lines": lines},
            )
        )

    def withdraw_window(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a window for reports back."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/windows/{part(number)}", {}, {"If-Match": if_match})
        )

    def owed(self, slug: str, *, size: int = 100) -> Iterator[OwedRow]:
        """List what one's own party has still to report on."""
        return self._rows(OwedRow, Sending("GET", f"/api/v1/coalitions/{part(slug)}/owed", {"size": size}, {}))

    def report_page(self, slug: str, number: int) -> ReportPage:
        """Give a report with its commitment and its assessments."""
        return self._row(
            ReportPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/reports/{part(number)}/page", {}, {})
        )

    def commitment_progress(self, slug: str, number: int) -> CommitmentProgress:
        """Give a commitment's guideline, reports and assessments."""
        return self._row(
            CommitmentProgress,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/commitments/{part(number)}/progress", {}, {}),
        )

    def write_guideline(
        self, slug: str, number: int, *, full: str, partial: str, none: str, seen: int | None = None
    ) -> None:
        """Write what full, partial and no compliance with a commitment mean."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/commitments/{part(number)}/guideline",
                {},
                {},
                {"full": full, "partial": partial, "none": none, "seen": seen},
            )
        )

    def guideline(self, slug: str, number: int) -> GuidelinePage:
        """Give a guideline with the assessments made by it."""
        return self._row(
            GuidelinePage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/guidelines/{part(number)}", {}, {})
        )

    def assess(
        self,
        slug: str,
        number: int,
        *,
        party: str,
        mark: int,
        reasons: str,
        evidence: str,
        report: int | None = None,
        seen: int | None = None,
        idempotency_key: str | None = None,
    ) -> Made:
        """Mark how far a partner keeps a commitment, by its report where one is named."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/commitments/{part(number)}/assessments",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "party": party,
                    "mark": mark,
                    "reasons": reasons,
                    "evidence": evidence,
                    "report": report,
                    "seen": seen,
                },
            ),
        )

    def assessments(self, slug: str, *, line: int | None = None, party: str | None = None) -> Assessments:
        """Give the assessments in force behind a score: of a party, a line, or all."""
        return self._row(
            Assessments,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/assessments", {"line": line, "party": party}, {}),
        )

    def assessment(self, slug: str, number: int) -> AssessmentPage:
        """Give an assessment with its guideline and its report."""
        return self._row(
            AssessmentPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/assessments/{part(number)}", {}, {})
        )

    def withdraw_assessment(self, slug: str, number: int) -> None:
        """Take an assessment back."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/assessments/{part(number)}", {}, {}))

    def scores(self, slug: str) -> ScoresPage:
        """Give the mean mark of each partner and line, and how many assessments stand behind it."""
        return self._row(ScoresPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/scores", {}, {}))

    def benchmark_way(self, slug: str, number: int) -> BenchmarkWay:
        """Give a benchmark with what was measured, and how far it is on its way."""
        return self._row(
            BenchmarkWay, Sending("GET", f"/api/v1/coalitions/{part(slug)}/benchmarks/{part(number)}/way", {}, {})
        )
