"""What waits for a person's eye."""

from __future__ import annotations

from concerted.register.models.scope import Person
from concerted.register.queries import findings, references
from concerted.register.queries.references import Names
from concerted.register.queries.scope import enter
from concerted.register.queries.statements import waiting_findings
from concerted.register.rows.findings import QueuedFinding, ReviewQueue

# Letters of the text shown before and after a finding.
_AROUND = 160


def review(user: Person, slug: str, *, limit: int = 50) -> ReviewQueue:
    """List the findings that wait, the least certain first; at most ``limit`` of them."""
    scope = enter(user, slug)
    names = Names(scope.coalition)
    waiting = waiting_findings(scope)
    first = findings.with_decisions(waiting.order_by("confidence", "statement", "ordinal")[:limit])
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
