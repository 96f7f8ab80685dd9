"""Operations of requirements. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.requirements import KeptRequirement


class RequirementsCalls(Connection):
    """Operations of requirements."""

    def requirements(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        kind: str | None = None,
        line: int | None = None,
        owner: str | None = None,
        part_of: int | None = None,
        party: str | None = None,
        priority: str | None = None,
        size: int = 100,
        status: str | None = None,
    ) -> Iterator[KeptRequirement]:
        """List the requirements that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptRequirement,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/requirements",
                {
                    "as_of": as_of,
                    "kind": kind,
                    "line": line,
                    "owner": owner,
                    "part_of": part_of,
                    "party": party,
                    "priority": priority,
                    "size": size,
                    "status": status,
                },
                {},
            ),
        )

    def add_requirement(
        self,
        slug: str,
        *,
        kind: str,
        summary: str,
        priority: str,
        status: str,
        source: str,
        party: str = "",
        part_of: int | None = None,
        line: int | None = None,
        quantity: Decimal | None = None,
        unit: str = "",
        amount: Decimal | None = None,
        currency: str = "",
        place: str = "",
        needed_from: datetime.date | None = None,
        needed_by: datetime.date | None = None,
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a requirement; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/requirements",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "party": party,
                    "part_of": part_of,
                    "line": line,
                    "kind": kind,
                    "summary": summary,
                    "quantity": quantity,
                    "unit": unit,
                    "amount": amount,
                    "currency": currency,
                    "place": place,
                    "needed_from": needed_from,
                    "needed_by": needed_by,
                    "priority": priority,
                    "status": status,
                    "source": source,
                    "reach": reach,
                },
            ),
        )

    def requirement(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptRequirement:
        """Give what a requirement says, whose it is, and how far it is released."""
        return self._row(
            KeptRequirement,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/requirements/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_requirement(
        self,
        slug: str,
        number: int,
        *,
        kind: str,
        summary: str,
        priority: str,
        status: str,
        source: str,
        if_match: str,
        party: str = "",
        part_of: int | None = None,
        line: int | None = None,
        quantity: Decimal | None = None,
        unit: str = "",
        amount: Decimal | None = None,
        currency: str = "",
        place: str = "",
        needed_from: datetime.date | None = None,
        needed_by: datetime.date | None = None,
    ) -> KeptRequirement:
        """Change all that a requirement says."""
        return self._row(
            KeptRequirement,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/requirements/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "party": party,
                    "part_of": part_of,
                    "line": line,
                    "kind": kind,
                    "summary": summary,
                    "quantity": quantity,
                    "unit": unit,
                    "amount": amount,
                    "currency": currency,
                    "place": place,
                    "needed_from": needed_from,
                    "needed_by": needed_by,
                    "priority": priority,
                    "status": status,
                    "source": source,
                },
            ),
        )

    def withdraw_requirement(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a requirement back: it stays in the ledger alone."""
        self._done(
            Sending(
                "DELETE", f"/api/v1/coalitions/{part(slug)}/requirements/{part(number)}", {}, {"If-Match": if_match}
            )
        )
