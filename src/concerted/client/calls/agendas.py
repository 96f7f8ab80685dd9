"""Operations of agendas. Written by `make api`."""

from __future__ import annotations

import datetime

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.agendas import Agenda, Seating


class AgendasCalls(Connection):
    """Operations of agendas."""

    def agenda(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> Agenda:
        """Give the agenda of a meeting by line, with times of day, and what was left out of it."""
        return self._row(
            Agenda,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/agenda", {"as_of": as_of}, {}),
        )

    def seating(
        self,
        slug: str,
        number: int,
        *,
        as_of: datetime.date | None = None,
        first: str = "",
        form: str = "short",
        language: str = "en",
    ) -> Seating:
        """Seat the delegations of a meeting by protocol; `first` is the code of the one drawn to sit first."""
        return self._row(
            Seating,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/seating",
                {"as_of": as_of, "first": first, "form": form, "language": language},
                {},
            ),
        )

    def draft_agenda(self, slug: str, number: int, *, minutes: int | None = None) -> int:
        """Draft an agenda from the register; gives how many items are new or have more in them."""
        return self._row(
            int,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/agenda/draft",
                {},
                {},
                {"minutes": minutes},
            ),
        )

    def move_item(self, slug: str, number: int, *, way: str, if_match: str) -> None:
        """Let an item change places with the one before or after it on its line."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/items/{part(number)}/place",
                {},
                {"If-Match": if_match},
                {"way": way},
            )
        )

    def leave_out_item(self, slug: str, number: int, *, why: str, if_match: str) -> None:
        """Leave an item out of the agenda, and keep why."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/items/{part(number)}/left-out",
                {},
                {"If-Match": if_match},
                {"why": why},
            )
        )
