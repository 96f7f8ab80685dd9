"""The ledger: its signed checkpoints, and the proofs that a partner takes along."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile

from django.http import FileResponse, HttpResponse

from concerted.api.answers import JSON, file
from concerted.api.asking import Asking
from concerted.api.fields import Place, Slug
from concerted.api.operation import Operations
from concerted.ledger.bundle import dumps
from concerted.register.queries import ledgers as asked
from concerted.register.rows.ledger import EntryPage, Leaves, LedgerPage

operations = Operations()
_TEXT = "text/plain"
_IN_MEMORY = 1 << 20
_LEAVES = 256


@operations.read("/coalitions/{slug:slug}/ledger")
def ledger(request: Asking, slug: Slug) -> LedgerPage:
    """Give the ledger's key, its size and its last checkpoint."""
    return asked.ledger(request.asker, slug)


@operations.read("/coalitions/{slug:slug}/ledger/checkpoint", produces=(_TEXT,))
def ledger_checkpoint(request: Asking, slug: Slug) -> HttpResponse:
    """Hand out the last signed checkpoint (C2SP tlog-checkpoint)."""
    one = asked.last_checkpoint(request.asker, slug)
    return file(str(one).encode(), f"{_TEXT}; charset=utf-8", f"{slug}-checkpoint-{one.size}.txt")


@operations.read("/coalitions/{slug:slug}/ledger/bundle", produces=(JSON,))
def ledger_bundle(request: Asking, slug: Slug, since: Place | None = None) -> FileResponse:
    """Hand out what one takes along to check the ledger; ``since`` is a size of which one keeps a checkpoint."""
    size, pieces = asked.bundle(request.asker, slug, since=[] if since is None else [since])
    request.shown.extend(asked.bundled(request.asker, slug))
    spooled = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (the answer closes it)
    for piece in pieces:
        spooled.write(piece.encode())
    spooled.seek(0)
    return FileResponse(spooled, content_type=JSON, as_attachment=True, filename=f"{slug}-bundle-{size}.json")


@operations.read("/coalitions/{slug:slug}/ledger/entries/{int:index}")
def ledger_entry(request: Asking, slug: Slug, index: Place) -> EntryPage:
    """Give one entry with its proof in the last checkpoint."""
    page = asked.entry(request.asker, slug, index)
    request.shown.extend(asked.kept_in(page.entry))
    return page


@operations.read("/coalitions/{slug:slug}/ledger/entries/{int:index}/bundle", produces=(JSON,))
def ledger_entry_bundle(request: Asking, slug: Slug, index: Place) -> HttpResponse:
    """Hand out one entry with its proof, as a file that `concerted verify` checks."""
    found = asked.entry_bundle(request.asker, slug, index)
    request.shown.extend(asked.kept_in(*(one.entry for one in found.entries)))
    return file(dumps(found).encode(), JSON, f"{slug}-entry-{index}-{found.last.size}.json")


@operations.read("/coalitions/{slug:slug}/ledger/leaves")
def ledger_leaves(request: Asking, slug: Slug, start: Place = 0) -> Leaves:
    """Give an auditor 256 leaves' hashes from an index on."""
    return asked.leaves(request.asker, slug, start=start, count=_LEAVES)


@operations.read("/coalitions/{slug:slug}/ledger/leaves/all", produces=(_TEXT,))
def ledger_every_leaf(request: Asking, slug: Slug) -> FileResponse:
    """Hand an auditor every leaf's index and hash, a line each."""
    spooled = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (the answer closes it)
    for index, hashed in asked.every_leaf(request.asker, slug):
        spooled.write(f"{index} {hashed}\n".encode())
    spooled.seek(0)
    return FileResponse(spooled, content_type=f"{_TEXT}; charset=utf-8", as_attachment=True, filename="leaves.txt")
