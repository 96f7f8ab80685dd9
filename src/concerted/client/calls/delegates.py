"""Operations of delegates. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.delegates import KeptDelegate


class DelegatesCalls(Connection):
    """Operations of delegates."""

    def delegates(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        meeting: int | None = None,
        owner: str | None = None,
        party: str | None = None,
        role: str | None = None,
        size: int = 100,
        status: str | None = None,
    ) -> Iterator[KeptDelegate]:
        """List the delegates that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptDelegate,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/delegates",
                {
                    "as_of": as_of,
                    "meeting": meeting,
                    "owner": owner,
                    "party": party,
                    "role": role,
                    "size": size,
                    "status": status,
                },
                {},
            ),
        )

    def add_delegate(
        self,
        slug: str,
        *,
        meeting: int,
        person: str,
        role: str,
        status: str,
        party: str = "",
        organisation: str = "",
        note: str = "",
        reach: str = "coalition",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a delegate; seen at first by: coalition."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/delegates",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "meeting": meeting,
                    "party": party,
                    "organisation": organisation,
                    "person": person,
                    "role": role,
                    "status": status,
                    "note": note,
                    "reach": reach,
                },
            ),
        )

    def delegate(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptDelegate:
        """Give what a delegate says, whose it is, and how far it is released."""
        return self._row(
            KeptDelegate,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/delegates/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_delegate(
        self,
        slug: str,
        number: int,
        *,
        meeting: int,
        person: str,
        role: str,
        status: str,
        if_match: str,
        party: str = "",
        organisation: str = "",
        note: str = "",
    ) -> KeptDelegate:
        """Change all that a delegate says."""
        return self._row(
            KeptDelegate,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/delegates/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "meeting": meeting,
                    "party": party,
                    "organisation": organisation,
                    "person": person,
                    "role": role,
                    "status": status,
                    "note": note,
                },
            ),
        )

    def withdraw_delegate(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a delegate back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/delegates/{part(number)}", {}, {"If-Match": if_match})
        )
