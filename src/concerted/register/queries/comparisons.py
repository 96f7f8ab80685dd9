"""Two statements to put beside each other, as people have left them."""

from __future__ import annotations

from concerted.register.models import PROPOSED, Statement, Verdict
from concerted.register.models.scope import Person
from concerted.register.places import standing
from concerted.register.queries import findings, references
from concerted.register.queries.references import Names
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.statements import in_time, one_of
from concerted.register.rows.comparisons import ComparisonChoice, ComparisonPage, StandingFindings

_STANDS = {PROPOSED, Verdict.ACCEPTED, Verdict.CORRECTED}


def comparison(user: Person, slug: str, first: int, second: int) -> ComparisonPage:
    """Give two statements of a coalition with the findings that stand; raises NotFound."""
    scope = enter(user, slug)
    names = Names(scope.coalition)
    one, two = (_standing(one_of(scope, id), names) for id in (first, second))
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


def _standing(statement: Statement, names: Names) -> StandingFindings:
    found = findings.with_decisions(standing(statement.findings.all()))
    rows = sorted((findings.row(one, names, {}) for one in found), key=lambda row: (row.start, -row.end))
    return StandingFindings(
        references.statement(statement),
        statement.kind,
        statement.language,
        statement.text,
        tuple(row for row in rows if row.state in _STANDS),
    )
