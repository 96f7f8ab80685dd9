"""Operations of meetings. Written by `make api`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.calendars import MeetingRow
from concerted.client.rows.meetings import ClockPage, MeetingChoice, MeetingPage, OverlapRow


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

    def schedule(
        self,
        slug: str,
        *,
        name: str,
        start: datetime.date | None = None,
        end: datetime.date | None = None,
        zone: str = "",
        opens: str | None = None,
        closes: str | None = None,
        place: str = "",
        room: str = "",
        hosts: tuple[str, ...] = (),
        line: int | None = None,
        series: str = "",
        idempotency_key: str | None = None,
    ) -> Made:
        """Announce a meeting. Ask for what it overlaps first; a room that another one has then is refused."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/meetings",
                {},
                {"Idempotency-Key": idempotency_key},
                {
                    "name": name,
                    "start": start,
                    "end": end,
                    "zone": zone,
                    "opens": opens,
                    "closes": closes,
                    "place": place,
                    "room": room,
                    "hosts": hosts,
                    "line": line,
                    "series": series,
                },
            ),
        )

    def meeting(self, slug: str, number: int, *, as_of: datetime.date | None = None) -> MeetingPage:
        """Give a meeting, the obligations that it satisfies, and what is open when it comes together."""
        return self._row(
            MeetingPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}", {"as_of": as_of}, {}),
        )

    def change_meeting(
        self,
        slug: str,
        number: int,
        *,
        name: str,
        if_match: str,
        start: datetime.date | None = None,
        end: datetime.date | None = None,
        zone: str = "",
        opens: str | None = None,
        closes: str | None = None,
        place: str = "",
        room: str = "",
        hosts: tuple[str, ...] = (),
        line: int | None = None,
        series: str = "",
    ) -> None:
        """Change all that is said of a meeting."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}",
                {},
                {"If-Match": if_match},
                {
                    "name": name,
                    "start": start,
                    "end": end,
                    "zone": zone,
                    "opens": opens,
                    "closes": closes,
                    "place": place,
                    "room": room,
                    "hosts": hosts,
                    "line": line,
                    "series": series,
                },
            )
        )

    def clock(
        self, slug: str, *, as_of: datetime.date | None = None, on: datetime.date | None = None, series: str = ""
    ) -> ClockPage:
        """Give each series of meetings with its spans, warnings and breaches; and what if one met `on` a day."""
        return self._row(
            ClockPage,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/clock", {"as_of": as_of, "on": on, "series": series}, {}),
        )

    def set_rule(
        self,
        slug: str,
        *,
        series: str,
        days: int,
        said_by: str,
        quote: str = "",
        since: datetime.date | None = None,
        idempotency_key: str | None = None,
    ) -> Made:
        """Record how often a series of meetings must come together; a rule that held before ends the day before."""
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/clock/rules",
                {},
                {"Idempotency-Key": idempotency_key},
                {"series": series, "days": days, "said_by": said_by, "quote": quote, "since": since},
            ),
        )

    def meeting_choice(self, slug: str) -> MeetingChoice:
        """Give the lines, series and time zones that a meeting can be of."""
        return self._row(MeetingChoice, Sending("GET", f"/api/v1/coalitions/{part(slug)}/meetings/choice", {}, {}))

    def overlaps(
        self,
        slug: str,
        *,
        start: datetime.date,
        besides: int | None = None,
        closes: str | None = None,
        end: datetime.date | None = None,
        line: int | None = None,
        opens: str | None = None,
        place: str = "",
        room: str = "",
        series: str = "",
        size: int = 100,
        zone: str = "",
    ) -> Iterator[OverlapRow]:
        """Give the planned meetings that one on these days would overlap in its room, line or series (`besides`
        itself).
        """
        return self._rows(
            OverlapRow,
            Sending(
                "GET",
                f"/api/v1/coalitions/{part(slug)}/meetings/overlaps",
                {
                    "besides": besides,
                    "closes": closes,
                    "end": end,
                    "line": line,
                    "opens": opens,
                    "place": place,
                    "room": room,
                    "series": series,
                    "size": size,
                    "start": start,
                    "zone": zone,
                },
                {},
            ),
        )

    def cancel_meeting(self, slug: str, number: int, *, reason: str, if_match: str) -> None:
        """Cancel a planned meeting: it stays on record with the reason."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/meetings/{part(number)}/cancelled",
                {},
                {"If-Match": if_match},
                {"reason": reason},
            )
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
