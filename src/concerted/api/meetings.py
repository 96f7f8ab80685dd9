"""Meetings, held and planned."""

from __future__ import annotations

from concerted.actions import meetings as keeping
from concerted.api.asking import Asking
from concerted.api.fields import Day, Number, Seen, Sent, Slug
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.meetings import MeetingPage
from concerted.register.rows.records import MeetingRow

operations = Operations()


class Held(Sent):
    """The day on which a meeting began; without it, the one that was planned."""

    start: Day | None = None


@operations.read(
    "/coalitions/{slug:slug}/meetings",
    past=True,
    sorts={"id": lambda one: one.meeting.id, "start": lambda one: one.meeting.start},
)
def meetings(request: Asking, slug: Slug) -> tuple[MeetingRow, ...]:
    """List the meetings, the latest first; those without a day come last."""
    return queries.meetings(request.asker, slug)


@operations.read(
    "/coalitions/{slug:slug}/meetings/{int:number}", past=True, record="meeting", edition=lambda page: page.edition
)
def meeting(request: Asking, slug: Slug, number: Number) -> MeetingPage:
    """Give a meeting, the obligations that it satisfies, and what is open when it comes together."""
    return queries.meeting(request.asker, slug, number, today=request.day)


@operations.change("/coalitions/{slug:slug}/meetings/{int:number}/held")
def hold(request: Asking, slug: Slug, number: Number, body: Held, seen: Seen) -> None:
    """Say that a planned meeting was held, on the day planned or another one."""
    queries.meeting(request.asker, slug, number, today=request.day)
    keeping.hold(meeting=number, start=body.start, seen=edition(seen), by=request.asker, at=request.at)


def edition(seen: str) -> int:
    """Read the number of an edition; 0, which no record has, for what is none."""
    return int(seen) if seen.isdecimal() and len(seen) < 10 else 0
