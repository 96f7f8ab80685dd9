"""Meetings of a calendar file: what it would add, change and cancel, and taking it over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from pydantic import Field

from concerted.actions import announced as taking
from concerted.api.asking import Asking
from concerted.api.fields import Count, Sent, Slug, Word, plain
from concerted.api.operation import Operations
from concerted.api.statements import FileName
from concerted.convening.announcements import Proposal
from concerted.formats.calendars.announced import LARGEST, MOST, announcements
from concerted.register import queries
from concerted.register.packing.names import own_name

operations = Operations()


class CalendarFile(Sent):
    """A calendar file (iCalendar, RFC 5545) as its text, with CRLF at the end of each line; `name` is the file's."""

    calendar: plain(LARGEST)  # type: ignore[valid-type]  # a sort of text
    name: FileName


class CalendarChosen(CalendarFile):
    """A calendar file and which of its meetings to take over: a UID and the edition that was proposed for each.

    New meetings are of the `line` and `series`.
    """

    take: dict[Word, Count] = Field(max_length=MOST)
    line: Count | None = None
    series: Word = ""


@dataclass(frozen=True, slots=True)
class CalendarDifference:
    """A field that the register (`was`) and the calendar (`now`) say differently."""

    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ProposedMeeting:
    """A meeting of the file, and what becomes of it.

    `verdict` is new, changed or cancelled where there is something to do, else same, older (than what was taken over
    before), over (it was held or cancelled), cancelled and not known. `meeting` is the one it is of, null for a new
    one, in its `edition` (0: none); of a new one, `beside` are the numbers of the meetings that are known on its days.
    """

    uid: str
    sequence: int
    verdict: str
    to_do: bool
    meeting: int | None
    edition: int
    name: str
    start: date | None
    end: date | None
    zone: str
    opens: time | None
    closes: time | None
    place: str
    differences: tuple[CalendarDifference, ...]
    beside: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnreadableMeeting:
    """A meeting of the file that cannot be taken over: where it stands, what is wrong, what was expected."""

    where: str
    what: str
    expected: str


@dataclass(frozen=True, slots=True)
class CalendarProposals:
    """What a calendar file would add, change and cancel.

    Each meeting of an entry that repeats is one of its own; of what repeats without end, those from today `until` a day
    (null: nothing does).
    """

    meetings: tuple[ProposedMeeting, ...]
    unreadable: tuple[UnreadableMeeting, ...]
    until: date | None


@dataclass(frozen=True, slots=True)
class TakenMeeting:
    """What became of a chosen meeting: its number, or what was wrong ("": nothing)."""

    uid: str
    verdict: str
    meeting: int | None
    what: str
    expected: str


@operations.change("/coalitions/{slug:slug}/calendar/proposals", method="POST")
def propose_meetings(request: Asking, slug: Slug, body: CalendarFile) -> CalendarProposals:
    """Tell what the meetings of a calendar file would add, change and cancel. Nothing is written."""
    queries.coalition(request.asker, slug)
    found = announcements(str(body.calendar).encode(), body.name, request.day)
    proposals = queries.proposals(request.asker, slug, found.meetings, found.series, register=own_name())
    return CalendarProposals(
        tuple(_proposed(one) for one in proposals),
        tuple(UnreadableMeeting(one.where, one.what, one.expected) for one in found.refused),
        found.until,
    )


@operations.change("/coalitions/{slug:slug}/calendar/meetings", method="POST")
def take_over_meetings(request: Asking, slug: Slug, body: CalendarChosen) -> tuple[TakenMeeting, ...]:
    """Add, change and cancel meetings as a calendar file says; what cannot be is refused one by one."""
    queries.coalition(request.asker, slug)
    found = announcements(str(body.calendar).encode(), body.name, request.day)
    done = taking.take_over(
        coalition=slug,
        announced=found.meetings,
        series=found.series,
        chosen=body.take,
        source=taking.Source(body.name, body.line, body.series),
        by=request.asker,
        at=request.at,
    )
    return tuple(
        TakenMeeting(
            one.uid,
            one.verdict.value,
            None if one.refused else one.meeting,
            one.refused.what if one.refused else "",
            one.refused.expected if one.refused else "",
        )
        for one in done
    )


def _proposed(one: Proposal) -> ProposedMeeting:
    said = one.announcement
    return ProposedMeeting(
        uid=said.uid,
        sequence=said.sequence,
        verdict=one.verdict.value,
        to_do=one.to_do,
        meeting=one.meeting,
        edition=one.edition,
        name=said.name,
        start=said.start,
        end=said.end,
        zone=said.zone,
        opens=said.opens,
        closes=said.closes,
        place=said.where,
        differences=tuple(
            CalendarDifference(each.field, _written(each.was), _written(each.now)) for each in one.differences
        ),
        beside=tuple(each.number for each in one.beside),
    )


def _written(value: str | date | time | None) -> str:
    return "" if value is None else str(value)
