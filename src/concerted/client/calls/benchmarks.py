"""Operations of benchmarks. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.benchmarks import KeptBenchmark


class BenchmarksCalls(Connection):
    """Operations of benchmarks."""

    def benchmarks(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        line: int | None = None,
        owner: str | None = None,
        party: str | None = None,
        size: int = 100,
    ) -> Iterator[KeptBenchmark]:
        """List the benchmarks that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptBenchmark,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/benchmarks",
                {"as_of": as_of, "line": line, "owner": owner, "party": party, "size": size},
                {},
            ),
        )

    def add_benchmark(
        self,
        slug: str,
        *,
        title: str,
        unit: str,
        source: str,
        party: str = "",
        line: int | None = None,
        indicator: str = "",
        baseline: Decimal | None = None,
        baseline_on: datetime.date | None = None,
        target: Decimal | None = None,
        target_on: datetime.date | None = None,
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a benchmark; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/benchmarks",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "party": party,
                    "line": line,
                    "title": title,
                    "indicator": indicator,
                    "unit": unit,
                    "baseline": baseline,
                    "baseline_on": baseline_on,
                    "target": target,
                    "target_on": target_on,
                    "source": source,
                    "reach": reach,
                },
            ),
        )

    def benchmark(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptBenchmark:
        """Give what a benchmark says, whose it is, and how far it is released."""
        return self._row(
            KeptBenchmark,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/benchmarks/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_benchmark(
        self,
        slug: str,
        number: int,
        *,
        title: str,
        unit: str,
        source: str,
        if_match: str,
        party: str = "",
        line: int | None = None,
        indicator: str = "",
        baseline: Decimal | None = None,
        baseline_on: datetime.date | None = None,
        target: Decimal | None = None,
        target_on: datetime.date | None = None,
    ) -> KeptBenchmark:
        """Change all that a benchmark says."""
        return self._row(
            KeptBenchmark,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/benchmarks/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "party": party,
                    "line": line,
                    "title": title,
                    "indicator": indicator,
                    "unit": unit,
                    "baseline": baseline,
                    "baseline_on": baseline_on,
                    "target": target,
                    "target_on": target_on,
                    "source": source,
                },
            ),
        )

    def withdraw_benchmark(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a benchmark back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/benchmarks/{part(number)}", {}, {"If-Match": if_match})
        )
