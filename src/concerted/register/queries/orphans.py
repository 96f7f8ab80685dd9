"""Accepted findings that have no place in the corrected text of their statement."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from concerted.register.models import Anchor, Finding, Verdict, Version
from concerted.register.models.scope import Person
from concerted.register.places import orphaned
from concerted.register.queries import findings, references
from concerted.register.queries.references import Names
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.versions import Candidate, Orphan, OrphanQueue

# Letters of the text shown before and after words.
_AROUND = 120
_MOST_CANDIDATES = 3


def orphans(user: Person, slug: str) -> OrphanQueue:
    """List the orphaned findings of a coalition in the order of their statements and texts."""
    scope = enter(user, slug)
    names = Names(scope.coalition)
    waiting = list(findings.with_decisions(orphaned_findings(scope).select_related("statement"), scope))
    rows = [(one, findings.row(one, names, {})) for one in waiting]
    texts = _texts({(one.statement_id, row.standing_in) for one, row in rows})
    places = _candidates(one.pk for one in waiting)
    items = []
    for one, row in rows:
        before, after = around(texts[one.statement_id, row.standing_in], row.start, row.end)
        text = one.statement.text
        candidates = tuple(
            Candidate(start, end, text[start:end], *around(text, start, end))
            for start, end in places.get(one.pk, ())[:_MOST_CANDIDATES]
        )
        items.append(
            Orphan(
                row,
                references.statement(one.statement),
                one.statement.version,
                one.statement.language,
                before,
                after,
                candidates,
            )
        )
    return OrphanQueue(scope.ref, tuple(items))


def orphaned_findings(scope: Scope) -> QuerySet[Finding]:
    """Give the accepted findings of a coalition that wait for a place."""
    every = Finding.objects.visible_to(scope.user).filter(statement__coalition=scope.coalition)
    accepted = Q(decisions__next=None, decisions__verdict__in=(Verdict.ACCEPTED, Verdict.CORRECTED))
    return orphaned(every).filter(accepted).order_by("statement", "ordinal")


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the words before and after a place."""
    return text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]


def _texts(wanted: set[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Load the old texts of some statements, by statement and version."""
    found = Version.objects.filter(
        statement__in={pk for pk, _ in wanted}, number__in={number for _, number in wanted}
    ).values_list("statement", "number", "text")
    return {(pk, number): text for pk, number, text in found if (pk, number) in wanted}


def _candidates(pks: Iterable[int]) -> dict[int, list[list[int]]]:
    """Give the places that the last anchor of each finding offers."""
    return dict(Anchor.objects.filter(finding__in=list(pks)).order_by("pk").values_list("finding", "candidates"))
