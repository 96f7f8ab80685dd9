"""Operations of account. Written by `make api`."""

from __future__ import annotations

from collections.abc import Iterator

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.account import CoalitionRef, Me


class AccountCalls(Connection):
    """Operations of account."""

    def document(self) -> bytes:
        """Give this document: every operation, what it takes and what it answers (OpenAPI 3.1)."""
        return self._file(Sending("GET", "/api/v1/openapi.json", {}, {}))

    def me(self) -> Me:
        """Tell whose token it is, what it may do and where."""
        return self._row(Me, Sending("GET", "/api/v1/me", {}, {}))

    def withdraw_token(self) -> None:
        """Withdraw the token that is used: it works no more."""
        self._done(Sending("DELETE", "/api/v1/me/token", {}, {}))

    def coalitions(self, *, size: int = 100, sort: str | None = None) -> Iterator[CoalitionRef]:
        """List the coalitions that the token opens, by name; without one, those that are open to the public."""
        return self._rows(CoalitionRef, Sending("GET", "/api/v1/coalitions", {"size": size, "sort": sort}, {}))

    def coalition(self, slug: str) -> CoalitionRef:
        """Give a coalition, and what the person may do in it."""
        return self._row(CoalitionRef, Sending("GET", f"/api/v1/coalitions/{part(slug)}", {}, {}))
