"""Operations of items. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.items import KeptItem


class ItemsCalls(Connection):
    """Operations of items."""

    def items(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        line: int | None = None,
        meeting: int | None = None,
        owner: str | None = None,
        size: int = 100,
        status: str | None = None,
    ) -> Iterator[KeptItem]:
        """List the items that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptItem,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/items",
                {"as_of": as_of, "line": line, "meeting": meeting, "owner": owner, "size": size, "status": status},
                {},
            ),
        )

    def add_item(
        self,
        slug: str,
        *,
        meeting: int,
        title: str,
        status: str,
        line: int | None = None,
        minutes: Decimal | None = None,
        speaker: str = "",
        room: str = "",
        note: str = "",
        why: str = "",
        reach: str = "owner only",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a item; seen at first by: owner only."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/items",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "meeting": meeting,
                    "line": line,
                    "title": title,
                    "minutes": minutes,
                    "speaker": speaker,
                    "room": room,
                    "note": note,
                    "status": status,
                    "why": why,
                    "reach": reach,
                },
            ),
        )

    def item(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptItem:
        """Give what a item says, whose it is, and how far it is released."""
        return self._row(
            KeptItem, Sending("GET", f"/api/v1/coalitions/{part(slug)}/items/{part(number)}", {"as_of": as_of}, {})
        )

    def change_item(
        self,
        slug: str,
        number: int,
        *,
        meeting: int,
        title: str,
        status: str,
        if_match: str,
        line: int | None = None,
        minutes: Decimal | None = None,
        speaker: str = "",
        room: str = "",
        note: str = "",
        why: str = "",
    ) -> KeptItem:
        """Change all that a item says."""
        return self._row(
            KeptItem,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/items/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "meeting": meeting,
                    "line": line,
                    "title": title,
                    "minutes": minutes,
                    "speaker": speaker,
                    "room": room,
                    "note": note,
                    "status": status,
                    "why": why,
                },
            ),
        )

    def withdraw_item(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a item back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/items/{part(number)}", {}, {"If-Match": if_match})
        )
