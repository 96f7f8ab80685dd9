"""A statement taken along: its record, with what people decided, for other programs."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from concerted.exports.statements import FORMS, file_name, reviewed
from concerted.register import queries
from concerted.web.frame import hidden, person, sighted, today


@require_safe
@hidden
def export(request: HttpRequest, slug: str, number: int, form: str) -> HttpResponse:
    """Hand out a statement as a file of one of the forms."""
    found = queries.export(person(request), slug, number)
    if form not in FORMS:
        raise Http404(f"no form {form!r}")
    sighted(request, ("statement", number))
    chosen = FORMS[form]
    name = file_name(found, chosen)
    return HttpResponse(
        chosen.write(reviewed(found), today(request)),
        headers={
            "Content-Type": chosen.media_type,
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
            "X-Content-Type-Options": "nosniff",
        },
    )
