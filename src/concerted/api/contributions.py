"""Contributions as their pages show them; to enter and change them see ``kept``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from concerted.api.asking import Asking
from concerted.api.fields import After, Number, PageNumber, PageSize, Place, Slug, Word
from concerted.api.operation import LARGEST_PAGE, Operations, in_order
from concerted.register import queries
from concerted.register.rows.contributions import ContributionChoice, ContributionPage, ContributionRow, SumRow
from concerted.register.rows.references import LineRef, PartyRef

operations = Operations()


@dataclass(frozen=True, slots=True)
class ContributionSums:
    """What contributions come to by line and currency, over all lines (``totals``), and what narrows a list."""

    sums: tuple[SumRow, ...]
    totals: tuple[SumRow, ...]
    kinds: tuple[str, ...]
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    releases: tuple[str, ...]
    sources: tuple[str, ...]
    may_add: bool


@operations.read("/coalitions/{slug:slug}/contributions/rows", past=True)
def contribution_rows(
    request: Asking,
    slug: Slug,
    party: Word | None = None,
    line: Place | None = None,
    kind: Word | None = None,
    release: Word | None = None,
    stage: Word | None = None,
    source: Literal["statements", "partners", "coalition"] | None = None,
    sort: Literal["newest", "oldest", "largest"] | None = None,
    after: After | None = None,
    page: PageNumber = 1,
    size: PageSize = LARGEST_PAGE,
) -> tuple[ContributionRow, ...]:
    """List what partners give with its sources and names, all or that of a party, line, kind, release, stage or source.

    The newest come first unless `sort` says otherwise. Pages lead to the first 10,000; `after=0` begins a list of all,
    by their numbers, without an order.
    """
    asked: dict[str, Any] = {"party": party, "line": line, "kind": kind, "release": release, "stage": stage}
    asked["source"] = source
    if after is not None:
        in_order(sort)
        return queries.contributions_after(request.asker, slug, after, size=size, **asked)
    found = queries.contributions(request.asker, slug, **asked, order=sort or "newest", page=page, size=size)
    request.paging = found.paging
    return found.rows


@operations.read("/coalitions/{slug:slug}/contributions/sums", past=True)
def contribution_sums(
    request: Asking,
    slug: Slug,
    party: Word | None = None,
    line: Place | None = None,
    kind: Word | None = None,
    release: Word | None = None,
    stage: Word | None = None,
    source: Literal["statements", "partners", "coalition"] | None = None,
) -> ContributionSums:
    """Add up what partners give by line and currency, all or that of a party, line, kind, release or stage."""
    page = queries.contributions(
        request.asker, slug, party=party, line=line, kind=kind, release=release, stage=stage, source=source, size=1
    )
    return ContributionSums(
        sums=page.sums,
        totals=page.totals,
        kinds=page.kinds,
        parties=page.parties,
        lines=page.lines,
        releases=page.releases,
        sources=page.sources,
        may_add=page.may_add,
    )


@operations.read("/coalitions/{slug:slug}/contributions/{int:number}/page", past=True, record="contribution")
def contribution_page(request: Asking, slug: Slug, number: Number) -> ContributionPage:
    """Give a contribution with its source, who wrote it last, and the questions about it."""
    return queries.contribution(request.asker, slug, number)


@operations.read("/coalitions/{slug:slug}/contributions/choice")
def contribution_choice(request: Asking, slug: Slug) -> ContributionChoice:
    """Tell what somebody who enters a contribution chooses from."""
    return queries.contribution_choice(request.asker, slug)
