"""Mentions of one gathering, put together."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from concerted.reading.dates import month_numbers
from concerted.reading.facts import Meeting, MeetingStatus


def merged(meetings: list[Meeting]) -> list[Meeting]:
    """Keep each gathering once: same passage, same name, or the statement's own meeting told twice at its beginning."""
    found: list[Meeting] = []
    for meeting in meetings:
        for place, seen in enumerate(found):
            if _same(seen, meeting):
                found[place] = _fuller(seen, meeting)
                break
        else:
            found.append(meeting)
    return sorted(found, key=lambda meeting: meeting.passage)


_PLAIN = frozenset(
    [
        "meeting",
        "meetings",
        "möte",
        "réunion",
        "réunions",
        "rencontre",
        "sommet",
        "conférence",
        "plénière",
        "prochaine",
        "prochain",
        "nouvelle",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "d",
        "l",
        "sur",
        "et",
        "pour",
        "summit",
        "conference",
        "session",
        "plenary",
        "ministerial",
        "the",
        "of",
        "for",
        "on",
        "and",
        "in",
        "to",
        "a",
        "our",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "next",
        "last",
        "leaders",
        "leader",
        "level",
        "members",
        "ministers",
    ]
)


@lru_cache(maxsize=512)
def _content(name: str) -> frozenset[str]:
    """Give the words of a name that tell it apart, without months and numbers of days."""
    party_conference = re.search(
        r"\bcop\s?(\d+)\b|\b(\d+)(?:th|st|nd|rd)\b.*\bconference of the parties", name.casefold()
    )
    if party_conference:
        return frozenset({f"cop{party_conference[1] or party_conference[2]}"})
    found = re.findall(r"\w+", re.sub(r"[’']s\b|[’']", "", name.casefold()))
    return frozenset(
        word for word in found if word not in _PLAIN and word not in month_numbers() and not word.isdigit()
    )


_NTH = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+eenth|\w+tieth)\b"
)


@lru_cache(maxsize=512)
def _ordinals(name: str) -> frozenset[str]:
    return frozenset(_NTH.findall(name.casefold()))


_FORMATS = re.compile(r"\b(?:summit|conference|workshop|roundtable|seminar|forum|minister|ministerial|official|expert)")


def _formats(name: str) -> frozenset[str]:
    return frozenset(found[:8] for found in _FORMATS.findall(name.casefold()))


def _in_other_years(seen: Meeting, meeting: Meeting) -> bool:
    """Tell whether the years of two gatherings, in their names or of their days, tell them apart."""
    years = [{str(one.start.year)} if one.start else set(_YEAR_IN.findall(one.name)) for one in (seen, meeting)]
    if all(years):
        return not years[0] & years[1]
    dated, other = (seen, meeting) if years[0] else (meeting, seen)
    return bool(_YEAR_IN.match(dated.name)) and bool(_ordinals(other.name))


_YEAR_IN = re.compile(r"\b(?:19|20)\d\d\b")


def _nameless(meeting: Meeting) -> bool:
    return bool(re.match(r"(?:meeting|möte|réunion)\b", meeting.name)) and "regular" not in meeting.name


def _same(seen: Meeting, meeting: Meeting) -> bool:
    """Tell whether two mentions are of one gathering; different days, places or numbers in a series tell them apart."""
    if seen.passage.start <= meeting.passage.start < seen.passage.end:
        return True
    within = seen.start and meeting.start and seen.start <= meeting.start <= (seen.end or seen.start)
    if seen.start and meeting.start and not within:
        return False
    if seen.status is not meeting.status:
        return bool(_content(seen.name)) and seen.name == meeting.name
    if _in_other_years(seen, meeting):
        return False
    if _ordinals(seen.name) and _ordinals(meeting.name) and _ordinals(seen.name) != _ordinals(meeting.name):
        return False
    one, other = _content(seen.name), _content(meeting.name)
    if (
        one != other
        and _formats(seen.name)
        and _formats(meeting.name)
        and not _formats(seen.name) & _formats(meeting.name)
    ):
        return False  # a leaders' summit and a ministers' meeting of one group
    nameless = _nameless(seen) or _nameless(meeting)
    same_day = bool(seen.start and meeting.start)
    if seen.place and meeting.place and seen.place.split(",")[0] != meeting.place.split(",")[0]:
        return False
    if same_day and (nameless or not one or not other or one & other):
        return True
    if seen.place and meeting.place and nameless and seen.status is MeetingStatus.HELD:
        return True
    near = meeting.passage.start - seen.passage.end < 700 and bool(_ordinals(f"{seen.name} {meeting.name}"))
    if near and nameless and not meeting.host and seen.status is MeetingStatus.HELD and (seen.start or meeting.start):
        return not meeting.place or not seen.place
    if not one or not other:
        return seen.name == meeting.name and not nameless
    return one <= other or other <= one


def _fuller(seen: Meeting, meeting: Meeting) -> Meeting:
    named = meeting if _nameless(seen) and not _nameless(meeting) else seen
    note = seen.note or meeting.note
    if (seen.start or meeting.start) and note and note.startswith(("month", "year")):
        note = None
    return replace(
        seen,
        passage=meeting.passage if meeting.start and not seen.start else seen.passage,
        name=named.name,
        series=named.series,
        start=seen.start or meeting.start,
        end=seen.end or meeting.end,
        place=seen.place or meeting.place,
        host=seen.host or meeting.host,
        line=seen.line if seen.line is not None else meeting.line,
        attendance=seen.attendance or meeting.attendance,
        note=note,
    )
