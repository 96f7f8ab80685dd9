"""Lines of effort, and the seats in their working groups."""

from __future__ import annotations

from concerted.actions import working_groups
from concerted.api.asking import Asking
from concerted.api.fields import Place, Slug
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.records import LinePage, LineRow

operations = Operations()


@operations.read("/coalitions/{slug:slug}/lines", past=True, sorts={"number": lambda one: one.line.number})
def lines(request: Asking, slug: Slug) -> tuple[LineRow, ...]:
    """List the lines of effort with what is promised, asked for and given."""
    return queries.lines(request.asker, slug, today=request.day)


@operations.read("/coalitions/{slug:slug}/lines/{int:number}", past=True)
def line(request: Asking, slug: Slug, number: Place) -> LinePage:
    """Give a line of effort: who leads it, what is promised, asked for and given, when it meets."""
    return queries.line(request.asker, slug, number, today=request.day)


@operations.change("/coalitions/{slug:slug}/lines/{int:number}/seats/{slug:code}")
def seat(request: Asking, slug: Slug, number: Place, code: Slug) -> None:
    """Give a partner a seat in the line's working group."""
    working_groups.seat(coalition=slug, line=number, party=code, by=request.asker, at=request.at)


@operations.change("/coalitions/{slug:slug}/lines/{int:number}/seats/{slug:code}", method="DELETE")
def unseat(request: Asking, slug: Slug, number: Place, code: Slug) -> None:
    """Take a partner's seat in the line's working group away."""
    working_groups.unseat(coalition=slug, line=number, party=code, by=request.asker, at=request.at)
