"""Where a finding stands: in the text that it was read in, or where it was carried to in a later version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from concerted.register.models import Anchor, Decision, Finding, Standing, Verdict

# How a finding stands that has never been carried over.
READ = "read"


@dataclass(frozen=True, slots=True)
class Place:
    """A finding's place and form in one version of its text.

    ``proposal`` is what was read and ``data`` what stands now, both with passages that count in ``version``.
    ``standing`` is read, or that of its last anchor; an orphaned one keeps the last place that it had.
    """

    version: int
    start: int
    end: int
    quote: str
    proposal: dict[str, Any]
    data: dict[str, Any]
    standing: str
    anchor: Anchor | None

    @property
    def stands(self) -> bool:
        """Tell whether the finding has this place now."""
        return self.standing in (READ, Standing.ANCHORED)


def with_anchors(findings: QuerySet[Any], path: str = "", anchors: QuerySet[Anchor] | None = None) -> QuerySet[Any]:
    """Load, with findings or what has one at ``path``, their anchors, all or some, without candidates."""
    loaded = (Anchor.objects.all() if anchors is None else anchors).select_related("by").defer("candidates")
    return findings.prefetch_related(Prefetch(f"{path}anchors", loaded))


def anchored(finding: Finding) -> tuple[Anchor | None, Anchor | None]:
    """Give the anchor of the last place that a finding has or had, and its last anchor; each may be missing."""
    anchors = sorted(finding.anchors.all(), key=lambda one: one.pk)
    held = [one for one in anchors if one.standing == Standing.ANCHORED]
    return held[-1] if held else None, anchors[-1] if anchors else None


def place(finding: Finding, last: Decision | None, version: int | None = None) -> Place | None:
    """Tell where a finding stands now, or stood in an earlier version (None if it was not there).

    ``last`` is its decision in force; the finding's anchors are loaded or will be.
    """
    anchors = sorted(finding.anchors.all(), key=lambda one: one.pk)
    if version is not None:
        later = next((one for one in anchors if one.version > version), None)
        if last is not None and later is not None and last.pk > (later.after_id or 0):
            last = None  # It was decided over a later text, in whose places a correction counts.
        anchors = [one for one in anchors if one.version <= version]
        own = finding.version == version and not anchors
        if not own and (not anchors or anchors[-1].version != version or anchors[-1].standing != Standing.ANCHORED):
            return None
    held = [one for one in anchors if one.standing == Standing.ANCHORED]
    anchor = held[-1] if held else None
    proposal: dict[str, Any] = (anchor.proposal if anchor else None) or finding.proposal
    data = proposal
    if last is not None and last.verdict == Verdict.CORRECTED and last.corrected:
        carried = anchor is not None and last.pk <= (anchor.after_id or 0)
        data = ((anchor.corrected if anchor else None) or proposal) if carried else last.corrected
    whole = anchor or finding
    passage: dict[str, Any] = data.get("passage") or {"start": whole.start, "end": whole.end, "quote": whole.quote}
    return Place(
        version=anchor.version if anchor else finding.version,
        start=passage["start"],
        end=passage["end"],
        quote=passage["quote"],
        proposal=proposal,
        data=data,
        standing=anchors[-1].standing if anchors else READ,
        anchor=anchors[-1] if anchors else None,
    )


def standing(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Keep the findings that have a place in the last version of their text."""
    last = Anchor.objects.filter(finding=OuterRef("pk")).order_by("-pk").values("standing")[:1]
    return findings.annotate(standing=Subquery(last)).filter(Q(standing=None) | Q(standing=Standing.ANCHORED))


def orphaned(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Keep the findings that wait for a person to say where they stand."""
    last = Anchor.objects.filter(finding=OuterRef("pk")).order_by("-pk").values("standing")[:1]
    return findings.annotate(standing=Subquery(last)).filter(standing=Standing.ORPHANED)
