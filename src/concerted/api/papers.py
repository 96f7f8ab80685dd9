"""Files of papers: listed, handed out, filed; what a paper says of itself is its noun's operations."""

from __future__ import annotations

from django.http import HttpResponse

from concerted.actions import papers
from concerted.api.answers import file
from concerted.api.asking import Asking
from concerted.api.fields import Number, Seen, Slug
from concerted.api.meetings import edition
from concerted.api.operation import Operations
from concerted.api.statements import BYTES, FileName
from concerted.register import queries
from concerted.register.rows.papers import PaperFileRow

operations = Operations()
_PATH = "/coalitions/{slug:slug}/papers/{int:number}/files"


@operations.read(_PATH)
def paper_files(request: Asking, slug: Slug, number: Number) -> tuple[PaperFileRow, ...]:
    """List the versions of a paper, the newest first."""
    request.shown.append(("paper", number))
    return queries.paper_files(request.asker, slug, number)


@operations.read(f"{_PATH}/{{int:version}}", record="paper", produces=(BYTES,))
def paper_file(request: Asking, slug: Slug, number: Number, version: Number) -> HttpResponse:
    """Hand out the file of a version."""
    found = queries.paper_file(request.asker, slug, number, version)
    return file(found.data, BYTES, found.name)


@operations.change(_PATH, method="POST", consumes="*/*")
def file_paper(request: Asking, slug: Slug, number: Number, name: FileName, seen: Seen) -> int:
    """File a version of a paper (its bytes are the body, `name` is the file's); gives the version's number."""
    queries.paper_files(request.asker, slug, number)
    return papers.file(number=number, data=request.body, name=name, seen=edition(seen), by=request.asker, at=request.at)
