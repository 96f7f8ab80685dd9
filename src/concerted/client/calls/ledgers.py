"""Operations of ledgers. Written by `make api`."""

from __future__ import annotations

from concerted.client.connection import Connection, Sending, part
from concerted.client.rows.ledgers import EntryPage, Leaves, LedgerPage


class LedgersCalls(Connection):
    """Operations of ledgers."""

    def ledger(self, slug: str) -> LedgerPage:
        """Give the ledger's key, its size and its last checkpoint."""
        return self._row(LedgerPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/ledger", {}, {}))

    def ledger_checkpoint(self, slug: str) -> bytes:
        """Hand out the last signed checkpoint (C2SP tlog-checkpoint)."""
        return self._file(Sending("GET", f"/api/v1/coalitions/{part(slug)}/ledger/checkpoint", {}, {}))

    def ledger_bundle(self, slug: str, *, since: int | None = None) -> bytes:
        """Hand out what one takes along to check the ledger; ``since`` is a size of which one keeps a checkpoint."""
        return self._file(Sending("GET", f"/api/v1/coalitions/{part(slug)}/ledger/bundle", {"since": since}, {}))

    def ledger_entry(self, slug: str, index: int) -> EntryPage:
        """Give one entry with its proof in the last checkpoint."""
        return self._row(
            EntryPage, Sending("GET", f"/api/v1/coalitions/{part(slug)}/ledger/entries/{part(index)}", {}, {})
        )

    def ledger_entry_bundle(self, slug: str, index: int) -> bytes:
        """Hand out one entry with its proof, as a file that `concerted verify` checks."""
        return self._file(
            Sending("GET", f"/api/v1/coalitions/{part(slug)}/ledger/entries/{part(index)}/bundle", {}, {})
        )

    def ledger_leaves(self, slug: str, *, start: int = 0) -> Leaves:
        """Give an auditor 256 leaves' hashes from an index on."""
        return self._row(Leaves, Sending("GET", f"/api/v1/coalitions/{part(slug)}/ledger/leaves", {"start": start}, {}))

    def ledger_every_leaf(self, slug: str) -> bytes:
        """Hand an auditor every leaf's index and hash, a line each."""
        return self._file(Sending("GET", f"/api/v1/coalitions/{part(slug)}/ledger/leaves/all", {}, {}))
