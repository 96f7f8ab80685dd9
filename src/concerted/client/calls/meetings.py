"""Operations of meetings. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.lines import MeetingRow
from concerted.client.rows.meetings import MeetingPage


class MeetingsCalls(Connection):
    """Operations of meetings."""

    def meetings(
        self, slug: str, *, as_of: datetime.date | None = None, size: int = 100, sort: str | None = None
    ) -> Iterator[MeetingRow]:
        """List the meetings, the latest first; those without a day come last."""
        return self._rows(
            MeetingRow,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/meetings", {"as_of": as_of, "size": size, "sort": sort}, {}
            ),
        )

    def meeting(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> MeetingPage:
        """Give a meeting, the obligations that it satisfies, and what is open when it comes together."""
        return self._row(
            MeetingPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}", {"as_of": as_of}, {}),
        )

    def hold(self, slug: str, number: int, *, if_match: str, start: datetime.date | None = None) -> None:
        """Say that a planned meeting was held, on the day planned or another one."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/held",
                {},
                {"If-Match": if_match},
                {"start": start},
            )
        )
