"""Who does an act: the issuers, or the parties that its subject stands for."""

from __future__ import annotations

import re
from dataclasses import replace

from concerted.reading.facts import ISSUERS, Act, Kind
from concerted.reading.subject import Sort, Stands, Subject
from concerted.reading.subjects import Subjects

_STATES = r"(?:countries|states|nations|governments|parties|partners|members)"
_NAMING = re.compile(rf"(?:those|these|they|the)\s+(?:\w+\s+)?{_STATES}\s+are:?\s", re.I)
_COUNTED = re.compile(rf"\b(?:more\s+than|over|nearly|almost|about|some|\d+)\s+(?:[\w-]+\s+){{0,2}}{_STATES}\b", re.I)


def actors_of(subject: Subject | None, kind: Kind) -> tuple[str, ...]:
    """Name the actors, none where that is open; somebody else who is asked or blamed is not the one who speaks."""
    if subject is not None and subject.stands is Stands.OPEN:
        return ()
    if subject is None or not subject.parties or subject.stands is Stands.ISSUERS:
        return (ISSUERS,)
    if subject.stands is Stands.OUTSIDERS and kind not in (Kind.FINDING, Kind.COMMITMENT):
        return (ISSUERS,)
    return subject.parties


def with_names(acts: list[Act], text: str, subjects: Subjects) -> list[Act]:
    """Give "more than thirty countries" the names that the next sentence lists ("Those countries are ...")."""
    out = list(acts)
    for number, act in enumerate(acts):
        naming = _NAMING.match(act.passage.quote)
        if not naming:
            continue
        listed = subjects.between(act.passage.start + naming.end(), act.passage.end)
        names = tuple(dict.fromkeys(one.party for one in listed if one.sort is not Sort.ADJECTIVE))
        if len(names) < 2:
            continue
        out[number] = replace(act, actors=names)
        before = acts[number - 1] if number else None
        if before is not None and _COUNTED.search(_subject(text, before)):
            own = tuple(one for one in before.actors if one != ISSUERS)
            out[number - 1] = replace(before, actors=tuple(dict.fromkeys((*names, *own))))
    return out


def _subject(text: str, act: Act) -> str:
    """Give the words of an act's sentence before its verb."""
    return re.split(r"[.;:!?]\s|\n\s*\n", text[max(0, act.passage.start - 200) : act.passage.start])[-1]
