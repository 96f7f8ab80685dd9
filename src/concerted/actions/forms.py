"""A finding's form in the record, put over another version of its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from concerted.actions.records import REVIEWABLE
from concerted.formats.record import PLACE, words_of
from concerted.reading import facts
from concerted.register.models import Fact
from concerted.terms.passage import Passage

# Fields of an act that point to other facts by their number, and the sort of these.
INDICES = {
    "sums": Fact.SUM,
    "quantities": Fact.QUANTITY,
    "instruments": Fact.INSTRUMENT,
    "deadlines": Fact.DEADLINE,
}
_KINDS: dict[str, type] = {**REVIEWABLE, Fact.PASSED_OVER: facts.PassedOver}


def passages_of(form: Mapping[str, Any]) -> dict[str, list[Passage]]:
    """List the passages of a form by their fields."""
    found = {}
    for field, value in form.items():
        parts = value if isinstance(value, list) else [value]
        if parts and all(_is_passage(part) for part in parts):
            found[field] = [Passage(part["start"], part["end"], part["quote"]) for part in parts]
    return found


def carried_form(fact: str, form: Mapping[str, Any], new: Callable[[Passage], Passage | None]) -> dict[str, Any] | None:
    """Put each passage of a form at its new place and write its words anew; None if its own passage has none.

    Of several passages those without a place fall away.
    """
    data = dict(form)
    for field, passages in passages_of(form).items():
        places = [
            {"start": found.start, "end": found.end, "quote": found.quote}
            for found in map(new, passages)
            if found is not None
        ]
        if field in ("passage", "passages") and not places:
            return None
        data[field] = places if isinstance(form[field], list) else next(iter(places), None)
    for field, words in words_of(_KINDS[fact]).items():
        at = data.get(PLACE.get(field, field))
        if PLACE.get(field, field) in form:
            data[words] = [one["quote"] for one in at] if isinstance(at, list) else at["quote"] if at else None
    return data


def pointed(form: dict[str, Any] | None, numbers: Mapping[tuple[str, int], int]) -> dict[str, Any] | None:
    """Let a form point to other facts by new numbers; what has no new one keeps its own."""
    if form is None:
        return None
    return form | {
        field: [numbers.get((fact, number), number) for number in form[field]]
        for field, fact in INDICES.items()
        if form.get(field)
    }


def _is_passage(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"start", "end", "quote"}
