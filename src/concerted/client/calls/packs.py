"""Operations of packs. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.actions import Made
from concerted.client.rows.packs import HeldPage, PackPage, PackRow, PacksPage


class PacksCalls(Connection):
    """Operations of packs."""

    def packs(self, slug: str) -> PacksPage:
        """Show the packs that came and went, the keys, and what waits for a decision."""
        return self._row(PacksPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/packs", {}, {}))

    def import_pack(self, slug: str, content: bytes, *, name: str, idempotency_key: str | None = None) -> Made:
        """Bring a pack in (its bytes are the body, `name` is the file's): it is checked whole, and begun.

        Nothing is written of one that is damaged, or that no key has signed which is named for its partner. Let
        it go on until it is done; a pack that came before is found again.
        """
        return self._row(
            Made,
            Sending(
                "POST",
                f"/api/v1/coalitions/{part(slug)}/packs",
                {"name": name},
                {"Idempotency-Key": idempotency_key},
                content,
            ),
        )

    def pack(self, slug: str, number: int) -> PackPage:
        """Show a pack: how far it is, what became of its records, and what of it waits for one's decision."""
        return self._row(PackPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/packs/{part(number)}", {}, {}))

    def go_on_pack(self, slug: str, number: int) -> PackRow:
        """Take over more of a pack's records, for a second or two: again until all are done."""
        return self._row(
            PackRow, Sending("POST", f"/api/v1/coalitions/{part(slug)}/packs/{part(number)}/steps", {}, {})
        )

    def export_pack(self, slug: str, *, to: str = "", since: int = 0) -> bytes:
        """Write a pack of all that is one's partner's own, signed, and sealed for the register that it is for."""
        return self._file(
            Sending("POST", f"/api/v1/coalitions/{part(slug)}/packs/exports", {}, {}, {"to": to, "since": since})
        )

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
