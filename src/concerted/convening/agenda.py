"""What a meeting might talk about: records brought together by line of effort, with the time that each item gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

# Minutes are given in such steps, and no item gets fewer.
STEP = 5
# More records of one kind take no more time than so many: the meeting looks at a list, not at each.
_MOST = 8
# Minutes that an item gets at most for each unit of its weight, and at most at all: what is left is for people.
_EACH, _LONGEST = 10, 90
_DAY = 24 * 60
# A day of a meeting that does not say when it opens and closes.
OPENS = time(9)
A_DAY = 360


class Source(StrEnum):
    """Why a record is on the agenda, in the order in which a meeting takes them."""

    UNDONE = "undone"
    OVERDUE = "overdue"
    DUE = "due"
    UNREPORTED = "unreported"
    UNANSWERED = "unanswered"
    UNCOVERED = "uncovered"
    FUNDING = "funding"
    UNDELIVERED = "undelivered"
    OFF_COURSE = "off course"
    TEXTS = "texts"
    ORPHANED = "orphaned"


# What is asked for stands once: by itself, or with what is missing of all that is asked in money.
_NEEDS = frozenset({Source.UNCOVERED, Source.FUNDING})

# How much time a record takes beside others.
_WEIGHT = {
    Source.UNDONE: 3,
    Source.OVERDUE: 4,
    Source.UNCOVERED: 3,
    Source.FUNDING: 4,
    Source.UNDELIVERED: 3,
    Source.OFF_COURSE: 3,
    Source.DUE: 2,
    Source.UNREPORTED: 2,
    Source.UNANSWERED: 2,
    Source.TEXTS: 1,
    Source.ORPHANED: 1,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record, by its noun, number and edition, that may be talked about, and why.

    ``line`` is the number of its line of effort (None: the whole coalition's), ``audience`` the caller's own name for
    who may know of it: what is for different people never stands in one item.
    """

    source: Source
    noun: str
    number: int
    edition: int
    line: int | None
    audience: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An item that is there already, drafted or not (``source`` None), in the agenda or left out of it.

    ``records`` are nouns and numbers of what it is about, each with the edition in which it was put there.
    """

    key: int
    source: Source | None
    line: int | None
    audience: str
    minutes: int
    left_out: bool
    records: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """An item with what is new in it; ``into`` is the key of the one that is there already, which keeps its time."""

    source: Source
    line: int | None
    audience: str
    minutes: int
    records: tuple[Candidate, ...]
    into: int | None = None


def draft(candidates: Iterable[Candidate], standing: Iterable[Standing], minutes: int) -> tuple[Drafted, ...]:
    """Bring together what is new by line, the whole coalition's first, and by why it is there.

    ``minutes`` is how long the meeting lasts; new items share what the others leave. What stands in an item for the
    same reason comes no second time, and what was left out only if it was changed since. A record comes once for each
    reason; a requirement once, whether it is not covered or money is missing.
    """
    there = tuple(standing)
    groups: dict[tuple[int, int, str], dict[tuple[str, int], Candidate]] = defaultdict(dict)
    order = list(Source)
    known = [_known(one) for one in there]
    for one in candidates:
        if not any(_answers(one, standing, records) for standing, records in zip(there, known, strict=True)):
            line = -1 if one.line is None else one.line
            groups[(line, order.index(one.source), one.audience)].setdefault((one.noun, one.number), one)
    found = [tuple(groups[key].values()) for key in sorted(groups)]
    into = [_into(records[0], there) for records in found]
    new = [records for records, key in zip(found, into, strict=True) if key is None]
    left = minutes - sum(one.minutes for one in there if not one.left_out)
    weights = [_weight(records) for records in new]
    times = iter(share(left, weights, [min(_EACH * weight, _LONGEST) for weight in weights]))
    return tuple(
        Drafted(
            records[0].source,
            records[0].line,
            records[0].audience,
            next(times) if key is None else 0,
            tuple(sorted(records, key=lambda one: (one.noun, one.number))),
            key,
        )
        for records, key in zip(found, into, strict=True)
    )


def share(minutes: int, weights: Sequence[int], most: Sequence[int] = ()) -> tuple[int, ...]:
    """Share minutes out by weights, in steps of five, by the largest remainder; each gets at least one step.

    None gets more than its ``most`` (empty: there is none): others share what it leaves, and what nobody takes stays
    free. Where there is not a step for each, the sum is more than ``minutes``: which items to leave out is for people.
    """
    given = list(_shared(minutes, weights))
    full = {at for at, one in enumerate(most) if given[at] > one}
    while full:
        rest = [at for at in range(len(weights)) if at not in full]
        left = minutes - sum(most[at] for at in full)
        again = dict(zip(rest, _shared(left, [weights[at] for at in rest]), strict=True))
        given = [again.get(at, most[at]) for at in range(len(weights))]
        over = {at for at in rest if given[at] > most[at]}
        if not over:
            break
        full |= over
    return tuple(given)


def _shared(minutes: int, weights: Sequence[int]) -> tuple[int, ...]:
    if not weights:
        return ()
    steps = max(minutes // STEP - len(weights), 0)
    whole = sum(weights)
    given = [steps * weight // whole for weight in weights]
    by_rest = sorted(range(len(weights)), key=lambda at: (-(steps * weights[at] % whole), at))
    for at in by_rest[: steps - sum(given)]:
        given[at] += 1
    return tuple((one + 1) * STEP for one in given)


def starts(opens: time, minutes: Iterable[int], days: int = 1, lasts: int = _DAY) -> tuple[tuple[int, time], ...]:
    """Give the day (0: the first) and the time of day at which each item starts, one after the other.

    Each of the ``days`` opens at one time and ``lasts`` so many minutes: an item that does not fit into what is left of
    a day starts the next one. On the last day they run on; past midnight it goes on from 0:00.
    """
    day, gone, found = 0, 0, []
    for one in minutes:
        if gone and gone + one > lasts and day + 1 < days:
            day, gone = day + 1, 0
        now = opens.hour * 60 + opens.minute + gone
        found.append((day, time(now % _DAY // 60, now % 60)))
        gone += one
    return tuple(found)


def length(first: date | None, last: date | None, opens: time | None, closes: time | None) -> int:
    """Count the minutes that a meeting has: each day from when it opens to when it closes, else six hours."""
    days = (last - first).days + 1 if first and last else 1
    if opens is None or closes is None or closes <= opens:
        return days * A_DAY
    return days * ((closes.hour - opens.hour) * 60 + closes.minute - opens.minute)


def _known(one: Standing) -> dict[tuple[str, int], int]:
    return {(noun, number): edition for noun, number, edition in one.records}


def _answers(one: Candidate, item: Standing, records: dict[tuple[str, int], int]) -> bool:
    """Tell whether an item says all that there is to say of a candidate."""
    edition = records.get((one.noun, one.number))
    alike = _NEEDS if one.source in _NEEDS else {one.source}
    if edition is None or (item.source is not None and item.source not in alike):
        return False
    return not item.left_out or edition >= one.edition


def _into(one: Candidate, there: Iterable[Standing]) -> int | None:
    """Find the item in the agenda that is about the like."""
    alike = (one.source, one.line, one.audience)
    return next((it.key for it in there if not it.left_out and (it.source, it.line, it.audience) == alike), None)


def _weight(records: Sequence[Candidate]) -> int:
    return _WEIGHT[records[0].source] * min(len(records), _MOST)
