"""Short rows from models, and the source that each record keeps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from concerted.reading.anchoring import How
from concerted.register.models import (
    Anchor,
    Coalition,
    Decision,
    Finding,
    LineOfEffort,
    Meeting,
    Party,
    Reach,
    Release,
    Statement,
    User,
    Verdict,
    Version,
)
from concerted.register.places import READ, anchored, with_anchors
from concerted.register.queries.scope import Scope
from concerted.register.rows.references import (
    Called,
    LineRef,
    MeetingRef,
    PartyRef,
    ReleaseRow,
    Source,
    StatementRef,
    Stood,
    VersionRow,
)
from concerted.terms import parties

# What a list never shows and would be slow to load.
_HEAVY = ("text", "record")


def with_source(records: QuerySet[Any], scope: Scope) -> QuerySet[Any]:
    """Load, with records, the finding that each comes from, its statement and its decisions."""
    loaded = records.select_related("finding__statement").defer(
        "finding__proposal", *(f"finding__statement__{field}" for field in _HEAVY)
    )
    decisions = Prefetch("finding__decisions", scope.told(Decision.objects.select_related("by")))
    anchors = scope.told(Anchor.objects.defer("proposal", "corrected"))
    return with_anchors(loaded.prefetch_related(decisions), "finding__", anchors)


def light(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    """Leave the texts of statements where they are."""
    return statements.defer(*_HEAVY)


def party(model: Party) -> PartyRef:
    """Name a party."""
    return PartyRef(model.code, model.name, names=_called(model.names), standings=_stood(model.standings))


def _called(kept: list[dict[str, Any]]) -> tuple[Called, ...]:
    return tuple(
        Called(_day(one["since"]), _day(one["until"]), one["language"], one["name"], one["short"]) for one in kept
    )


def _stood(kept: list[dict[str, Any]]) -> tuple[Stood, ...]:
    return tuple(Stood(_day(one["since"]), _day(one["until"]), one["standing"]) for one in kept)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def line(model: LineOfEffort) -> LineRef:
    """Name a line of effort."""
    return LineRef(model.number, model.title)


def release(model: Release) -> ReleaseRow:
    """Say how far a record is released; named partners are loaded with it."""
    named = tuple(party(one) for one in model.parties.all()) if model.kind == Reach.NAMED else ()
    return ReleaseRow(model.kind, named, line(model.line) if model.line else None)


def statement(model: Statement) -> StatementRef:
    """Name a statement."""
    return StatementRef(model.pk, model.title, model.issued_on, model.earliest, model.latest)


def version(model: Version) -> VersionRow:
    """Describe a version whose ``by`` is loaded."""
    return VersionRow(model.number, model.at, name(model.by), model.source, model.media_type, model.sha256)


def name(model: User | None) -> str | None:
    """Name a person; None for nobody, or where the name is for members of the coalition alone."""
    return (model.name or None) if model else None


def meeting(model: Meeting) -> MeetingRef:
    """Name a meeting."""
    return MeetingRef(model.pk, model.name, model.start, model.end, model.status)


def source(finding: Finding) -> Source:
    """Say where a record in force comes from; the finding is loaded by ``with_source``."""
    last = in_force(finding)
    if last is None:
        raise ValueError(f"finding {finding.pk} is a source without being accepted")
    held, anchor = anchored(finding)
    found = held or finding
    standing = anchor.standing if anchor else READ
    return Source(
        statement=statement(finding.statement),
        finding=finding.pk,
        start=found.start or 0,
        end=found.end or 0,
        quote=found.quote,
        verdict=last.verdict,
        by=name(last.by),
        at=last.at,
        version=found.version,
        standing=standing,
        moved=anchor is not None and anchor == held and anchor.how != How.SAME,
    )


def in_force(finding: Finding) -> Decision | None:
    """Give the decision in force of a finding whose decisions are loaded; None while it waits."""
    decisions = sorted(finding.decisions.all(), key=lambda one: one.pk)
    return decisions[-1] if decisions and decisions[-1].verdict != Verdict.UNDONE else None


class Names:
    """The names of a coalition's parties and lines, for facts that give codes and numbers."""

    def __init__(self, coalition: Coalition) -> None:
        self._parties = {one.code: party(one) for one in Party.objects.filter(coalition=coalition)}
        self._lines = dict(LineOfEffort.objects.filter(coalition=coalition).values_list("number", "title"))

    def party(self, code: str) -> PartyRef:
        """Name a party by its code; the vocabulary's name where the coalition has no such party yet."""
        known = self._parties.get(code)
        if known is not None:
            return known
        return PartyRef(code, parties.party(code).name() if parties.is_party(code) else code, has_page=False)

    def line(self, number: int) -> LineRef:
        """Name a line of effort by its number; without a title where the coalition lacks it."""
        return LineRef(number, self._lines.get(number, ""))

    @property
    def lines(self) -> tuple[LineRef, ...]:
        """List the coalition's lines of effort by number."""
        return tuple(LineRef(number, title) for number, title in sorted(self._lines.items()))
