"""Operations of lines. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.boards import LineRow
from concerted.client.rows.lines import LinePage


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

    def seat(self, slug: str, number: int, code: str) -> None:
        """Give a partner a seat in the line's working group."""
        self._done(Sending("PUT", f"/api/v1/coalitions/{part(slug)}/lines/{part(number)}/seats/{part(code)}", {}, {}))

    def unseat(self, slug: str, number: int, code: str) -> None:
        """Take a partner's seat in the line's working group away."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/lines/{part(number)}/seats/{part(code)}", {}, {})
        )
