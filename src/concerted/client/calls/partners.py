"""Operations of partners. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.partners import PartnerPage, PartyRow


class PartnersCalls(Connection):
    """Operations of partners."""

    def partners(
        self, slug: str, *, as_of: datetime.date | None = None, size: int = 100, sort: str | None = None
    ) -> Iterator[PartyRow]:
        """List the partners with what each has promised and gives."""
        return self._rows(
            PartyRow,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/partners", {"as_of": as_of, "size": size, "sort": sort}, {}
            ),
        )

    def partner(self, slug: str, code: str, *, as_of: datetime.date | None = None) -> PartnerPage:
        """Give a partner: what it promised by name and jointly, what it gives, what is asked of it."""
        return self._row(
            PartnerPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/partners/{part(code)}", {"as_of": as_of}, {})
        )
