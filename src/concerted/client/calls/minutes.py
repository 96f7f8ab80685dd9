"""Operations of minutes. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.minutes import DraftStatement, KeptMinute, Minutes, ReservationRow


class MinutesCalls(Connection):
    """Operations of minutes."""

    def minutes(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        item: int | None = None,
        meeting: int | None = None,
        owner: str | None = None,
        size: int = 100,
    ) -> Iterator[KeptMinute]:
        """List the minutes that one sees, by their numbers, from past `after` on."""
        return self._rows(
            KeptMinute,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/minutes",
                {"as_of": as_of, "item": item, "meeting": meeting, "owner": owner, "size": size},
                {},
            ),
        )

    def add_minute(
        self,
        slug: str,
        *,
        meeting: int,
        text: str,
        item: int | None = None,
        reach: str = "coalition",
        idempotency_key: str | None = None,
    ) -> Made:
        """Enter a minute; seen at first by: coalition."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/minutes",
                {},
                {"Idempotency-Key": idempotency_key},
                {"meeting": meeting, "item": item, "text": text, "reach": reach},
            ),
        )

    def minute(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> KeptMinute:
        """Give what a minute says, whose it is, and how far it is released."""
        return self._row(
            KeptMinute, Sending("GET", f"/api/v1/coalitions/{part(slug)}/minutes/{part(number)}", {"as_of": as_of}, {})
        )

    def change_minute(
        self, slug: str, number: int, *, meeting: int, text: str, if_match: str, item: int | None = None
    ) -> KeptMinute:
        """Change all that a minute says."""
        return self._row(
            KeptMinute,
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/minutes/{part(number)}",
                {},
                {"If-Match": if_match},
                {"meeting": meeting, "item": item, "text": text},
            ),
        )

    def withdraw_minute(self, slug: str, number: int, *, if_match: str) -> None:
        """Take a minute back: it stays in the ledger alone."""
        self._done(
            Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/minutes/{part(number)}", {}, {"If-Match": if_match})
        )

    def meeting_minutes(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> Minutes:
        """Give the minutes of a meeting by agenda item, with its decisions, action points and reservations."""
        return self._row(
            Minutes,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/minutes", {"as_of": as_of}, {}),
        )

    def meeting_report(self, slug: str, number: int, form: str) -> bytes:
        """Hand out the report of a meeting in English: participants, agenda, minutes, decisions and what follows
        them.
        """
        return self._file(
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/report/{part(form)}", {}, {})
        )

    def draft_statement(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> DraftStatement:
        """Draft the statement of a meeting from the record: each point with the record that it rests on."""
        return self._row(
            DraftStatement,
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/draft-statement", {"as_of": as_of}, {}
            ),
        )

    def draft_statement_file(self, slug: str, number: int, form: str) -> bytes:
        """Hand out the draft of a meeting's statement in English, to edit further."""
        return self._file(
            Sending(
                "GET", f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/draft-statement/{part(form)}", {}, {}
            )
        )

    def reservation_rows(
        self,
        slug: str,
        *,
        as_of: datetime.date | None = None,
        party: str | None = None,
        size: int = 100,
        statement: int | None = None,
    ) -> Iterator[ReservationRow]:
        """List reservations with what they are about: all, those to a statement, or those of a party."""
        return self._rows(
            ReservationRow,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/reservation-rows",
                {"as_of": as_of, "party": party, "size": size, "statement": statement},
                {},
            ),
        )
