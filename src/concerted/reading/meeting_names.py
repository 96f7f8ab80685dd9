"""The name of a gathering, and of the series it belongs to."""

from __future__ import annotations

import re
from functools import cache

from concerted.reading.gatherings import Clause, Gathering, cue, either

_SUBJECT = re.compile(
    r"(?:\A|(?!,\s+[JS]r\.)[,;:–—]\s*|\b(?:and|that|while|where|which|including)\s+)(?P<who>(?:[\w’'.&/-]+\s+){1,9})\Z"
)
# What stands before the noun phrase that meets: "through the establishment of a council that will meet".
_BEFORE_SUBJECT = re.compile(
    r"^.*\b(?:through|after|establishment\s+of|(?:to|we|also)\s+(?:welcome|host)|preparing\s+to|before|since)\s*\b(?:the\s+|an?\s+)?"
)
_NO_NAME = frozenset({"we", "they", "participants", "today we", "as we", "also", "leaders", "ministers", "members"})


def verbal_name(clause: Clause, gathering: Gathering) -> str:
    """Name a meeting that only a verb tells: "meeting", or "(regular) meetings of <subject>"."""
    kind = (
        "regular meetings" if cue("recurring").search(clause.text[gathering.start : gathering.end + 30]) else "meeting"
    )
    subject = _SUBJECT.search(clause.text[max(clause.start, gathering.start - 120) : gathering.start].lstrip())
    who = " ".join(subject["who"].split()) if subject else ""
    who = _BEFORE_SUBJECT.sub("", who)
    who = re.sub(
        r"^(?i:having)\b.*|\s+(?:that|which|who)\Z|\b(?:we|We|have|has|are|is|also|had|will)\b\s*|^(?:and|our|the|Our|The)\s+",
        "",
        who,
    ).strip()
    return kind if not who or who.lower() in _NO_NAME else f"{kind} of {who}"


_LEADING = re.compile(
    r"^(?:(?:successful|recent|upcoming|forthcoming|ongoing|the|our|its)\s+|[A-Z][a-z]+\s+\d{1,2}\s+(?=[A-Z])|\d{1,2}\s+[A-Z][a-z]+\s+(?=[A-Z]))+"
)


def plain_name(name: str) -> str:
    """Leave out of a name what is told elsewhere: a line's number, the day, praise."""
    bare = re.sub(r"\s*\(Line of Effort \d+\)|^[‘“\"']|[’”\"']\Z", "", name)
    bare = re.sub(r"(?<=\w)\s+-(?=[a-z])", "-", re.sub(r"\bof\s+this\b", "of the", bare))
    return _LEADING.sub("", bare) or bare


_LONG = 7  # words
_FAMILY = re.compile(r"\s+of\s+(?:this|the|our)\s+(?P<family>[^,;()]+)\Z")


def series_of(gathering: Gathering) -> str | None:
    """Name the family that a gathering told by its place in it belongs to ("G7 Summit" for "the second G7 Summit").

    None where its place is not told, or where nothing but a bare noun would be left.
    """
    if not gathering.name or not gathering.ordinal:
        return None
    whole = plain_name(gathering.name)
    rest = re.sub(rf"^(?:(?:{either('ordinals')}|\d+(?:st|nd|rd|th))\s+)+", "", whole, flags=re.IGNORECASE)
    family = _FAMILY.search(rest)
    if gathering.plural and family and _ends_in_noun().search(family["family"]):
        return family["family"]
    head = re.split(r"\s+(?:of|for|on|between|regarding)\s+", rest)[0]
    series = head if len(rest.split()) > _LONG and len(head.split()) > 1 else rest
    return series if len(series.split()) > 1 and series != whole else None


@cache
def _ends_in_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{either('nouns')})\Z")
