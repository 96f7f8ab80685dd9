"""Whether words are about a gathering at all, and whether it is held or planned."""

from __future__ import annotations

import re
from datetime import date

from concerted.reading.dates import DateMention, Precision
from concerted.reading.facts import MeetingStatus
from concerted.reading.gatherings import Clause, Gathering, cue, either

_INTRODUCED = re.compile(
    r"\b(?:at|during|following|after|since|outcomes?\s+of|margins\s+of|sidelines\s+of|occasion\s+of|ahead\s+of|advance\s+of|before"
    r"|prior\s+to|until|host\s+of|successful|forward\s+to|made\s+in)\s+(?:the\s+|a\s+|our\s+)?\Z",
    re.IGNORECASE,
)
_GRAND = re.compile(r"\b(?:Summit|Conference|Ministerial|Meeting|Plenary|Dialogue|COP\s?\d+|Session)\b")


def counts(clause: Clause, gathering: Gathering, dated: DateMention | None, place: str | None) -> bool:
    """Tell whether the words are about one gathering (or a recurring one), held or promised."""
    text, name = clause.text, gathering.name or ""
    lead = text[max(clause.start, gathering.start - 90) : gathering.start]
    called_for = bool(cue("open").search(lead)) and not (dated and dated.first)
    if gathering.verb and not name:
        around = text[clause.start : gathering.end + 60]
        if gathering.verb == "past" and cue("recurring").search(text[gathering.start : gathering.end]):
            return False
        return not (called_for and gathering.verb == "planned" and re.search(r"\bif\b|\bshould\b", around))
    if called_for or not name:
        return False
    if re.match(r"COP", name):
        return True
    if gathering.plural:
        if gathering.proper and re.match(rf"\s+(?:{either('recurring')})\b", text[gathering.end : gathering.end + 30]):
            return True
        return gathering.done and (
            gathering.proper or bool(cue("recurring").search(name + lead)) or "ubsequent" in name
        )
    told = gathering.proper or gathering.ordinal or bool(dated) or bool(place)
    if gathering.noun in ("dialogue", "dialogues", "consultations", "talks") and not (
        dated and dated.precision is Precision.DAY
    ):
        return False
    if gathering.noun == "Dialogue" and not (gathering.done or dated):
        return False
    if not told and len(name.split()) < 3 and text[gathering.start : gathering.start + 4].lower() in ("the ", "an o"):
        return False  # "the meeting" points at one that was named
    if gathering.done:
        return told or not gathering.weak or bool(re.match(r"an?\s", text[gathering.start : gathering.start + 3]))
    if gathering.weak and not (gathering.ordinal or (dated and dated.precision is Precision.DAY)):
        return False
    if dated and dated.precision in (Precision.DAY, Precision.DAYS):
        return True
    if gathering.ordinal and dated:
        return True
    if re.match(r"our\s+\w+\s+today\b", text[gathering.start : gathering.end + 8], re.IGNORECASE):
        return True
    grand = bool(_GRAND.search(name)) and gathering.proper
    if grand and (gathering.ordinal or place):
        return True
    return (grand or (gathering.ordinal and gathering.proper)) and bool(_INTRODUCED.search(lead))


_HAPPENED = re.compile(r"(?<!\bbe\s)(?<!\bbe co-)\b(?:hosted|convened|held|took\s+place|was|were|attended|chaired)\b")
_TO_HAPPEN = re.compile(
    r"\b(?:to\s+be|will\s+be|be)\s+(?:co-)?(?:hosted|convened|held)|\b(?:will|to)\s+(?:co-)?(?:host|convene|hold)\b"
)


def status_of(clause: Clause, gathering: Gathering, dated: DateMention | None) -> MeetingStatus:
    """Tell held from planned: by the verb, by the day against the statement's own, by words that look ahead."""
    if gathering.verb in ("past", "gerund", "present"):
        return MeetingStatus.HELD
    if gathering.verb == "planned":
        return MeetingStatus.PLANNED
    text = clause.text
    if re.match(r"\s+today\b", text[gathering.end : min(clause.end, gathering.end + 8)]):
        return MeetingStatus.HELD
    around = text[max(clause.start, gathering.start - 110) : gathering.start]
    after = text[gathering.end : min(clause.end, gathering.end + 60)]
    ahead = bool(
        cue("ahead").search(around + " " + (gathering.name or ""))
        or re.search(r"\b(?:will|to\s+be|planned|scheduled|edition\s+of\s+which)\b", after)
    )
    year = re.match(r"\D{0,12}\b(20\d\d)\b", gathering.name or "")
    if clause.exact and clause.reference:
        by_day = _by_day(dated, int(year[1]) if year else None, clause.reference)
        if by_day:
            return by_day
    near = text[max(clause.start, gathering.start - 40) : min(clause.end, gathering.end + 30)]
    if _HAPPENED.search(near) and not _TO_HAPPEN.search(near):
        return MeetingStatus.HELD
    this_year = dated.in_year(clause.reference.year) if dated and clause.exact and clause.reference else dated
    by_day = _by_day(this_year, None, clause.reference) if clause.reference and not ahead else None
    if by_day:
        return by_day
    return MeetingStatus.PLANNED if ahead else MeetingStatus.HELD


def _by_day(dated: DateMention | None, year: int | None, reference: date) -> MeetingStatus | None:
    """Tell held from planned by the day, or the year in the name, against a day; None where they leave it open."""
    if year and year != reference.year:
        return MeetingStatus.HELD if year < reference.year else MeetingStatus.PLANNED
    if dated and dated.last and dated.last < reference:
        return MeetingStatus.HELD
    if dated and dated.first and dated.last:
        return MeetingStatus.PLANNED if dated.first > reference else MeetingStatus.HELD
    return None
