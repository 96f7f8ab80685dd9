"""Commitments: what was promised, by whom, by when, and where it stands."""

from __future__ import annotations

from typing import Any, Literal

from concerted.actions import commitments as changing
from concerted.api.asking import Asking
from concerted.api.fields import After, Number, PageNumber, PageSize, Place, Seen, Sent, Slug, Text, Word
from concerted.api.operation import LARGEST_PAGE, Operations, in_order
from concerted.register import queries
from concerted.register.rows.records import CommitmentPage, CommitmentRow

operations = Operations()
Status = Literal["open", "in progress", "fulfilled", "lapsed", "superseded"]


class StatusSent(Sent):
    """A new status, and what it rests on."""

    status: Status
    evidence: Text


@operations.read("/coalitions/{slug:slug}/commitments", past=True)
def commitments(
    request: Asking,
    slug: Slug,
    status: Status | None = None,
    aim: Literal["specific", "general aim"] | None = None,
    line: Place | None = None,
    party: Word | None = None,
    sort: Literal["text", "due"] | None = None,
    after: After | None = None,
    page: PageNumber = 1,
    size: PageSize = LARGEST_PAGE,
) -> tuple[CommitmentRow, ...]:
    """List the commitments in the order of the texts, all or those of a status, aim, line or party by name.

    `sort=due` puts the soonest due first. Pages lead to the first 10,000; `after=0` begins a list of all, by their
    numbers, without an order.
    """
    asked: dict[str, Any] = {"status": status, "aim": aim, "line": line, "party": party}
    if after is not None:
        in_order(sort)
        return queries.commitments_after(request.asker, slug, after, today=request.day, size=size, **asked)
    found = queries.commitments(
        request.asker, slug, today=request.day, **asked, order=sort or "text", page=page, size=size
    )
    request.paging = found.paging
    return found.rows


@operations.read(
    "/coalitions/{slug:slug}/commitments/{int:number}",
    past=True,
    record="commitment",
    edition=lambda page: page.commitment.status.replace(" ", "_"),
)
def commitment(request: Asking, slug: Slug, number: Number) -> CommitmentPage:
    """Give a commitment with its history and the promises that it renews."""
    return queries.commitment(request.asker, slug, number, today=request.day)


@operations.change("/coalitions/{slug:slug}/commitments/{int:number}/status")
def change_status(request: Asking, slug: Slug, number: Number, body: StatusSent, seen: Seen) -> None:
    """Say how a commitment stands, and what that rests on."""
    queries.commitment(request.asker, slug, number, today=request.day)
    changing.change_status(
        commitment=number,
        status=body.status,
        evidence=body.evidence,
        seen=seen.replace("_", " "),
        by=request.asker,
        at=request.at,
    )
