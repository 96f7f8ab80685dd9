"""Operations of reservations. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.reservations import KeptReservation


class ReservationsCalls(Connection):
    """Operations of reservations."""

    def reservations(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        conclusion: int | None = None,
        owner: str | None = None,
        party: str | None = None,
        size: int = 100,
        statement: int | None = None,
    ) -> Iterator[KeptReservation]:
        """List the reservations that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptReservation,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/reservations",
                {
                    "as_of": as_of,
                    "conclusion": conclusion,
                    "owner": owner,
                    "party": party,
                    "size": size,
                    "statement": statement,
                },
                {},
            ),
        )

    def add_reservation(
        self,
        slug: str,
        *,
        text: str,
        since: datetime.date,
        party: str = "",
        statement: int | None = None,
        paragraph: str = "",
        conclusion: int | None = None,
        until: datetime.date | None = None,
        reach: str = "coalition",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a reservation; seen at first by: coalition."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/reservations",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "party": party,
                    "statement": statement,
                    "paragraph": paragraph,
                    "conclusion": conclusion,
                    "text": text,
                    "since": since,
                    "until": until,
                    "reach": reach,
                },
            ),
        )

    def reservation(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptReservation:
        """Give what a reservation says, whose it is, and how far it is released."""
        return self._row(
            KeptReservation,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/reservations/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_reservation(
        self,
        slug: str,
        number: int,
        *,
        text: str,
        since: datetime.date,
        if_match: str,
        party: str = "",
        statement: int | None = None,
        paragraph: str = "",
        conclusion: int | None = None,
        until: datetime.date | None = None,
    ) -> KeptReservation:
        """Change all that a reservation says."""
        return self._row(
            KeptReservation,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/reservations/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "party": party,
                    "statement": statement,
                    "paragraph": paragraph,
                    "conclusion": conclusion,
                    "text": text,
                    "since": since,
                    "until": until,
                },
            ),
        )

    def withdraw_reservation(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a reservation back: it stays in the ledger alone."""
        self._done(
            Sending(
                "DELETE", f"/api/v1/coalitions/{part(slug)}/reservations/{part(number)}", {}, {"If-Match": if_match}
            )
        )
