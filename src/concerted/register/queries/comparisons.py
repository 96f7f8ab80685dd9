"""Two statements beside each other: their readings as people have left them, compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from concerted.formats.record import fact_of
from concerted.reading import facts
from concerted.reading.comparison import compare, in_order
from concerted.register.models import PROPOSED, Statement, Verdict
from concerted.register.models.scope import Person
from concerted.register.places import standing
from concerted.register.queries import findings, references
from concerted.register.queries.references import Names
from concerted.register.queries.scope import enter
from concerted.register.queries.statements import in_time, one_of
from concerted.register.rows.comparisons import ComparisonChoice, ComparisonPage
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
_STANDS = {PROPOSED, Verdict.ACCEPTED, Verdict.CORRECTED}


def comparison(user: Person, slug: str, first: int, second: int) -> ComparisonPage:
    """Compare two statements of a coalition, whichever is the earlier; raises NotFound."""
    scope = enter(user, slug)
    names = Names(scope.coalition)
    statements = [one_of(scope, first), one_of(scope, second)]
    readings = [_reading(one, names) for one in statements]
    earlier, later, order = in_order(*readings)
    before, after = statements if earlier is readings[0] else statements[::-1]
    lines = tuple(LineOfEffort(line.number, line.title) for line in names.lines)
    found = compare(earlier, later, Coalition(scope.coalition.slug, (), lines))
    about = {number for act in (*found.earlier_acts, *found.later_acts) for number in act.lines}
    return ComparisonPage(
        coalition=scope.ref,
        earlier=references.statement(before),
        later=references.statement(after),
        languages=(before.language, after.language),
        order=order,
        comparison=found,
        parties={row.party: names.party(row.party) for row in found.participants},
        lines=tuple(line for line in names.lines if line.number in about),
    )


def comparison_choice(user: Person, slug: str, id: int) -> ComparisonChoice:
    """List what a statement can be compared with; raises NotFound."""
    scope = enter(user, slug)
    every = [references.statement(one) for one in references.light(in_time(scope))]
    mine = one_of(scope, id).pk
    place = [one.id for one in every].index(mine)
    others = every[:place] + every[place + 1 :]
    before = every[place + 1 : place + 2] or every[place - 1 : place]
    return ComparisonChoice(scope.ref, every[place], tuple(others), before[0] if before else None)


def _reading(statement: Statement, names: Names) -> facts.Reading:
    """Put a reading together from its findings as they stand: those rejected left out, corrections in place."""
    found = findings.with_decisions(standing(statement.findings.all()))
    rows = sorted((findings.row(one, names, {}) for one in found), key=lambda row: (row.start, -row.end))
    kept: dict[str, list[Any]] = {name: [] for name in _FACTS}
    for row in rows:
        if row.fact in _FACTS and row.state in _STANDS:
            kept[row.fact].append(fact_of(_FACTS[row.fact][0], dict(row.data), statement.text, where=row.fact))
    acts = [_renumbered(act, kept) for act in kept.pop("act")]
    return facts.Reading(
        statement.text,
        facts.Statement(
            statement.title,
            statement.kind,
            statement.language,
            statement.issued_on,
            window=facts.Window(statement.earliest, statement.latest),
            given_date=statement.given_date,
        ),
        acts=tuple(acts),
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
