"""What would follow if a series of meetings came together on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from concerted.convening.clock import Days, Gathering, Term, spans

# No meeting of the register has this number.
_SUPPOSED = 0


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a meeting on a day would come to.

    It would end the time from ``counted_from`` to ``due``, ``late`` by so many days or with ``spare`` days left
    (None: the last day is not known). ``next_due`` is when the one after it would be due; None where nothing counts
    anew.
    """

    on: date
    counted_from: Days
    due: Days
    late: int
    spare: int | None
    next_due: Days | None


def what_if(
    term: Term, start: Days, gatherings: Iterable[Gathering], on: date, *, recurring: bool = False
) -> WhatIf | None:
    """Suppose a meeting on a day, beside those that were held by then.

    None where it would satisfy nothing: it is not after the day that the count starts at, or another one did already.
    """
    held = [one for one in gatherings if one.held and one.day < on]
    found = spans(term, start, [*held, Gathering(_SUPPOSED, on, held=True)], on, recurring=recurring)
    for span, following in zip_longest(found, found[1:]):
        if span.met_by is not None and span.met_by.key == _SUPPOSED:
            spare = max((span.due.latest - on).days, 0) if span.due.latest else None
            return WhatIf(on, span.counted_from, span.due, span.late, spare, following.due if following else None)
    return None
