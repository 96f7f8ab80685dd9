"""Statements: their lists, and one as a critical edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Aim, Kind
from concerted.register.models import Decision, Fact, Finding, Participation, Standing, Statement, Verdict, Version
from concerted.register.models import Original as StoredOriginal
from concerted.register.models.scope import Person
from concerted.register.places import standing
from concerted.register.queries import findings, references
from concerted.register.queries.references import Names
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.findings import (
    BlockRow,
    FindingRow,
    Original,
    Promised,
    Reviewed,
    StatementPage,
    StatementRow,
)
from concerted.register.rows.references import LineRef, StatementRef, VersionRow
from concerted.terms.errors import NotFound

_SUFFIXES = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/akn+xml": ".akn",
}


def statements(user: Person, slug: str) -> tuple[StatementRow, ...]:
    """List a coalition's statements, the latest first; those without a day by the end of their window."""
    scope = enter(user, slug)
    found = references.light(in_time(scope)).annotate(
        parties=Count(
            "participations__party",
            filter=Q(participations__in=Participation.objects.visible_to(user).values("pk")),
            distinct=True,
        )
    )
    every = standing(Finding.objects.visible_to(user).filter(statement__coalition=scope.coalition)).order_by()
    lasts = Decision.objects.filter(finding__in=every.values("pk"), next=None)
    decisive = lasts.exclude(verdict=Verdict.UNDONE).order_by()
    total = every.exclude(fact=Fact.PASSED_OVER).values_list("statement").annotate(Count("pk"))
    decided = decisive.values_list("finding__statement").annotate(Count("pk"))
    acts = every.filter(fact=Fact.ACT).exclude(pk__in=decisive.filter(verdict=Verdict.REJECTED).values("finding"))
    kinds: dict[int, dict[str, int]] = defaultdict(dict)
    for pk, kind, count in acts.values_list("statement", "kind").annotate(Count("pk")):
        kinds[pk][kind] = count
    totals, decisions = dict(total), dict(decided)
    return tuple(
        StatementRow(
            references.statement(one),
            one.place or None,
            one.language,
            one.parties,
            kinds[one.pk],
            Reviewed(decisions.get(one.pk, 0), totals.get(one.pk, 0)),
        )
        for one in found
    )


def in_time(scope: Scope) -> QuerySet[Statement]:
    """Give a coalition's statements, the latest first; those without a day by the end of their window."""
    return (
        Statement.objects.visible_to(scope.user)
        .filter(coalition=scope.coalition)
        .order_by(F("issued_on").desc(nulls_last=True), F("latest").desc(nulls_last=True), "-pk")
    )


def statement(user: Person, slug: str, id: int, version: int | None = None) -> StatementPage:
    """Give a statement with its text, blocks and findings in the order of the text; raises NotFound.

    An earlier ``version`` of the text comes with the findings that it had, as they are decided now.
    """
    scope = enter(user, slug)
    one = one_of(scope, id)
    versions = _versions(scope, one)
    shown = _version(one, versions, version)
    is_last = shown.number == one.version
    text = one.text if is_last else one.versions.get(number=shown.number).text
    names = Names(scope.coalition)
    every = list(findings.with_decisions(one.findings.all(), scope))
    places = findings.places_in(every, None if is_last else shown.number)
    kept = [finding for finding in every if finding.pk in places]
    known = findings.records((finding.pk for finding in every), scope)
    written = (findings.row(finding, names, known, places[finding.pk]) for finding in kept)
    rows = tuple(sorted(written, key=lambda row: (row.start, -row.end, row.ordinal)))
    gone = tuple(findings.row(finding, names, known) for finding in every if finding.pk not in places)
    acts = [row for row in rows if row.fact == Fact.ACT and row.state != Verdict.REJECTED]
    bounds = one.record.get("issued_between_from") or (None, None)
    return StatementPage(
        coalition=scope.ref,
        statement=references.statement(one),
        kind=one.kind,
        place=one.place or None,
        language=one.language,
        source=shown.source,
        media_type=shown.media_type,
        sha256=shown.sha256,
        taken_in_at=one.taken_in_at,
        taken_in_by=references.name(one.taken_in_by),
        given_date=one.given_date,
        given_by=references.name(one.given_by),
        text=text,
        blocks=_blocks(text, one.language),
        findings=rows,
        reviewed=findings.reviewed(kept),
        by_kind=Counter(str(row.kind) for row in acts),
        by_line=_by_line(acts, names),
        next_statement=_next(scope, one),
        issued_from=_place(one.record.get("issued_from")) if is_last else None,
        earliest_from=_place(bounds[0]) if is_last else None,
        latest_from=_place(bounds[1]) if is_last else None,
        promised=_promised(acts),
        version=shown.number,
        versions=versions,
        gone=gone,
        orphans=sum(row.standing == Standing.ORPHANED for row in gone),
    )


def _versions(scope: Scope, one: Statement) -> tuple[VersionRow, ...]:
    every = scope.told(Version.objects.filter(statement=one)).select_related("by").defer("text", "sketch")
    return tuple(references.version(each) for each in every)


def _version(one: Statement, versions: Iterable[VersionRow], number: int | None) -> VersionRow:
    for version in versions:
        if version.number == (one.version if number is None else number):
            return version
    raise NotFound("no such version", where=f"statement {one.pk}", expected=f"a number from 1 to {one.version}")


def original(user: Person, slug: str, id: int, version: int | None = None) -> Original:
    """Give the bytes that a statement, or an earlier version of it, came in as; raises NotFound."""
    scope = enter(user, slug)
    one = one_of(scope, id)
    found = _version(one, _versions(scope, one), version)
    stored = StoredOriginal.objects.visible_to(user).get(statement=one, version=found.number)
    name = PurePath(found.source.rstrip("/").rpartition("/")[2]).stem or f"statement-{one.pk}"
    return Original(bytes(stored.data), found.media_type, name + _SUFFIXES.get(found.media_type, ""))


def one_of(scope: Scope, id: int) -> Statement:
    """Give one of a coalition's statements; raises NotFound."""
    every = Statement.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk=id)
    found = scope.told(every).select_related("taken_in_by", "given_by").first()
    if found is None:
        raise NotFound("no such statement", where=f"statement {id}", expected="one of the coalition's statements")
    return found


@lru_cache(maxsize=32)
def _blocks(text: str, language: str) -> tuple[BlockRow, ...]:
    """Lay a text out; remembered, as a text never changes."""
    layout = lay_out(text, language)
    return tuple(
        BlockRow(block.kind.value, block.start, block.end, block.label, block.depth) for block in layout.blocks
    )


def _by_line(acts: Iterable[FindingRow], names: Names) -> tuple[tuple[LineRef, int], ...]:
    counts = Counter(line for act in acts for line in act.lines)
    return tuple((line, counts[line]) for line in names.lines if counts[line])


def _promised(acts: Iterable[FindingRow]) -> Promised:
    """Count what a text promises; a commitment read before targets were told apart has one."""
    promises = [act.data for act in acts if act.kind == Kind.COMMITMENT]
    targets = sum(max(1, len(one.get("targets") or ())) for one in promises)
    return Promised(len(promises), targets, sum(one.get("aim") == Aim.SPECIFIC for one in promises))


def _next(scope: Scope, one: Statement) -> StatementRef | None:
    """Find the next statement that has something to review."""
    waiting = waiting_findings(scope).exclude(statement=one).order_by("statement").first()
    return references.statement(waiting.statement) if waiting else None


def waiting_findings(scope: Scope) -> QuerySet[Finding]:
    """Give the findings of a coalition that wait for a decision."""
    return (
        standing(Finding.objects.visible_to(scope.user).filter(statement__coalition=scope.coalition))
        .exclude(fact=Fact.PASSED_OVER)
        .filter(Q(decisions=None) | Q(decisions__next=None, decisions__verdict=Verdict.UNDONE))
        .select_related("statement")
    )


def _place(passage: Any) -> tuple[int, int] | None:
    return (passage["start"], passage["end"]) if passage else None
