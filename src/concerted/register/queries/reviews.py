"""What waits for a person's eye, first what most needs one."""

from __future__ import annotations

from django.db.models import Case, F, FloatField, When

from concerted.register.models import Fact
from concerted.register.models.scope import Person
from concerted.register.queries import findings, references
from concerted.register.queries.references import Names
from concerted.register.queries.scope import enter
from concerted.register.queries.statements import waiting_findings
from concerted.register.rows.findings import QueuedFinding, ReviewQueue

# What hangs on a fact: a promise that is wrong binds somebody, a wrong count misinforms.
_WEIGHT = Case(
    When(kind__in=("commitment", "decision", "call"), then=3.0),
    When(fact__in=(Fact.PARTICIPANT, Fact.DEADLINE, Fact.MEETING, Fact.SUM), then=2.0),
    default=1.0,
    output_field=FloatField(),
)
# Letters of the text shown before and after a finding.
_AROUND = 160


def review(user: Person, slug: str, *, limit: int = 50) -> ReviewQueue:
    """List the findings that wait, first those that most need a person; at most ``limit`` of them.

    A finding needs a person by the chance that it is wrong times what hangs on it.
    """
    scope = enter(user, slug)
    names = Names(scope.coalition)
    waiting = waiting_findings(scope)
    first = findings.with_decisions(
        waiting.order_by(((1.0 - F("confidence")) * _WEIGHT).desc(), "statement", "ordinal")[:limit], scope
    )
    items = []
    for one in first:
        text, row = one.statement.text, findings.row(one, names, {})
        items.append(
            QueuedFinding(
                finding=row,
                statement=references.statement(one.statement),
                before=text[max(row.start - _AROUND, 0) : row.start],
                after=text[row.end : row.end + _AROUND],
            )
        )
    return ReviewQueue(scope.ref, tuple(items), waiting.count())
