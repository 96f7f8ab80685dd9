"""A statement as it leaves the register: its reading as it stands, and what people decided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from concerted.reading.facts import Reading
from concerted.register.models import PROPOSED, Decision, Finding
from concerted.register.models.scope import Person
from concerted.register.places import Place
from concerted.register.queries import findings, references
from concerted.register.queries.scope import enter
from concerted.register.queries.statements import one_of
from concerted.register.rows.exports import DecidedFact, Export

# Fields of an act that name other facts by their number among all findings of their sort, old ones first.
_NUMBERED = ("sums", "quantities", "instruments", "deadlines")


def export(user: Person, slug: str, id: int) -> Export:
    """Give a statement's record as it stands, with every decision in force; raises NotFound."""
    scope = enter(user, slug)
    one = one_of(scope, id)
    every = list(findings.with_decisions(one.findings.order_by("ordinal"), scope))
    places = findings.places_in(every, None)
    lists: dict[str, list[Finding]] = {}
    moved: dict[str, dict[int, int]] = {}
    for name, found in _by_list(every).items():
        numbers = {finding.pk: number for number, finding in enumerate(found)}
        standing = [finding for finding in found if finding.pk in places]
        lists[name] = sorted(standing, key=lambda finding: _order(finding, places))
        moved[name] = {numbers[finding.pk]: place for place, finding in enumerate(lists[name])}
    record: dict[str, Any] = dict(one.record)
    decisions: list[DecidedFact] = []
    for name, found in lists.items():
        record[name] = [_pointed(places[finding.pk].data, moved) for finding in found]
        decisions += [row for place, finding in enumerate(found) for row in _decided(name, place, finding)]
    return Export(one.pk, one.title, one.text, record, tuple(decisions))


@cache
def _lists() -> dict[str, str]:
    """Name the record's list of each sort of finding: ``people`` for ``person``."""
    hints = {name: hint for name, hint in get_type_hints(Reading).items() if get_origin(hint) is tuple}
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", get_args(hint)[0].__name__).lower(): n for n, hint in hints.items()}


def _by_list(every: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list, {name: [] for name in _lists().values()})
    for finding in every:
        found[_lists()[finding.fact]].append(finding)
    return found


def _order(finding: Finding, places: dict[int, Place]) -> tuple[int, int, int]:
    """Put facts in the order of the text; of two at one place the longer one comes first, as in a reading."""
    place = places[finding.pk]
    return place.start, -place.end, finding.ordinal


def _pointed(data: dict[str, Any], moved: dict[str, dict[int, int]]) -> dict[str, Any]:
    """Let a fact name others by their place in this record; one that stands nowhere now is named no more."""
    numbered = {field: moved[field] for field in _NUMBERED if isinstance(data.get(field), list)}
    return data | {
        field: [known[number] for number in data[field] if number in known] for field, known in numbered.items()
    }


def _decided(name: str, place: int, finding: Finding) -> list[DecidedFact]:
    last = references.in_force(finding)
    state = Decision.state(last)
    if last is None or state == PROPOSED:
        return []
    return [DecidedFact(name, place, state, findings.decision_row(last))]
