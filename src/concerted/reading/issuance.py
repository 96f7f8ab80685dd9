"""When and where a statement was made: the day that its body fixes, or the window that it allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from concerted.reading.body_date import body_date, past_days
from concerted.reading.dates import find_dates
from concerted.reading.facts import Meeting, MeetingStatus, Window
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.time_limits import find_time_limits
from concerted.terms.document import Document
from concerted.terms.errors import DateOutsideWindow
from concerted.terms.passage import Passage


def find_issuance(
    layout: Layout,
    document: Document,
    meetings: Sequence[Meeting],
    given_date: date | None,
) -> tuple[date | None, Passage | None, Window | None, str | None]:
    """Find the day of a statement with the words that fix it, else the window, and the place.

    The window runs from the latest day that the text tells as past to the earliest day of a meeting that it
    still plans, or a date that it sets within a year, each with its passage; None where neither bounds it.
    Raises DateOutsideWindow if ``given_date`` contradicts the body's own day or window.
    """
    issued_on, issued_from = body_date(layout)
    place = _place(layout, meetings)
    if issued_on:
        if given_date and given_date != issued_on:
            raise DateOutsideWindow(
                f"the date {given_date} contradicts the text ({issued_from.quote if issued_from else issued_on})",
                where=document.source or document.title or "the statement",
                expected=str(issued_on),
            )
        return issued_on, issued_from, None, place
    window = find_window(layout, meetings)
    if given_date and window:
        _check(given_date, window, document)
    return None, None, window, place


def find_window(layout: Layout, meetings: Sequence[Meeting]) -> Window | None:
    """Bound the day of a statement by what it tells as past and what it still plans; None where nothing bounds it."""
    earliest, earliest_from = max(past_days(layout), default=(None, None))
    for meeting in meetings:
        day = meeting.end or meeting.start
        if meeting.status is MeetingStatus.HELD and day and (earliest is None or day > earliest):
            earliest, earliest_from = day, meeting.passage
    latest, latest_from = _first_deadline(layout, earliest)
    for meeting in meetings:
        day = _last_day(meeting)
        if meeting.status is MeetingStatus.PLANNED and day and (latest is None or day < latest):
            latest, latest_from = day, meeting.passage
    if latest and earliest and latest < earliest:
        latest, latest_from = None, None  # the text looks back on what it calls planned: no bound
    return Window(earliest, latest, earliest_from, latest_from) if earliest or latest else None


def _first_deadline(layout: Layout, earliest: date | None) -> tuple[date | None, Passage | None]:
    """Give the first date that the text sets within a year of its latest past day: it was made before that date."""
    if earliest is None:
        return None, None
    days = [
        (limit.day, limit.passage)
        for block in layout.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        for limit in find_time_limits(layout.text, block.start, block.end)
        if limit.day and limit.event is None and earliest <= limit.day <= earliest + timedelta(days=366)
    ]
    return min(days, default=(None, None))


def _last_day(meeting: Meeting) -> date | None:
    """Give the last day that a planned meeting can have, where the text gives day or year."""
    if meeting.start:
        return meeting.end or meeting.start
    year = re.search(r"year only: (\d{4})", meeting.note or "")
    return date(int(year[1]), 12, 31) if year else None


def _check(given: date, window: Window, document: Document) -> None:
    where = document.source or document.title or "the statement"
    expected = f"a day from {window.earliest or 'any day'} to {window.latest or 'any day'}"
    # On the first of its days a meeting has begun; a statement may be made before the last.
    begun = window.earliest_from and any(
        mention.first and mention.first <= given
        for mention in find_dates(window.earliest_from.quote)
        if mention.last == window.earliest
    )
    if window.earliest and given < window.earliest and not begun:
        said = window.earliest_from.quote if window.earliest_from else window.earliest
        raise DateOutsideWindow(
            f"the date {given} is before what the text tells as past ({said})", where=where, expected=expected
        )
    if window.latest and given > window.latest:
        said = window.latest_from.quote if window.latest_from else window.latest
        raise DateOutsideWindow(
            f"the date {given} is after what the text still plans ({said})", where=where, expected=expected
        )


_PLACE_LINE = re.compile(
    r"(?P<place>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,3})(?:,\s*(?:[A-Z][\w.]+,\s*)?)\s*(?=(?:the\s+)?(?:\d|[A-Z][a-z]+\s+\d))"
)


def _place(layout: Layout, meetings: Sequence[Meeting]) -> str | None:
    """Read the place from a line of place and date, else from the meeting at which the statement was made."""
    for block in layout.blocks[:14]:
        if block.kind is BlockKind.DATE_LINE:
            match = _PLACE_LINE.match(layout.text, block.start, block.end)
            if match:
                return match["place"]
    body = [block for block in layout.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.FOREIGN)]
    limit = body[min(3, len(body) - 1)].end if body else 0
    held = [meeting for meeting in meetings if meeting.status is MeetingStatus.HELD and meeting.passage.start < limit]
    return next((meeting.place for meeting in held if meeting.place), None)
