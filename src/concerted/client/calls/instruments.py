"""Operations of instruments. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.instruments import InstrumentPage, InstrumentRow


class InstrumentsCalls(Connection):
    """Operations of instruments."""

    def instruments(
        self, slug: str, *, as_of: datetime.date | None = None, size: int = 100, sort: str | None = None
    ) -> Iterator[InstrumentRow]:
        """List the instruments with how many statements cite each."""
        return self._rows(
            InstrumentRow,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/instruments", {"as_of": as_of, "size": size, "sort": sort}, {}
            ),
        )

    def instrument(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> InstrumentPage:
        """Give an instrument, who cites it, and the promises that rest on it."""
        return self._row(
            InstrumentPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/instruments/{part(number)}", {"as_of": as_of}, {}),
        )
