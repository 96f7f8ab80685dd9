"""Meetings as a calendar file announces them, beside those that are known: what each would add, change or cancel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Verdict(StrEnum):
    """What becomes of an announcement: only ``new``, ``changed`` and ``cancelled`` ones have anything to do."""

    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    SAME = "same"
    OLDER = "older"
    UNKNOWN = "cancelled and not known"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Announcement:
    """A meeting as a calendar says it; ``uid`` and ``sequence`` are RFC 5545's, ``where`` its place in one text.

    It ``opens`` on its first day and ``closes`` on its last, by the clocks of its ``zone`` (an IANA name). Only one
    that is ``cancelled`` may have no day.
    """

    uid: str
    sequence: int
    name: str
    start: date | None
    end: date | None = None
    zone: str = ""
    opens: time | None = None
    closes: time | None = None
    where: str = ""
    cancelled: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting that is known, with the ``uid`` and ``sequence`` of the calendar that it came from ("", 0: of none)."""

    number: int
    edition: int
    uid: str
    sequence: int
    status: str
    name: str
    start: date | None
    end: date | None
    zone: str
    opens: time | None
    closes: time | None
    place: str
    room: str
    hosts: frozenset[str] = frozenset()
    line: int | None = None
    series: str = ""

    @property
    def where(self) -> str:
        """Give room and place in one text, as calendars have them."""
        return ", ".join(one for one in (self.room, self.place) if one)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that both say differently, as the register names it: what it says now, and what the calendar says."""

    field: str
    was: str | date | time | None
    now: str | date | time | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an announcement would do, to which meeting (None: a new one) in which edition (0: none).

    Of a new one, ``beside`` are the meetings that are known on its days: it may be one of them.
    """

    announcement: Announcement
    verdict: Verdict
    meeting: int | None = None
    edition: int = 0
    differences: tuple[Difference, ...] = ()
    beside: tuple[Known, ...] = ()

    @property
    def to_do(self) -> bool:
        """Tell whether there is anything to take over."""
        return self.verdict in (Verdict.NEW, Verdict.CHANGED, Verdict.CANCELLED)


@dataclass(frozen=True, slots=True)
class Series:
    """An entry that a file has whole: from ``since`` until a day (None: ever) its meetings are those of ``uids``."""

    uid: str
    sequence: int
    uids: frozenset[str]
    since: date
    until: date | None = None


# Between an entry's UID and which of its meetings it is: the day, or time, at which that was to be at first.
_WHICH = ";RECURRENCE-ID="
_OCCURRENCE = re.compile(rf"(.+){_WHICH}([0-9]{{8}}(?:T[0-9]{{6}})?)", re.DOTALL)


def occurrence(uid: str, which: str) -> str:
    """Name one of the meetings of an entry that repeats."""
    return f"{uid}{_WHICH}{which}"


def entry_of(uid: str) -> str:
    """Give the UID of the entry that a meeting is of, which is its own where it does not repeat."""
    found = _OCCURRENCE.fullmatch(uid)
    return found[1] if found else uid


# What both say in the same words; place and room are one text in a calendar.
_COMPARED = ("name", "start", "end", "zone", "opens", "closes")


def compare(
    announced: Iterable[Announcement], known: Iterable[Known], series: Iterable[Series] = ()
) -> Iterator[Proposal]:
    """Give what each announcement would do, and what becomes of meetings that their ``series`` have no more.

    It is of the meeting that its UID names; else of the one meeting, of no calendar yet, that has its day and its name.
    One with a lower SEQUENCE than was taken over before is older, and does nothing (RFC 5546, 2.1.4).
    """
    every = list(known)
    by_uid = {one.uid: one for one in every if one.uid}
    free = [one for one in every if not one.uid]
    there = set()
    for one in announced:
        found = by_uid.get(one.uid) or _alone(one, by_uid) or _same(one, free)
        if found is not None:
            there.add(found.number)
            yield _proposal(one, found)
        elif one.cancelled:
            yield Proposal(one, Verdict.UNKNOWN)
        else:
            beside = tuple(each for each in every if each.status != "cancelled" and _meet(one, each))
            yield Proposal(one, Verdict.NEW, beside=beside)
    entries = {one.uid: one for one in series}
    for each in every:
        entry = entries.get(entry_of(each.uid))
        if entry and each.number not in there and _is_gone(each, entry):
            yield _proposal(_withdrawn(each, entry), each)


def _alone(one: Announcement, by_uid: dict[str, Known]) -> Known | None:
    """Find the meeting of this day that was known before its entry repeated."""
    found = by_uid.get(entry_of(one.uid))
    return found if found is not None and found.start == one.start else None


def _is_gone(each: Known, entry: Series) -> bool:
    """Tell whether a meeting is still to come, and its entry has it no more."""
    return (
        each.status == "planned"
        and each.uid not in entry.uids
        and each.start is not None
        and entry.since <= each.start <= (entry.until or date.max)
    )


def _withdrawn(each: Known, entry: Series) -> Announcement:
    """Say of a meeting as a calendar does that it is left out."""
    return Announcement(
        uid=each.uid,
        sequence=entry.sequence,
        name=each.name,
        start=each.start,
        end=each.end,
        zone=each.zone,
        opens=each.opens,
        closes=each.closes,
        where=each.where,
        cancelled=True,
        reason=f"EXDATE:{each.start:%Y%m%d}",
    )


def _same(one: Announcement, free: list[Known]) -> Known | None:
    """Find the one meeting of no calendar that is surely the same; what is cancelled its UID alone names."""
    if one.cancelled:
        return None
    name = _folded(one.name)
    alike = [
        each for each in free if each.start == one.start and each.status != "cancelled" and _folded(each.name) == name
    ]
    if len(alike) != 1:
        return None
    free.remove(alike[0])
    return alike[0]


def _meet(one: Announcement, other: Known) -> bool:
    """Tell whether both are on a day."""
    if one.start is None or other.start is None:
        return False
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _proposal(one: Announcement, found: Known) -> Proposal:
    def with_verdict(verdict: Verdict, differences: tuple[Difference, ...] = ()) -> Proposal:
        return Proposal(one, verdict, found.number, found.edition, differences)

    if found.uid and one.sequence < found.sequence:
        return with_verdict(Verdict.OLDER)
    if one.cancelled:
        if found.status == "cancelled":
            return with_verdict(Verdict.SAME)
        return with_verdict(Verdict.CANCELLED if found.status == "planned" else Verdict.OVER)
    differences = tuple(_differences(one, found))
    if not differences and found.uid:
        return with_verdict(Verdict.SAME)
    if found.status == "cancelled":
        return with_verdict(Verdict.OVER, differences)
    return with_verdict(Verdict.CHANGED, differences)


def _differences(one: Announcement, found: Known) -> Iterator[Difference]:
    for name in _COMPARED:
        was, now = getattr(found, name), getattr(one, name)
        # A calendar that says no zone says only days.
        if was != now and not (name == "zone" and not now and found.opens is None):
            yield Difference(name, was, now)
    if one.where != found.where:
        yield Difference("place", found.where, one.where)


def place_and_room(one: Announcement, found: Known | None) -> tuple[str, str]:
    """Take a calendar's one text of a place apart: a known place at its end leaves the room before it."""
    if found is not None:
        if one.where == found.where:
            return found.place, found.room
        if found.place and one.where.endswith(f", {found.place}"):
            return found.place, one.where.removesuffix(f", {found.place}")
    return one.where, ""
