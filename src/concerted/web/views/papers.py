"""Papers of meetings: what is there to read, and in which version?"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from concerted.actions import papers
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.terms.errors import Conflict, UnreadableDocument
from concerted.web import errors
from concerted.web.frame import edition, hidden, person, sighted
from concerted.web.views.kept import record_page
from concerted.web.views.statements import handed_out


class PaperForm(forms.Form):
    """A file of a paper; ``seen`` is the edition of the paper that was shown."""

    seen = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG or plain text, up to 20 MB."),
    )


@require_safe
@hidden
def paper(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show a paper with its versions."""
    return _page(request, slug, number)


@require_POST
@hidden
def upload(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """File a new version."""
    queries.kept_page(person(request), slug, "paper", number)
    form = PaperForm(request.POST, request.FILES)
    if form.is_valid():
        sent, seen = form.cleaned_data["file"], edition(form.cleaned_data["seen"])
        try:
            papers.file(
                number=number, data=sent.read(), name=sent.name, seen=seen, by=person(request), at=timezone.now()
            )
        except Edited:
            form.add_error(None, _("Somebody else changed it meanwhile: look at it again. Nothing was saved."))
        except (Conflict, UnreadableDocument) as error:
            form.add_error("file", errors.said(error))
        else:
            messages.success(request, _("The file is filed."))
            return redirect("web:paper", slug, number)
    answer = _page(request, slug, number, form)
    answer.status_code = 422
    return answer


@require_safe
@hidden
def file(request: HttpRequest, slug: str, number: int, version: int) -> HttpResponse:
    """Hand out a version, to be saved; never shown by the browser itself, whatever is in it."""
    found = queries.paper_file(person(request), slug, number, version)
    sighted(request, ("paper", number))
    return handed_out(found)


def _page(request: HttpRequest, slug: str, number: int, form: PaperForm | None = None) -> HttpResponse:
    page = queries.kept_page(person(request), slug, "paper", number)
    files = queries.paper_files(person(request), slug, number)
    form = form or PaperForm(initial={"seen": str(page.record.edition)})
    return record_page(request, slug, page, "paper", files=files, form=form)
