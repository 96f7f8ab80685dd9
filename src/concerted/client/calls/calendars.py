"""Operations of calendars. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.calendars import CalendarAddresses, CalendarRows, NewCalendarAddress


class CalendarsCalls(Connection):
    """Operations of calendars."""

    def calendar(self, slug: str, *, line: int | None = None, series: str = "") -> CalendarRows:
        """Give meetings and what is due: all of it, or what is of a line or a series of meetings."""
        return self._row(
            CalendarRows,
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/calendar", {"line": line, "series": series}, {}),
        )

    def calendar_addresses(self, slug: str) -> CalendarAddresses:
        """List the private addresses of one's own calendars, and what a new one may be of."""
        return self._row(CalendarAddresses, Sending("GET", f"/api/v1/coalitions/{part(slug)}/calendars", {}, {}))

    def make_calendar_address(self, slug: str, *, line: int | None = None, series: str = "") -> NewCalendarAddress:
        """Make a private address, under which a calendar program finds what one sees; it is said this once."""
        return self._row(
            NewCalendarAddress,
            Sending("POST", f"/api/v1/coalitions/{part(slug)}/calendars", {}, {}, {"line": line, "series": series}),
        )

    def withdraw_calendar_address(self, slug: str, number: int) -> None:
        """Let one of one's own addresses work no more."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/calendars/{part(number)}", {}, {}))
