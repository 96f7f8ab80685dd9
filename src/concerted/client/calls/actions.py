"""Operations of actions. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import KeptAction, Made


class ActionsCalls(Connection):
    """Operations of actions."""

    def actions(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        item: int | None = None,
        line: int | None = None,
        meeting: int | None = None,
        owner: str | None = None,
        responsible: str | None = None,
        size: int = 100,
        status: str | None = None,
        verifier: str | None = None,
    ) -> Iterator[KeptAction]:
        """List the actions that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptAction,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/actions",
                {
                    "as_of": as_of,
                    "item": item,
                    "line": line,
                    "meeting": meeting,
                    "owner": owner,
                    "responsible": responsible,
                    "size": size,
                    "status": status,
                    "verifier": verifier,
                },
                {},
            ),
        )

    def add_action(
        self,
        slug: str,
        *,
        meeting: int,
        text: str,
        item: int | None = None,
        line: int | None = None,
        responsible: str = "",
        verifier: str = "",
        due: datetime.date | None = None,
        status: str = "",
        reach: str = "coalition",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a action; seen at first by: coalition."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/actions",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "meeting": meeting,
                    "item": item,
                    "line": line,
                    "text": text,
                    "responsible": responsible,
                    "verifier": verifier,
                    "due": due,
                    "status": status,
                    "reach": reach,
                },
            ),
        )

    def action(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptAction:
        """Give what a action says, whose it is, and how far it is released."""
        return self._row(
            KeptAction, Sending("GET", f"/api/v1/coalitions/{part(slug)}/actions/{part(number)}", {"as_of": as_of}, {})
        )

    def change_action(
        self,
        slug: str,
        number: int,
        *,
        meeting: int,
        text: str,
        if_match: str,
        item: int | None = None,
        line: int | None = None,
        responsible: str = "",
        verifier: str = "",
        due: datetime.date | None = None,
        status: str = "",
    ) -> KeptAction:
        """Change all that a action says."""
        return self._row(
            KeptAction,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/actions/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "meeting": meeting,
                    "item": item,
                    "line": line,
                    "text": text,
                    "responsible": responsible,
                    "verifier": verifier,
                    "due": due,
                    "status": status,
                },
            ),
        )

    def withdraw_action(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a action back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/actions/{part(number)}", {}, {"If-Match": if_match})
        )
