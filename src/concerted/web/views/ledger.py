"""The ledger: what it is, the last signed checkpoint, and the proofs that a partner takes along."""

from __future__ import annotations

import json
from collections.abc import Iterable
from tempfile import SpooledTemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from concerted.ledger.bundle import dumps
from concerted.ledger.entry import Entry
from concerted.register.queries import ledgers as asked
from concerted.web.frame import hidden, person, show, sighted, whole

_LEAVES = 256
_IN_MEMORY = 1 << 20


@require_safe
@hidden
def ledger(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the ledger's key, its size and its last checkpoint."""
    return show(request, "ledger", slug, page=asked.ledger(person(request), slug))


@require_safe
@hidden
def checkpoint(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the last signed checkpoint."""
    one = asked.last_checkpoint(person(request), slug)
    return HttpResponse(str(one), headers=_headers("text/plain; charset=utf-8", f"{slug}-checkpoint-{one.size}.txt"))


@require_safe
@hidden
def bundle(request: HttpRequest, slug: str) -> FileResponse:
    """Hand out what the person takes along to check the ledger; ``since`` is a size of which they keep a checkpoint.

    It is written to disk first: who is asking is known to the database until the answer begins.
    """
    since = whole(request.GET, "since")
    size, pieces = asked.bundle(person(request), slug, since=[] if since is None else [since])
    sighted(request, *asked.bundled(person(request), slug))
    file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (the answer closes it)
    for piece in pieces:
        file.write(piece.encode())
    file.seek(0)
    return FileResponse(file, headers=_headers("application/json", f"{slug}-bundle-{size}.json"))


@require_safe
@hidden
def entry(request: HttpRequest, slug: str, index: int) -> HttpResponse:
    """Show one entry with its proof."""
    page = asked.entry(person(request), slug, index)
    sighted(request, *asked.kept_in(page.entry))
    return show(request, "ledger_entry", slug, page=page, changes=_changes(page.entry))


@require_safe
@hidden
def entry_bundle(request: HttpRequest, slug: str, index: int) -> HttpResponse:
    """Hand out one entry with its proof."""
    found = asked.entry_bundle(person(request), slug, index)
    sighted(request, *asked.kept_in(*(one.entry for one in found.entries)))
    name = f"{slug}-entry-{index}-{found.last.size}.json"
    return HttpResponse(dumps(found), headers=_headers("application/json", name))


@require_safe
@hidden
def leaves(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an auditor the leaves' hashes, some at a time."""
    start = whole(request.GET, "from") or 0
    page = asked.leaves(person(request), slug, start=start, count=_LEAVES)
    following = start + _LEAVES if start + _LEAVES < page.size else None
    earlier = max(start - _LEAVES, 0) if start else None
    rows = list(enumerate(page.hashes, start))
    return show(request, "ledger_leaves", slug, page=page, rows=rows, earlier=earlier, following=following)


@require_safe
@hidden
def every_leaf(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Hand out every leaf's index and hash, a line each."""
    lines = (f"{index} {hashed}\n" for index, hashed in asked.every_leaf(person(request), slug))
    return StreamingHttpResponse(lines, headers=_headers("text/plain; charset=utf-8", f"{slug}-leaves.txt"))


def _headers(media_type: str, name: str) -> dict[str, str]:
    return {
        "Content-Type": media_type,
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "X-Content-Type-Options": "nosniff",
    }


def _changes(one: Entry) -> Iterable[tuple[str, str, str]]:
    """Give each field's name and what it held before and after, as JSON; nothing where there was no row."""
    before, after = ({} if text is None else json.loads(text) for text in (one.before, one.after))
    for name in dict.fromkeys([*before, *after]):
        old, new = (json.dumps(state[name], ensure_ascii=False) if name in state else "" for state in (before, after))
        if old != new:
            yield name, old, new
