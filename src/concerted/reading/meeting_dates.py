"""Which date of a clause belongs to a gathering, and what it says."""

from __future__ import annotations

import re
from datetime import date

from concerted.reading.dates import DateMention, Precision
from concerted.reading.facts import MeetingStatus
from concerted.reading.gatherings import Clause, Gathering, cue


def date_of(
    text: str, gathering: Gathering, floor: int, ceiling: int, dates: list[DateMention], first: bool
) -> DateMention | None:
    """Choose the date that belongs to a gathering: in its name, right after it, or at the head of its clause."""
    inside = [mention for mention in dates if gathering.start <= mention.passage.start < gathering.end]
    after = [
        mention
        for mention in dates
        if gathering.end <= mention.passage.start < ceiling
        and mention.passage.start - gathering.end < 130
        and not re.search(
            r"\b(?:by|until|since|before|from\s+now|no\s+later\s+than)\s+(?:the\s+end\s+of\s+)?\Z",
            text[gathering.end : mention.passage.start],
        )
    ]
    before = [
        mention
        for mention in dates
        if floor <= mention.passage.end <= gathering.start
        # A date between two gatherings goes with the first, unless it opens the clause.
        and (first or text[max(0, mention.passage.start - 3) : mention.passage.start] in ("On ", "In "))
        and re.search(
            r"\b(?:On|on|In|in|(?:occasion|morning|evening|day)\s+of)\s+\Z",
            text[max(0, mention.passage.start - 14) : mention.passage.start],
        )
        and not re.search(r"[;:]", text[mention.passage.end : gathering.start])
    ]
    if after and re.search(
        r"(?<!\A\s)\b(?:adopted|signed|launched|announced|agreed|founded|founding|resolution|reflected|contained|declaration)\b",
        text[gathering.end : after[0].passage.start],
    ):
        after = []
    for choice in (
        inside[:1],
        [item for item in after[:1] if item.passage.start - gathering.end < 9],  # "a meeting on health in 2019"
        [item for item in after if item.precision is not Precision.YEAR][:1],
        before[-1:],
        after[:1],
    ):
        if choice:
            return choice[0]
    return None


def in_its_year(
    dated: DateMention | None, status: MeetingStatus, reference: date | None, exact: bool
) -> DateMention | None:
    if dated is None or dated.first is not None or reference is None:
        return dated
    if not exact:  # the reference is only the latest day that the text tells as past
        return None if dated.precision is Precision.MONTH else dated.in_year(reference.year)
    return dated.last_before(reference) if status is MeetingStatus.HELD else dated.first_from(reference)


def days_of(dated: DateMention | None) -> tuple[date | None, date | None]:
    if dated is None or dated.precision not in (Precision.DAY, Precision.DAYS):
        return None, None
    return dated.first, dated.last if dated.precision is Precision.DAYS else None


def note_of(clause: Clause, gathering: Gathering, dated: DateMention | None) -> str | None:
    notes = []
    if cue("recurring").search(clause.text[gathering.start : min(clause.end, gathering.end + 30)]):
        notes.append("recurring; no day given")
    if dated and dated.first and dated.precision is Precision.MONTH:
        notes.append(f"month only: {dated.first.isoformat()[:7]}")
    elif dated and dated.precision is Precision.MONTH:
        notes.append(f"month only: {dated.passage.quote}")
    elif dated and dated.first and dated.precision is Precision.YEAR:
        notes.append(f"year only: {dated.first.year}")
    if re.search(
        r"\bvirtual(?:ly)?\b",
        clause.text[max(clause.start, gathering.start - 20) : min(clause.end, gathering.end + 40)],
    ):
        notes.append("virtual")
    return "; ".join(notes) or None
