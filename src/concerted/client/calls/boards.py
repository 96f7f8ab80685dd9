"""Operations of boards. Written by `make api`."""

from __future__ import annotations

import datetime

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.boards import Board, Head, RolesPage


class BoardsCalls(Connection):
    """Operations of boards."""

    def board(self, slug: str, *, as_of: datetime.date | None = None) -> Board:
        """Show a coalition on one page: clocks, lines, who gives what where, what to follow up."""
        return self._row(Board, Sending("GET", f"/api/v1/coalitions/{part(slug)}/board", {"as_of": as_of}, {}))

    def head(self, slug: str) -> Head:
        """Give what surrounds every page: the first clock, what waits for review, the record's edition."""
        return self._row(Head, Sending("GET", f"/api/v1/coalitions/{part(slug)}/head", {}, {}))

    def roles(self, slug: str) -> RolesPage:
        """Show what each role sees and may do."""
        return self._row(RolesPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/roles", {}, {}))

    def open_to_public(self, slug: str) -> None:
        """Let everybody read what is released to the public."""
        self._done(Sending("PUT", f"/api/v1/coalitions/{part(slug)}/public", {}, {}))

    def close_to_public(self, slug: str) -> None:
        """Let members alone read the record again."""
        self._done(Sending("DELETE", f"/api/v1/coalitions/{part(slug)}/public", {}, {}))
