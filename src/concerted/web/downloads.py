"""Documents that people take along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from concerted.exports.documents import DocumentForm, file_name, written
from concerted.formats.pages import Part


def document(form: DocumentForm, parts: Sequence[Part], title: str, day: date | None) -> HttpResponse:
    """Hand out a document in the reader's language, named by its title and the day that it is about."""
    data = written(form, parts, title=title, at=timezone.now(), language=get_language() or "en")
    name = content_disposition_header(as_attachment=True, filename=file_name(title, day, form)) or "attachment"
    return HttpResponse(
        data,
        headers={"Content-Type": form.media_type, "Content-Disposition": name, "X-Content-Type-Options": "nosniff"},
    )
