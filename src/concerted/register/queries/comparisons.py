"""Two statements to put beside each other, as people have left them."""

from __future__ import annotations

from concerted.reading.facts import ISSUERS
from concerted.register.models import Statement
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.exports import export
from concerted.register.queries.references import Names
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.statements import in_time, one_of
from concerted.register.rows.comparisons import ComparedStatement, ComparisonChoice, ComparisonPage


def comparison(user: Person, slug: str, first: int, second: int) -> ComparisonPage:
    """Give two statements of a coalition as they would leave the register; raises NotFound."""
    scope = enter(user, slug)
    names = Names(scope.coalition)
    one, two = (_compared(user, slug, one_of(scope, id), names) for id in (first, second))
    return ComparisonPage(scope.ref, one, two, names.lines, _choice(scope, first).others)


def comparison_choice(user: Person, slug: str, id: int) -> ComparisonChoice:
    """List what a statement can be compared with; raises NotFound."""
    return _choice(enter(user, slug), id)


def _choice(scope: Scope, id: int) -> ComparisonChoice:
    every = [references.statement(one) for one in references.light(in_time(scope))]
    place = [one.id for one in every].index(one_of(scope, id).pk)
    before = every[place + 1 : place + 2] or every[max(0, place - 1) : place]
    others = every[:place] + every[place + 1 :]
    return ComparisonChoice(scope.ref, every[place], tuple(others), before[0] if before else None)


def _compared(user: Person, slug: str, statement: Statement, names: Names) -> ComparedStatement:
    leaves = export(user, slug, statement.pk)
    codes = {one["party"] for one in leaves.record["participants"]}
    codes |= {code for act in leaves.record["acts"] for code in act["actors"]} - {ISSUERS}
    return ComparedStatement(
        references.statement(statement), leaves, tuple(names.party(code) for code in sorted(codes))
    )
