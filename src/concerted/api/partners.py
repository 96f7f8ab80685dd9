"""Partners: what a party promised, what it gave, what is asked of it."""

from __future__ import annotations

from concerted.api.asking import Asking
from concerted.api.fields import Slug
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.records import PartnerPage, PartyRow

operations = Operations()


@operations.read(
    "/coalitions/{slug:slug}/partners",
    past=True,
    sorts={
        "code": lambda one: one.party.code,
        "commitments": lambda one: one.commitments,
        "contributions": lambda one: one.contributions,
    },
)
def partners(request: Asking, slug: Slug) -> tuple[PartyRow, ...]:
    """List the partners with what each has promised and gives."""
    return queries.partners(request.asker, slug)


@operations.read("/coalitions/{slug:slug}/partners/{slug:code}", past=True)
def partner(request: Asking, slug: Slug, code: Slug) -> PartnerPage:
    """Give a partner: what it promised by name and jointly, what it gives, what is asked of it."""
    return queries.partner(request.asker, slug, code, today=request.day)
