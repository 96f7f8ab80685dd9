"""What an act has to do with the other facts of its text: lines of effort, addressees, sums, counts, instruments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from concerted.reading.aims import judge_aim
from concerted.reading.deeds import LANGUAGES
from concerted.reading.facts import Act, Deadline, Instrument, Kind, Line, Quantity, Sum
from concerted.reading.layout import Layout
from concerted.reading.lines import lines_of_acts
from concerted.reading.subject import Sort
from concerted.reading.subjects import Subjects
from concerted.reading.targets import find_targets
from concerted.terms.coalition import Coalition
from concerted.terms.passage import Passage

# Whoever is asked stands right behind the verb of a call, before the words for the deed.
_ASKED = re.compile(
    r"^.{0,240}?(?=,?\s+(?:to|that|for|in\s+order)\b|[;,]|$"
    r"|\s(?:à|de|d[’'])\s*(?:(?:ne|se|y|en|les?|la|lui)\s+|[sln][’'])*\w{2,}(?:er|ir|re)\b)",
    re.S,
)


def link(
    layout: Layout,
    acts: Iterable[Act],
    subjects: Subjects,
    lines: tuple[Line, ...],
    coalition: Coalition | None,
    sums: Sequence[Sum],
    quantities: Sequence[Quantity],
    instruments: Sequence[Instrument],
    deadlines: Sequence[Deadline],
) -> tuple[Act, ...]:
    """Fill in what each act's words are about; numbers index into the facts given."""
    sums_at = _Places((one.passage,) for one in sums)
    quantities_at = _Places((one.passage,) for one in quantities)
    instruments_at = _Places(one.passages for one in instruments)
    deadlines_at = _Places((one.passage,) for one in deadlines)
    acts = tuple(acts)
    about = lines_of_acts((act.passage.quote for act in acts), coalition, lines)
    linked = (
        replace(
            act,
            lines=numbers,
            addressees=_addressees(act, subjects),
            sums=sums_at.inside(act.passage),
            quantities=quantities_at.inside(act.passage),
            instruments=instruments_at.inside(act.passage),
            deadlines=deadlines_at.inside(act.passage),
        )
        for act, numbers in zip(acts, about, strict=True)
    )
    return tuple(
        _weighed(layout, act, subjects, [quantities[number].unit for number in act.quantities]) for act in linked
    )


def _weighed(layout: Layout, act: Act, subjects: Subjects, units: Sequence[str]) -> Act:
    """Give a commitment its targets, its aim and the marks that make it checkable.

    In a language whose deeds are not known yet it has one target, and its aim stays open.
    """
    if act.kind is not Kind.COMMITMENT:
        return act
    text = layout.text
    named = subjects.between(act.passage.start, act.passage.end)
    if layout.language == "fr":
        from concerted.reading.french import aims as french

        act = replace(act, targets=french.find_targets(text, act))
        aim, marks, missing = french.judge_aim(text, act, named, units)
    elif layout.language in LANGUAGES:
        act = replace(act, targets=find_targets(text, act))
        aim, marks, missing = judge_aim(text, act, named, units)
    else:
        return replace(act, targets=(act.passage,))
    return replace(act, aim=aim, marks=marks, missing=missing)


def _addressees(act: Act, subjects: Subjects) -> tuple[str, ...]:
    """List the parties that a call asks to act."""
    if act.kind is not Kind.CALL:
        return ()
    asked = _ASKED.match(act.passage.quote)
    stop = act.passage.start + (asked.end() if asked else 0)
    named = [one.party for one in subjects.between(act.passage.start, stop) if one.sort is not Sort.ADJECTIVE]
    return tuple(dict.fromkeys(named))


class _Places:
    """The passages of numbered facts, to ask which lie inside a passage."""

    def __init__(self, passages: Iterable[Sequence[Passage]]) -> None:
        self._sorted = sorted((one.start, one.end, number) for number, each in enumerate(passages) for one in each)
        self._starts = [start for start, _, _ in self._sorted]

    def inside(self, passage: Passage) -> tuple[int, ...]:
        """List the numbers of the facts that lie inside a passage, each once."""
        first, last = bisect_left(self._starts, passage.start), bisect_left(self._starts, passage.end)
        return tuple(dict.fromkeys(number for _, end, number in self._sorted[first:last] if end <= passage.end))
