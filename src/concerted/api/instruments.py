"""Instruments: the legal and political texts that statements cite."""

from __future__ import annotations

from concerted.api.asking import Asking
from concerted.api.fields import Number, Slug
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.records import InstrumentPage, InstrumentRow

operations = Operations()


@operations.read(
    "/coalitions/{slug:slug}/instruments",
    past=True,
    sorts={"key": lambda one: one.key, "date": lambda one: one.date, "cited_by": lambda one: one.cited_by},
)
def instruments(request: Asking, slug: Slug) -> tuple[InstrumentRow, ...]:
    """List the instruments with how many statements cite each."""
    return queries.instruments(request.asker, slug)


@operations.read("/coalitions/{slug:slug}/instruments/{int:number}", past=True, record="instrument")
def instrument(request: Asking, slug: Slug, number: Number) -> InstrumentPage:
    """Give an instrument, who cites it, and the promises that rest on it."""
    return queries.instrument(request.asker, slug, number, today=request.day)
