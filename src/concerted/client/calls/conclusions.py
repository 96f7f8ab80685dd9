"""Operations of conclusions. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.conclusions import KeptConclusion


class ConclusionsCalls(Connection):
    """Operations of conclusions."""

    def conclusions(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        item: int | None = None,
        meeting: int | None = None,
        owner: str | None = None,
        size: int = 100,
    ) -> Iterator[KeptConclusion]:
        """List the conclusions that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptConclusion,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/conclusions",
                {"as_of": as_of, "item": item, "meeting": meeting, "owner": owner, "size": size},
                {},
            ),
        )

    def add_conclusion(
        self,
        slug: str,
        *,
        meeting: int,
        text: str,
        item: int | None = None,
        ordinal: Decimal | None = None,
        reach: str = "coalition",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a conclusion; seen at first by: coalition."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/conclusions",
                {},
                {"Idempotency-Key": idempotency_key},
                {"meeting": meeting, "item": item, "ordinal": ordinal, "text": text, "reach": reach},
            ),
        )

    def conclusion(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptConclusion:
        """Give what a conclusion says, whose it is, and how far it is released."""
        return self._row(
            KeptConclusion,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/conclusions/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_conclusion(
        self,
        slug: str,
        number: int,
        *,
        meeting: int,
        text: str,
        if_match: str,
        item: int | None = None,
        ordinal: Decimal | None = None,
    ) -> KeptConclusion:
        """Change all that a conclusion says."""
        return self._row(
            KeptConclusion,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/conclusions/{part(number)}",
                {},
                {"If-Match": if_match},
                {"meeting": meeting, "item": item, "ordinal": ordinal, "text": text},
            ),
        )

    def withdraw_conclusion(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a conclusion back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/conclusions/{part(number)}", {}, {"If-Match": if_match})
        )
