"""The board: what is due, what is missing, who gives what; and what each role sees and may do."""

from __future__ import annotations

from concerted.actions import coalitions
from concerted.api.asking import Asking
from concerted.api.fields import Slug
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.board import Board, Head
from concerted.register.rows.roles import RolesPage

operations = Operations()


@operations.read("/coalitions/{slug:slug}/board", past=True)
def board(request: Asking, slug: Slug) -> Board:
    """Show a coalition on one page: clocks, lines, who gives what where, what to follow up."""
    return queries.board(request.asker, slug, today=request.day)


@operations.read("/coalitions/{slug:slug}/head")
def head(request: Asking, slug: Slug) -> Head:
    """Give what surrounds every page: the first clock, what waits for review, the record's edition."""
    return queries.head(request.asker, slug, today=request.day)


@operations.read("/coalitions/{slug:slug}/roles")
def roles(request: Asking, slug: Slug) -> RolesPage:
    """Show what each role sees and may do."""
    return queries.roles(request.asker, slug)


@operations.change("/coalitions/{slug:slug}/public")
def open_to_public(request: Asking, slug: Slug) -> None:
    """Let everybody read what is released to the public."""
    coalitions.open_to_public(coalition=slug, by=request.asker, at=request.at)


@operations.change("/coalitions/{slug:slug}/public", method="DELETE")
def close_to_public(request: Asking, slug: Slug) -> None:
    """Let members alone read the record again."""
    coalitions.close(coalition=slug, by=request.asker, at=request.at)
