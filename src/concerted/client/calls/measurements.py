"""Operations of measurements. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.measurements import KeptMeasurement


class MeasurementsCalls(Connection):
    """Operations of measurements."""

    def measurements(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        benchmark: int | None = None,
        owner: str | None = None,
        size: int = 100,
    ) -> Iterator[KeptMeasurement]:
        """List the measurements that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptMeasurement,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/measurements",
                {"as_of": as_of, "benchmark": benchmark, "owner": owner, "size": size},
                {},
            ),
        )

    def add_measurement(
        self,
        slug: str,
        *,
        benchmark: int,
        first: datetime.date,
        last: datetime.date,
        value: Decimal,
        source: str,
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a measurement; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/measurements",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "benchmark": benchmark,
                    "first": first,
                    "last": last,
                    "value": value,
                    "source": source,
                    "reach": reach,
                },
            ),
        )

    def measurement(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptMeasurement:
        """Give what a measurement says, whose it is, and how far it is released."""
        return self._row(
            KeptMeasurement,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/measurements/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_measurement(
        self,
        slug: str,
        number: int,
        *,
        benchmark: int,
        first: datetime.date,
        last: datetime.date,
        value: Decimal,
        source: str,
        if_match: str,
    ) -> KeptMeasurement:
        """Change all that a measurement says."""
        return self._row(
            KeptMeasurement,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/measurements/{part(number)}",
                {},
                {"If-Match": if_match},
                {"benchmark": benchmark, "first": first, "last": last, "value": value, "source": source},
            ),
        )

    def withdraw_measurement(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a measurement back: it stays in the ledger alone."""
        self._done(
            Sending(
                "DELETE", f"/api/v1/coalitions/{part(slug)}/measurements/{part(number)}", {}, {"If-Match": if_match}
            )
        )
