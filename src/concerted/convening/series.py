"""Which meetings belong to a series, and which deadlines are obligations of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

# Where a deadline has no series of its own, any meeting that is not one line of effort's alone.
ANY = "meeting"
# How the remark on a meeting begins that says its month, where no day is known.
MONTH_ONLY = "month only: "
# English, French and Arabic stems of coming together.
_SPEAKS_OF_MEETING = re.compile(
    r"\b(?:re)?(?:meet|gather|conven|assembl|plenar|session|summit|conference|réuni|réunion|conférence|sommet)"
    r"|(?:اجتماع|يجتمع|مؤتمر|قمة)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cadence:
    """A series and how often it must come together, in days."""

    series: str
    days: int


@dataclass(frozen=True, slots=True)
class Known:
    """What one report says of a meeting: its name, first day, hosts' codes, line, place, series and remark."""

    name: str
    start: date | None
    hosts: frozenset[str]
    line: int | None
    place: str = ""
    series: str = ""
    note: str = ""

    @property
    def month(self) -> str | None:
        """Give its month, such as 2021-05, by its day or else by its remark."""
        if self.start is not None:
            return self.start.isoformat()[:7]
        said = re.search(rf"{MONTH_ONLY}(\d{{4}}-\d\d)", self.note)
        return said[1] if said else None


# The issuers' own promise to come together.
_WILL_MEET = re.compile(
    r"\b(?:will|shall|to|would) (?:\w+ ){0,2}(?:re)?(?:meet|gather|convene|assemble)\b"
    r"|\b(?:meetings?|gatherings?|sessions?|plenar(?:y|ies)|summits?|conferences?) (?:will|shall|would|(?:is|are) to) ",
    re.IGNORECASE,
)


def series_of(words: str, days: int | None, cadences: Iterable[Cadence]) -> tuple[str, bool] | None:
    """Tell which series a deadline binds and whether the count starts anew with each meeting.

    ``words`` is the sentence around the deadline, ``days`` its length. None where the sentence
    does not speak of meeting. A cadence of the same length gives its series if there is only
    one such, or only one that the words name. Where a coalition has no cadences, a deadline by
    which the issuers promise to meet is a single one of ``ANY``.
    """
    cadences = tuple(cadences)
    if not _SPEAKS_OF_MEETING.search(words):
        return None
    same = [cadence for cadence in cadences if cadence.days == days]
    if len(same) > 1:
        same = [cadence for cadence in same if _names(words, cadence.series)]
    if len(same) == 1:
        return same[0].series, True
    return (ANY, False) if not cadences and _WILL_MEET.search(words) else None


def belongs(series: str, *, name: str, own: str | None, line: int | None) -> bool:
    """Tell whether a meeting belongs to a series, by the words of the series it says (``own``), else of its name.

    A meeting of one line of effort belongs to no series of the whole coalition but the one that it says itself.
    """
    if own and own.casefold() == series.casefold():
        return True
    if line is not None:
        return False
    return series == ANY or _names(own or name, series)


def _names(words: str, series: str) -> bool:
    folded = words.casefold()
    return all(word in folded for word in re.findall(r"\w{4,}", series.casefold()))


def same_gathering(first: Known, second: Known) -> bool:
    """Tell whether two reports are of one meeting.

    Of the same day, of no different lines and no different hosts; or one has no day, they are of
    no different months, and all the words of one name stand in the other. Where both say the
    month, and the same place or series, it is enough that most words of their names agree.
    """
    if first.line is not None and second.line is not None and first.line != second.line:
        return False
    if first.hosts and second.hosts and not first.hosts & second.hosts:
        return False
    if first.start is not None and second.start is not None:
        return first.start == second.start
    if first.month and second.month:
        if first.month != second.month:
            return False
        if _same(first.place, second.place) or _same(first.series, second.series):
            return _mostly_agree(first, second)
    return _names(first.name, second.name) or _names(second.name, first.name)


def _same(first: str, second: str) -> bool:
    return bool(first) and first.casefold() == second.casefold()


def _mostly_agree(first: Known, second: Known) -> bool:
    """Tell whether the names share more than half of what the shorter one says beside its place."""
    places = set(_telling(first.place)) | set(_telling(second.place))
    said, also = (set(_telling(one.name)) - places for one in (first, second))
    return 2 * len(said & also) > min(len(said), len(also))


def _telling(words: str) -> list[str]:
    """List the longer words that are not of coming together itself."""
    return [word for word in re.findall(r"[^\W\d]{4,}", words.casefold()) if not _SPEAKS_OF_MEETING.match(word)]
