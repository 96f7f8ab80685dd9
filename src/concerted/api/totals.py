"""Totals: what all give together, as far as it may be said."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from concerted.actions import totals as publishing
from concerted.api.asking import Asking
from concerted.api.fields import Number, Sent, Slug, Word
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.totals import PublicationPage, TotalsPage, TotalsPreview

operations = Operations()
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]


class PublicationSent(Sent):
    """Totals to publish: ``seen`` is the digest of the preview that was looked at."""

    currency: Currency
    reach: Literal["coalition", "public"]
    seen: Word


@operations.read("/coalitions/{slug:slug}/totals", past=True)
def totals(request: Asking, slug: Slug) -> TotalsPage:
    """Give the newest published totals in each currency, and list those before them."""
    return queries.totals(request.asker, slug)


@operations.read("/coalitions/{slug:slug}/totals/{int:number}", past=True, record="publication")
def publication(request: Asking, slug: Slug, number: Number) -> PublicationPage:
    """Give totals as they were published."""
    return queries.publication(request.asker, slug, number)


@operations.read("/coalitions/{slug:slug}/totals/preview")
def totals_preview(request: Asking, slug: Slug, currency: Currency) -> TotalsPreview:
    """Show what would be published in a currency and what left out, and the digest of what was counted."""
    return queries.totals_preview(request.asker, slug, currency)


@operations.make("/coalitions/{slug:slug}/totals")
def publish_totals(request: Asking, slug: Slug, body: PublicationSent) -> int:
    """Publish the totals in a currency by line and kind, to the public or the coalition."""
    return publishing.publish(
        coalition=slug,
        currency=body.currency,
        reach=body.reach,
        seen=body.seen,
        by=request.asker,
        at=request.at,
    )


@operations.change("/coalitions/{slug:slug}/totals/{int:number}", method="DELETE")
def withdraw_publication(request: Asking, slug: Slug, number: Number) -> None:
    """Display published totals no more."""
    queries.publication(request.asker, slug, number)
    publishing.withdraw(publication=number, by=request.asker, at=request.at)
