"""Operations of requests. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.requests import KeptRequest


class RequestsCalls(Connection):
    """Operations of requests."""

    def requests(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        owner: str | None = None,
        party: str | None = None,
        size: int = 100,
    ) -> Iterator[KeptRequest]:
        """List the requests that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptRequest,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/requests",
                {"as_of": as_of, "owner": owner, "party": party, "size": size},
                {},
            ),
        )

    def add_request(
        self,
        slug: str,
        *,
        title: str,
        source: str,
        party: str = "",
        text: str = "",
        day: datetime.date | None = None,
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a request; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/requests",
                {},
                {"Idempotency-Key": idempotency_key},
                {"party": party, "title": title, "text": text, "day": day, "source": source, "reach": reach},
            ),
        )

    def request(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptRequest:
        """Give what a request says, whose it is, and how far it is released."""
        return self._row(
            KeptRequest,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/requests/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_request(
        self,
        slug: str,
        number: int,
        *,
        title: str,
        source: str,
        if_match: str,
        party: str = "",
        text: str = "",
        day: datetime.date | None = None,
    ) -> KeptRequest:
        """Change all that a request says."""
        return self._row(
            KeptRequest,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/requests/{part(number)}",
                {},
                {"If-Match": if_match},
                {"party": party, "title": title, "text": text, "day": day, "source": source},
            ),
        )

    def withdraw_request(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a request back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/requests/{part(number)}", {}, {"If-Match": if_match})
        )
