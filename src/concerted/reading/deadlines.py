"""Deadlines: time limits with the day that follows from them, and from what it was worked out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from concerted.reading.facts import Deadline, Window
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.time_limit import Period, TimeLimit
from concerted.reading.time_limits import find_time_limits

_SILENT = frozenset(
    {BlockKind.PREAMBLE, BlockKind.HEADING, BlockKind.PARTY_LIST, BlockKind.SEPARATOR, BlockKind.BOILERPLATE}
)


def find_deadlines(
    layout: Layout, issued_on: date | None, given_date: date | None, window: Window | None = None
) -> tuple[Deadline, ...]:
    """Find the deadlines of a statement, in the order of the text.

    ``issued_on`` and ``window`` come from the body and work out ``date``; ``given_date`` comes from
    outside and works out ``date_if_given``. A year is 365 days, as statements count
    ("180 days" after 3 December 2014 is 1 June 2015). Limits that had passed when the statement
    was made are history, not deadlines.
    """
    found = []
    year = _only_year(window)
    from_body = issued_on or (window.earliest if window else None)
    known_from = issued_on or given_date or from_body
    for block in layout.blocks:
        if block.kind in _SILENT:
            continue
        for limit in find_time_limits(layout.text, block.start, block.end):
            if _tells_an_effect(layout.text, block.start, limit):
                continue
            deadline = _deadline(limit, issued_on, given_date, year, from_body)
            day = deadline.date or deadline.date_if_given
            if not (day and known_from and day < known_from):
                found.append(deadline)
    return tuple(found)


_EFFECT = re.compile(r"\b(?:would|could|can|may|might|potential(?:ly)?|estimat\w+|project(?:ed|ions?))\b")
_OF_AN_EVENT = re.compile(r"\b(?:being|to\s+be)\s+(?:co-)?(?:hosted|held|convened)\b[^.;,]{0,60}$")
_BINDING = re.compile(
    r"\b(?:will|shall|must|should|commit\w*|pledg\w+|aim\w*|inten[dt]\w*|targets?|agree\w*|determined|ambition\w*|call\w*|urg\w+"
    r"|request\w*|encourag\w+|seek\w*|striv\w+|resol\w+|plan\w*|ensur\w+|need\w*|work\w*)\b"
)


def _tells_an_effect(text: str, floor: int, limit: TimeLimit) -> bool:
    """Tell whether a sentence only foresees what comes of something ("would cool the sea by 2040")."""
    start = max(floor, text.rfind(". ", floor, limit.passage.start) + 1)
    if limit.period and _OF_AN_EVENT.search(text, start, limit.passage.start):
        return True  # the day of another's event
    return bool(
        limit.day
        and _EFFECT.search(text, start, limit.passage.start)
        and not _BINDING.search(text, start, limit.passage.start)
    )


def _only_year(window: Window | None) -> int | None:
    """Give the year of the statement where the window leaves one alone."""
    if window and window.earliest and window.latest and window.earliest.year == window.latest.year:
        return window.earliest.year
    return None


def _deadline(
    limit: TimeLimit, issued_on: date | None, given_date: date | None, year: int | None, from_body: date | None
) -> Deadline:
    if limit.event:
        return Deadline(
            limit.passage, None, limit.days, limit.months, None, f"the event that the words name: {limit.event.strip()}"
        )
    if limit.day:
        return Deadline(limit.passage, limit.day, worked_out_from="the date in the words")
    if limit.yearless and from_body:
        day = _count(limit, from_body)
        return Deadline(limit.passage, day, worked_out_from=f"the date in the words, the first from {from_body} on")
    day, said = _count(limit, issued_on), "the day that the text gives for itself"
    if day is None and limit.period is Period.YEAR and year:
        day, said = date(year + limit.periods_on, 12, 31), "the year that the text allows for itself"
    if_given = _count(limit, given_date)
    if day is None:
        said = "the date that was given with the text" if if_given else ""
    origin = f"{said}, {(issued_on if day else given_date) or year}" if said else None
    return Deadline(limit.passage, day, limit.days, limit.months, if_given, origin)


def _count(limit: TimeLimit, origin: date | None) -> date | None:
    """Count a limit from a day; None without one or where the calendar ends."""
    if origin is None:
        return None
    try:
        if limit.yearless:
            dated = limit.yearless.first_from(origin)
            return dated.last if dated else None
        if limit.days is not None:
            return origin + timedelta(days=limit.days)
        if limit.months is not None:
            return add_months(origin, limit.months)
        if limit.period is Period.MONTH:
            month = add_months(origin.replace(day=1), limit.periods_on)
            return month.replace(day=monthrange(month.year, month.month)[1])
        if limit.period is Period.DECADE:
            return date(origin.year // 10 * 10 + 10 * (1 + limit.periods_on), 12, 31)
        ends = (6, 30) if limit.period is Period.HALF_YEAR else (12, 31)
        return date(origin.year + limit.periods_on, *ends)
    except (OverflowError, ValueError):
        return None


def add_months(day: date, months: int) -> date:
    """Go some months on, to the last day of the month if it is too short for the day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
