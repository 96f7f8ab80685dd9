"""Operations of packs. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.packs import HeldPage, PacksPage


class PacksCalls(Connection):
    """Operations of packs."""

    def packs(self, slug: str) -> PacksPage:
        """Show the packs that came and went, the keys, and what waits for a decision."""
        return self._row(PacksPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/packs", {}, {}))

    def held(self, slug: str, number: int) -> HeldPage:
        """Show both versions of a record that a pack brought and that waits for a decision."""
        return self._row(HeldPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/packs/held/{part(number)}", {}, {}))

    def decide_held(self, slug: str, number: int, *, choice: str, if_match: str, columns: tuple[str, ...] = ()) -> None:
        """Say which version of a record holds; the other register learns of it with the next pack."""
        self._done(
            Sending(
                "PUT",
                f"/api/v1/coalitions/{part(slug)}/packs/held/{part(number)}/decision",
                {},
                {"If-Match": if_match},
                {"choice": choice, "columns": columns},
            )
        )
