"""Findings as rows: the proposal, what people decided, and the record it has become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Prefetch, QuerySet

from concerted.reading.anchoring import How
from concerted.reading.facts import ISSUERS
from concerted.register.models import (
    PROPOSED,
    Anchor,
    Call,
    Citation,
    Commitment,
    Decision,
    Fact,
    Finding,
    LineMention,
    Meeting,
    Participation,
    Verdict,
)
from concerted.register.models.scope import Person
from concerted.register.places import Place, place, with_anchors
from concerted.register.queries import references
from concerted.register.queries.references import Names
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.findings import DecisionRow, FindingRow, MovedRow, RecordRef, Reviewed
from concerted.terms.errors import NotFound


def finding(user: Person, slug: str, id: int) -> FindingRow:
    """Give one finding as it stands; raises NotFound."""
    scope = enter(user, slug)
    every = Finding.objects.visible_to(user).filter(statement__coalition=scope.coalition, pk=id)
    found = with_decisions(every, scope)
    for one in found:
        return row(one, Names(scope.coalition), records([one.pk], scope))
    raise NotFound("no such finding", where=f"finding {id}", expected="one of the coalition's findings")


def with_decisions(findings: QuerySet[Finding], scope: Scope) -> QuerySet[Finding]:
    """Load findings with their decisions, in two queries."""
    decisions = Prefetch("decisions", scope.told(Decision.objects.select_related("by")))
    return with_anchors(findings.prefetch_related(decisions), anchors=scope.told(Anchor.objects.all()))


def row(one: Finding, names: Names, known: Mapping[int, RecordRef], found: Place | None = None) -> FindingRow:
    """Write a finding whose decisions and anchors are loaded as a row, as it stands or at another place of its."""
    last = references.in_force(one)
    found = found or place(one, last)
    if found is None:
        raise ValueError(f"finding {one.pk} stands nowhere")
    data = found.data
    codes = _codes(data)
    accepted = last is not None and last.verdict != Verdict.REJECTED
    return FindingRow(
        id=one.pk,
        ordinal=one.ordinal,
        fact=one.fact,
        kind=data.get("kind") if one.fact == Fact.ACT else None,
        start=found.start,
        end=found.end,
        quote=found.quote,
        state=Decision.state(last),
        confidence=one.confidence,
        reviewable=one.fact != Fact.PASSED_OVER,
        data=data,
        proposal=found.proposal,
        actors=tuple(names.party(code) for code in codes if code != ISSUERS),
        by_issuers=ISSUERS in codes,
        lines=tuple(names.line(number) for number in _numbers(one, data)),
        decision=decision_row(last) if last else None,
        history=tuple(decision_row(decision) for decision in sorted(one.decisions.all(), key=lambda d: d.pk)),
        record=known.get(one.pk) if accepted else None,
        standing=found.standing,
        version=one.version,
        standing_in=found.version,
        moved=_moved(one, found),
    )


def _moved(one: Finding, found: Place) -> MovedRow | None:
    anchor = found.anchor
    if anchor is None or anchor.how == How.SAME:
        return None
    return MovedRow(
        one.quote,
        one.version,
        anchor.how,
        tuple(anchor.turned),
        anchor.confidence,
        references.name(anchor.by),
        anchor.at,
    )


def places_in(every: Iterable[Finding], version: int | None) -> dict[int, Place]:
    """Give the places of findings whose decisions and anchors are loaded, where they have one, by their numbers.

    ``version`` is an earlier one, None the present text.
    """
    found = {one.pk: place(one, references.in_force(one), version) for one in every}
    return {pk: where for pk, where in found.items() if where and (version is not None or where.stands)}


def records(findings: Iterable[int], scope: Scope) -> dict[int, RecordRef]:
    """Find what accepted findings have become, by finding, as far as the person sees it."""
    ids = list(findings)
    found: dict[int, RecordRef] = {}
    for noun, model, key in (
        ("commitment", Commitment, "pk"),
        ("call", Call, "pk"),
        ("instrument", Citation, "instrument_id"),
        ("participation", Participation, "party__code"),
        ("line", LineMention, "line__number"),
        ("meeting", Meeting, "pk"),
    ):
        pairs = model.objects.visible_to(scope.user).filter(finding__in=ids).values_list("finding_id", key)
        found |= {finding_id: RecordRef(noun, str(value)) for finding_id, value in pairs}
    return found


def reviewed(findings: Iterable[Finding]) -> Reviewed:
    """Count what is decided among findings whose decisions are loaded."""
    states = [Decision.state(references.in_force(one)) for one in findings if one.fact != Fact.PASSED_OVER]
    return Reviewed(sum(one != PROPOSED for one in states), len(states))


def decision_row(decision: Decision) -> DecisionRow:
    """Write a decision whose ``by`` is loaded as a row."""
    return DecisionRow(decision.verdict, references.name(decision.by), decision.at, decision.comment)


def _codes(data: Mapping[str, Any]) -> list[str]:
    """Give the codes of those a fact is about: an act's actors, a meeting's hosts, a participant, a person's party."""
    own = data.get("party")
    return [*data.get("actors", ()), *data.get("host", ()), *([own] if own else ())]


def _numbers(one: Finding, data: Mapping[str, Any]) -> list[int]:
    if one.fact == Fact.LINE:
        return [data["number"]]
    line = data.get("line")
    return [*data.get("lines", ()), *([line] if line is not None else ())]
