"""Two statements of the register as readings, compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from concerted.formats.record import fact_of
from concerted.reading import facts
from concerted.reading.comparison import Comparison, Order, compare, in_order
from concerted.register.rows.comparisons import ComparisonPage, StandingFindings
from concerted.register.rows.references import LineRef, PartyRef, StatementRef
from concerted.terms.coalition import Coalition, LineOfEffort

# The facts that a comparison looks at: type, and field of a reading.
_FACTS: dict[str, tuple[type, str]] = {
    "participant": (facts.Participant, "participants"),
    "line": (facts.Line, "lines"),
    "instrument": (facts.Instrument, "instruments"),
    "deadline": (facts.Deadline, "deadlines"),
    "sum": (facts.Sum, "sums"),
    "quantity": (facts.Quantity, "quantities"),
    "act": (facts.Act, "acts"),
}
# Facts that an act numbers.
_NUMBERED = ("instrument", "deadline", "sum", "quantity")


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the commitments of the earlier statement in the later one.

    ``parties`` names the participants by their codes, ``lines`` are the coalition's that an act
    compared is about.
    """

    earlier: StatementRef
    later: StatementRef
    languages: tuple[str, str]
    order: Order
    comparison: Comparison
    parties: Mapping[str, PartyRef]
    lines: tuple[LineRef, ...]


def compared(page: ComparisonPage) -> Compared:
    """Compare two statements as people have left them, whichever is the earlier."""
    first, second = _reading(page.first), _reading(page.second)
    earlier, later, order = in_order(first, second)
    before, after = (page.first, page.second) if earlier is first else (page.second, page.first)
    lines = tuple(LineOfEffort(line.number, line.title) for line in page.lines)
    found = compare(earlier, later, Coalition(page.coalition.slug, (), lines))
    about = {number for act in (*found.earlier_acts, *found.later_acts) for number in act.lines}
    return Compared(
        before.statement,
        after.statement,
        (before.language, after.language),
        order,
        found,
        {party.code: party for one in (before, after) for row in one.findings for party in row.actors},
        tuple(line for line in page.lines if line.number in about),
    )


def _reading(one: StandingFindings) -> facts.Reading:
    """Put a reading together from the findings of a statement."""
    kept: dict[str, list[Any]] = {name: [] for name in _FACTS}
    for row in one.findings:
        if row.fact in _FACTS:
            kept[row.fact].append(fact_of(_FACTS[row.fact][0], dict(row.data), one.text, where=row.fact))
    acts = tuple(_renumbered(act, kept) for act in kept.pop("act"))
    ref = one.statement
    return facts.Reading(
        one.text,
        facts.Statement(
            ref.title, one.kind, one.language, ref.issued_on, window=facts.Window(ref.earliest, ref.latest)
        ),
        acts=acts,
        **{_FACTS[name][1]: tuple(found) for name, found in kept.items()},
    )


def _renumbered(act: facts.Act, kept: Mapping[str, list[Any]]) -> facts.Act:
    """Let an act number the facts that are left: those inside its words."""
    numbers: dict[str, Any] = {
        _FACTS[name][1]: tuple(number for number, fact in enumerate(kept[name]) if _inside(fact, act))
        for name in _NUMBERED
    }
    return replace(act, **numbers)


def _inside(fact: Any, act: facts.Act) -> bool:
    places = fact.passages if isinstance(fact, facts.Instrument) else (fact.passage,)
    return any(act.passage.start <= one.start and one.end <= act.passage.end for one in places)
