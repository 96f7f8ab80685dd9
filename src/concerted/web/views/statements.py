"""Statements: what does this text bind us to?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.register.rows.findings import Original, StatementPage
from concerted.web.chips import chips
from concerted.web.frame import hidden, person, show, sighted, whole
from concerted.web.leaves import all_notes, groups, leaves, reserved
from concerted.web.names import text_of
from concerted.web.words import KINDS, word


@require_safe
@hidden
def statements(request: HttpRequest, slug: str) -> HttpResponse:
    """List the statements that were taken in."""
    return show(request, "statements", slug, rows=queries.statements(person(request), slug))


@require_safe
@hidden
def statement(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a statement as a critical edition, all of it or the acts of one kind or line."""
    return edition(request, slug, queries.statement(person(request), slug, number))


def edition(request: HttpRequest, slug: str, page: StatementPage) -> HttpResponse:
    """Show a version of a statement; only on the present one people decide."""
    with text_of(page.statement.issued_on):
        return _edition(request, slug, page)


def _edition(request: HttpRequest, slug: str, page: StatementPage) -> HttpResponse:
    asked, notes = request.GET, all_notes(page)
    kinds = [(kind, word(kind), page.by_kind[kind]) for kind in KINDS if page.by_kind.get(kind)]
    lines = [(str(line.number), _("line %(number)s") % {"number": line.number}, count) for line, count in page.by_line]
    apart = queries.reservations(person(request), slug, statement=page.statement.id)
    cut = leaves(page, notes, kind=asked.get("kind", ""), line=asked.get("line", ""), at=whole(asked, "at"))
    return show(
        request,
        "statement",
        slug,
        record=("statement", page.statement.id),
        page=page,
        leaves=reserved(cut, apart),
        reservations=apart,
        groups=groups(notes),
        kind_chips=chips(asked, "kind", kinds, kinds=True),
        line_chips=chips(asked, "line", lines) if lines else [],
        may_review=page.is_last and "finding.decide" in page.coalition.permissions,
        may_correct=page.is_last and "statement.take_in" in page.coalition.permissions,
    )


@require_safe
@hidden
def original(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out the file as it was taken in; never shown by the browser itself, whatever is in it."""
    file = queries.original(person(request), slug, number)
    sighted(request, ("statement", number))
    return handed_out(file)


def handed_out(file: Original) -> HttpResponse:
    """Answer with a file to save."""
    return HttpResponse(
        file.data,
        headers={
            "Content-Type": "application/octet-stream",
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=file.name) or "attachment",
            "X-Content-Type-Options": "nosniff",
        },
    )
