"""Supply a title in square brackets, as cataloguers do, where a statement has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from concerted.reading.facts import Meeting, MeetingStatus
from concerted.reading.layout import BlockKind, Layout

_LONGEST = 120  # characters
_PLACE_WORDS = 3
_HERE = re.compile(r"\b(?:met|gathered|convened|assembled|meet|gather|convene|meeting|today)\b", re.IGNORECASE)

# A meeting on the margins of another is not that other one.
_BESIDE = re.compile(r"\b(?:margins|sidelines|following|after|since|ahead\s+of|before)\b", re.IGNORECASE)


def supplied_title(kind: str, layout: Layout, meetings: Sequence[Meeting]) -> str:
    """Say in brackets which meeting a statement is of; "" unless its opening sentence tells exactly one held.

    "[Statement of the first harbour conference, Oslo]": the kind, the meeting's name without a long tail,
    and its place if that is short.
    """
    first = next((block for block in layout.blocks if block.kind is BlockKind.PARAGRAPH and block.sentences), None)
    if first is None:
        return ""
    opening = first.sentences[0]
    told = [one for one in meetings if opening.start <= one.passage.start < opening.end]
    if len(told) != 1 or told[0].status is not MeetingStatus.HELD:
        return ""
    (meeting,) = told
    before = layout.text[opening.start : meeting.passage.end]
    if kind == "resolution" or meeting.name.startswith(("meeting", "möte", "réunion")) or len(meeting.name.split()) < 3:
        return ""
    if _BESIDE.search(before) or not _HERE.search(before):
        return ""
    place = f", {meeting.place}" if meeting.place and len(meeting.place.split()) <= _PLACE_WORDS else ""
    return f"[{kind.capitalize()} of the {_short(meeting.name)}{place}]"


def _short(name: str) -> str:
    """Leave out what brackets repeat, then cut a name before the preposition that makes it too long."""
    bare = re.sub(r"\s*\([^()]*\)", "", name)
    while len(bare) > _LONGEST and (cut := list(re.finditer(r"\s+(?:of|for|on|between|to|and|in)\s+", bare))):
        bare = bare[: cut[-1].start()]
    return bare
