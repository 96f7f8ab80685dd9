"""Operations of lines. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.boards import LineRow
from concerted.client.rows.lines import DatedPage, LinePage


class LinesCalls(Connection):
    """Operations of lines."""

    def lines(
        self, slug: str, *, as_of: datetime.date | None = None, size: int = 100, sort: str | None = None
    ) -> Iterator[LineRow]:
        """List the lines of effort with what is promised, asked for and given."""
        return self._rows(
            LineRow,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/lines", {"as_of": as_of, "size": size, "sort": sort}, {}),
        )

    def line(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> LinePage:
        """Give a line of effort: who leads it, what is promised, asked for and given, when it meets."""
        return self._row(
            LinePage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/lines/{part(number)}", {"as_of": as_of}, {})
        )

    def give_lead(
        self,
        slug: str,
        number: int,
        code: str,
        *,
        said_by: str,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> None:
        """Record that a partner leads the line."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/lines/{part(number)}/leads/{part(code)}",
                {},
                {},
                {"said_by": said_by, "since": since, "until": until},
            )
        )

    def seat(
        self,
        slug: str,
        number: int,
        code: str,
        *,
        said_by: str,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> None:
        """Give a partner a seat in the line's working group."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/lines/{part(number)}/seats/{part(code)}",
                {},
                {},
                {"said_by": said_by, "since": since, "until": until},
            )
        )

    def dated(self, slug: str, noun: str, number: int) -> DatedPage:
        """Give a standing, name, lead, seat or cadence (a rule on how often a series meets) with its days and
        sources.
        """
        return self._row(
            DatedPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/validity/{part(noun)}/{part(number)}", {}, {})
        )

    def change_dated(
        self,
        slug: str,
        noun: str,
        number: int,
        *,
        said_by: str,
        if_match: str,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        end_said_by: str = "",
    ) -> None:
        """End a standing, name, lead, seat or cadence, or put its days and sources right."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/validity/{part(noun)}/{part(number)}",
                {},
                {"If-Match": if_match},
                {"said_by": said_by, "since": since, "until": until, "end_said_by": end_said_by},
            )
        )

    def strike_dated(self, slug: str, noun: str, number: int, *, if_match: str) -> None:
        """Take back a standing, name, lead, seat or cadence that was entered by mistake."""
        self._done(
            Sending(
                "DELETE",
                f"/api/v1/coalitions/{part(slug)}/validity/{part(noun)}/{part(number)}",
                {},
                {"If-Match": if_match},
            )
        )
