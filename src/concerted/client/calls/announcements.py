"""Operations of announcements. Written by `make api`."""

from __future__ import annotations

from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.announcements import CalendarProposals, TakenMeeting


class AnnouncementsCalls(Connection):
    """Operations of announcements."""

    def propose_meetings(self, slug: str, *, calendar: str, name: str) -> CalendarProposals:
        """Tell what the meetings of a calendar file would add, change and cancel. Nothing is written."""
        return self._row(
            CalendarProposals,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/calendar/proposals",
                {},
                {},
                {"calendar": calendar, "name": name},
            ),
        )

    def take_over_meetings(
        self,
        slug: str,
        *,
        calendar: str,
        name: str,
        take: dict[str, int],
        line: int | None = None,
        series: str = "",
        size: int = 100,
    ) -> Iterator[TakenMeeting]:
        """Add, change and cancel meetings as a calendar file says; what cannot be is refused one by one."""
        return self._rows(
            TakenMeeting,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/calendar/meetings",
                {"size": size},
                {},
                {"calendar": calendar, "name": name, "take": take, "line": line, "series": series},
            ),
        )
