"""Operations of partners. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.partners import PartnerPage, PartyRow


class PartnersCalls(Connection):
    """Operations of partners."""

    def partners(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        group: str = "partners",
        on: datetime.date | None = None,
        size: int = 100,
        sort: str | None = None,
    ) -> Iterator[PartyRow]:
        """List who is in on a day with what each has promised and gives; or who is invited, has left, is only
        named.
        """
        return self._rows(
            PartyRow,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/partners",
                {"as_of": as_of, "group": group, "on": on, "size": size, "sort": sort},
                {},
            ),
        )

    def partner(self, slug: str, code: str, *, as_of: datetime.date | None = None) -> PartnerPage:
        """Give a partner: what it promised by name and jointly, what it gives, what is asked of it."""
        return self._row(
            PartnerPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/partners/{part(code)}", {"as_of": as_of}, {})
        )

    def record_standing(
        self,
        slug: str,
        code: str,
        *,
        said_by: str,
        standing: str,
        since: datetime.date | None = None,
        name_en: str = "",
        short_en: str = "",
        name_fr: str = "",
        short_fr: str = "",
        name_ar: str = "",
        short_ar: str = "",
    ) -> None:
        """Record that a party is invited, accedes (again) or withdraws; one that is not there yet is brought in."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/partners/{part(code)}/standing",
                {},
                {},
                {
                    "said_by": said_by,
                    "since": since,
                    "name_en": name_en,
                    "short_en": short_en,
                    "name_fr": name_fr,
                    "short_fr": short_fr,
                    "name_ar": name_ar,
                    "short_ar": short_ar,
                    "standing": standing,
                },
            )
        )

    def rename(
        self,
        slug: str,
        code: str,
        *,
        said_by: str,
        since: datetime.date | None = None,
        name_en: str = "",
        short_en: str = "",
        name_fr: str = "",
        short_fr: str = "",
        name_ar: str = "",
        short_ar: str = "",
    ) -> None:
        """Record what a party is called from a day on."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/partners/{part(code)}/names",
                {},
                {},
                {
                    "said_by": said_by,
                    "since": since,
                    "name_en": name_en,
                    "short_en": short_en,
                    "name_fr": name_fr,
                    "short_fr": short_fr,
                    "name_ar": name_ar,
                    "short_ar": short_ar,
                },
            )
        )
