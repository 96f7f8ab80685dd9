"""The name of a gathering, and of the series it belongs to."""

from __future__ import annotations

import re

from concerted.reading.gatherings import Clause, Gathering, cue, either

_SUBJECT = re.compile(
    r"(?:\A|[,;:–—]\s*|\b(?:and|that|while|where|which|including)\s+)(?P<who>(?:[\w’'.&/-]+\s+){1,9})\Z"
)
_NO_NAME = frozenset({"we", "they", "participants", "today we", "as we", "also", "leaders", "ministers", "members"})


def verbal_name(clause: Clause, gathering: Gathering) -> str:
    """Name a meeting that only a verb tells: "meeting", or "(regular) meetings of <subject>"."""
    kind = (
        "regular meetings" if cue("recurring").search(clause.text[gathering.start : gathering.end + 30]) else "meeting"
    )
    subject = _SUBJECT.search(clause.text[max(clause.start, gathering.start - 120) : gathering.start].lstrip())
    who = " ".join(subject["who"].split()) if subject else ""
    who = re.sub(
        r"^(?i:having)\b.*|\b(?:we|We|have|has|are|is|also|had|will)\b\s*|^(?:and|our|the|Our|The)\s+", "", who
    ).strip()
    return kind if not who or who.lower() in _NO_NAME else f"{kind} of {who}"


_LEADING = re.compile(
    r"^(?:(?:successful|recent|upcoming|forthcoming|ongoing|the|our|its)\s+|[A-Z][a-z]+\s+\d{1,2}\s+(?=[A-Z])|\d{1,2}\s+[A-Z][a-z]+\s+(?=[A-Z]))+"
)


def plain_name(name: str) -> str:
    """Leave out of a name what is told elsewhere: a line's number, the day, praise."""
    bare = re.sub(r"\s*\(Line of Effort \d+\)", "", name)
    return _LEADING.sub("", bare) or bare


def series_of(gathering: Gathering) -> str | None:
    if not gathering.name or not gathering.ordinal:
        return None
    series = re.sub(rf"^(?:(?:{either('ordinals')}|\d+(?:st|nd|rd|th))\s+)+", "", gathering.name, flags=re.IGNORECASE)
    return plain_name(series) or None
