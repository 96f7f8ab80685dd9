"""Meetings, held and planned."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Strict

from concerted.actions import cadences
from concerted.actions import meetings as keeping
from concerted.api.asking import Asking
from concerted.api.fields import Count, Day, LocalTime, Number, Seen, Sent, Slug, Word, plain
from concerted.api.operation import Operations
from concerted.convening.sittings import Sitting, is_zone
from concerted.register import queries
from concerted.register.rows.clock import ClockPage
from concerted.register.rows.meetings import MeetingChoice, MeetingPage, OverlapRow
from concerted.register.rows.records import MeetingRow
from concerted.terms.errors import Conflict

operations = Operations()


class Held(Sent):
    """The day on which a meeting began; without it, the one that was planned."""

    start: Day | None = None


class MeetingSent(Sent):
    """All that is said of a meeting.

    It ``opens`` on its first day (``start``) and ``closes`` on its last (``end``), by the clocks of its ``zone``, an
    IANA name; ``hosts`` are codes of parties.
    """

    name: plain(500)  # type: ignore[valid-type]  # a sort of text
    start: Day | None = None
    end: Day | None = None
    zone: plain(60) = ""  # type: ignore[valid-type]  # a sort of text
    opens: LocalTime | None = None
    closes: LocalTime | None = None
    place: plain(300) = ""  # type: ignore[valid-type]  # a sort of text
    room: Word = ""
    hosts: tuple[Word, ...] = ()
    line: Count | None = None
    series: Word = ""

    @property
    def content(self) -> keeping.Content:
        """Give what it says."""
        return keeping.Content(**self.model_dump())


class RuleSent(Sent):
    """A series must meet at least every so many `days`, as `said_by` says (`quote` is the passage), from a day on."""

    series: plain(200)  # type: ignore[valid-type]  # a sort of text
    days: Annotated[int, Strict(), Field(ge=1, le=cadences.MOST_DAYS)]
    said_by: plain(500)  # type: ignore[valid-type]  # a sort of text
    quote: plain(1000) = ""  # type: ignore[valid-type]  # a sort of text
    since: Day | None = None


class Cancelled(Sent):
    """Why a meeting is cancelled."""

    reason: plain(2000)  # type: ignore[valid-type]  # a sort of text


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


@operations.read("/coalitions/{slug:slug}/clock", past=True)
def clock(request: Asking, slug: Slug, series: Word = "", on: Day | None = None) -> ClockPage:
    """Give each series of meetings with its spans, warnings and breaches; and what if one met `on` a day."""
    return queries.clock(request.asker, slug, today=request.day, series=series, on=on)


@operations.make("/coalitions/{slug:slug}/clock/rules")
def set_rule(request: Asking, slug: Slug, body: RuleSent) -> int:
    """Record how often a series of meetings must come together; a rule that held before ends the day before."""
    return cadences.set_rule(coalition=slug, by=request.asker, at=request.at, **body.model_dump())


@operations.read("/coalitions/{slug:slug}/meetings/choice")
def meeting_choice(request: Asking, slug: Slug) -> MeetingChoice:
    """Give the lines, series and time zones that a meeting can be of."""
    return queries.meeting_choice(request.asker, slug)


@operations.read("/coalitions/{slug:slug}/meetings/overlaps")
def overlaps(
    request: Asking,
    slug: Slug,
    start: Day,
    end: Day | None = None,
    zone: Word = "",
    opens: LocalTime | None = None,
    closes: LocalTime | None = None,
    place: Word = "",
    room: Word = "",
    line: Number | None = None,
    series: Word = "",
    besides: Number | None = None,
) -> tuple[OverlapRow, ...]:
    """Give the planned meetings that one on these days would overlap in its room, line or series (`besides` itself)."""
    if zone and not is_zone(zone):
        raise Conflict(f"{zone!r} is no time zone", where="zone", expected="a name of the time zone database")
    if end is not None and end < start:
        raise Conflict(f"it ends on {end}, before it starts", where="end", expected=f"{start} or later")
    sits = Sitting(start, end or start, opens, closes, zone)
    shared = {"place": place, "room": room, "line": line, "series": series}
    return queries.overlaps(request.asker, slug, sits, besides=besides, **shared)


@operations.make("/coalitions/{slug:slug}/meetings")
def schedule(request: Asking, slug: Slug, body: MeetingSent) -> int:
    """Announce a meeting. Ask for what it overlaps first; a room that another one has then is refused."""
    return keeping.schedule(coalition=slug, content=body.content, by=request.asker, at=request.at)


@operations.change("/coalitions/{slug:slug}/meetings/{int:number}")
def change_meeting(request: Asking, slug: Slug, number: Number, body: MeetingSent, seen: Seen) -> None:
    """Change all that is said of a meeting."""
    queries.meeting(request.asker, slug, number, today=request.day)
    keeping.change(meeting=number, content=body.content, seen=edition(seen), by=request.asker, at=request.at)


@operations.change("/coalitions/{slug:slug}/meetings/{int:number}/cancelled")
def cancel_meeting(request: Asking, slug: Slug, number: Number, body: Cancelled, seen: Seen) -> None:
    """Cancel a planned meeting: it stays on record with the reason."""
    queries.meeting(request.asker, slug, number, today=request.day)
    keeping.cancel(meeting=number, reason=body.reason, seen=edition(seen), by=request.asker, at=request.at)


@operations.change("/coalitions/{slug:slug}/meetings/{int:number}/held")
def hold(request: Asking, slug: Slug, number: Number, body: Held, seen: Seen) -> None:
    """Say that a planned meeting was held, on the day planned or another one."""
    queries.meeting(request.asker, slug, number, today=request.day)
    keeping.hold(meeting=number, start=body.start, seen=edition(seen), by=request.asker, at=request.at)


def edition(seen: str) -> int:
    """Read the number of an edition; 0, which no record has, for what is none."""
    return int(seen) if seen.isdecimal() and len(seen) < 10 else 0
