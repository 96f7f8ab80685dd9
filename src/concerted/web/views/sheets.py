"""Sheets: a noun's records as a file that can be edited, and the way back in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions.imports import taking_in
from concerted.actions.imports.template import cells, table
from concerted.formats.sheets import profiles, write_csv, write_workbook
from concerted.register import queries
from concerted.register.access import Permission
from concerted.register.nouns import NOUNS
from concerted.register.rows.kept import KeptRow
from concerted.terms.errors import ConcertedError, NotAllowed, NotFound
from concerted.web import errors
from concerted.web.frame import hidden, person, show, sighted
from concerted.web.kept_forms import REACHES
from concerted.web.sheet_words import title, wording

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Its suffix, its media type, and whether it holds records.
FORMS = {
    "xlsx": (".xlsx", _XLSX, True),
    "csv": (".csv", "text/csv; charset=utf-8", True),
    "template-xlsx": (".xlsx", _XLSX, False),
    "template-csv": (".csv", "text/csv; charset=utf-8", False),
}


class SheetForm(forms.Form):
    """A sheet to be imported; ``profile`` says how a table of others is to be read."""

    file = forms.FileField(label=gettext_lazy("Sheet (XLSX or CSV)"))
    profile = forms.ChoiceField(
        label=gettext_lazy("Whose table it is"),
        required=False,
        help_text=gettext_lazy("Leave it for a sheet with the columns of the template."),
    )
    reach = forms.ChoiceField(label=gettext_lazy("Who sees new rows"), choices=list(REACHES.items()))

    def __init__(self, noun: str, *args: object, **kwargs: object) -> None:
        """Offer the profiles that make rows of a noun."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        known = [(name, name) for name in profiles.names() if profiles.profile(name).noun == noun]
        self.fields["profile"].choices = [("", "—"), *known]  # type: ignore[attr-defined]
        if not known:
            del self.fields["profile"]


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def sheets(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """Offer a noun's sheets, and read one that comes back into an import."""
    if noun not in NOUNS:
        raise NotFound("nobody keeps it", where=noun, expected=", ".join(NOUNS))
    coalition = queries.coalition(person(request), slug)
    may_import = Permission.RECORD_KEEP in coalition.permissions
    form = SheetForm(noun, request.POST or None, request.FILES or None)
    if request.method == "POST":
        if not may_import:
            raise NotAllowed(
                "records are kept by their owners", where=slug, expected="a focal point or the secretariat"
            )
        if form.is_valid():
            try:
                return redirect("web:import", slug, _take_in(request, slug, noun, form))
            except (NotAllowed, NotFound):
                raise
            except ConcertedError as error:
                form.add_error("file", errors.said(error))
    status = 422 if form.errors else 200
    return show(
        request,
        "sheets",
        slug,
        status=status,
        noun=noun,
        title=title(noun),
        list_href=f"/{slug}/{NOUNS[noun].plural}/",
        form=form,
        may_import=may_import,
    )


def _take_in(request: HttpRequest, slug: str, noun: str, form: SheetForm) -> int:
    sent, given = form.cleaned_data["file"], form.cleaned_data
    profile = profiles.profile(given["profile"]) if given.get("profile") else None
    *_before, last = taking_in.take_in(
        sent.file,
        sent.name,
        coalition=slug,
        noun=noun,
        by=person(request),
        clock=timezone.now,
        profile=profile,
        reach=given["reach"],
        resume=True,
    )
    return last.number


@require_safe
@hidden
def export_sheet(request: HttpRequest, slug: str, noun: str, form: str) -> HttpResponseBase:
    """Hand out a noun's records, as far as the person sees them, or its columns alone."""
    if noun not in NOUNS or form not in FORMS:
        raise Http404
    suffix, media_type, filled = FORMS[form]
    parties, lines = queries.named(person(request), slug)
    layout = table(NOUNS[noun], wording(NOUNS[noun]), parties=parties, lines=lines)
    own = queries.coalition(person(request), slug).party
    rows = cells(NOUNS[noun], _seen(request, noun, own, queries.kept(person(request), slug, noun) if filled else ()))
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
    if suffix == ".xlsx":
        write_workbook(layout, rows, file)
    else:
        file.writelines(write_csv(layout, rows))
    file.seek(0)
    name = f"{slug}-{NOUNS[noun].plural}{'' if filled else '-template'}{suffix}"
    headers = {"X-Content-Type-Options": "nosniff"}
    return FileResponse(file, as_attachment=True, filename=name, content_type=media_type, headers=headers)


def _seen(request: HttpRequest, noun: str, own: str | None, rows: Iterable[KeptRow]) -> Iterator[KeptRow]:
    """Let the owners of records that are kept from others know who took them along."""
    for row in rows:
        if row.release != "public" and row.owner != own:
            sighted(request, (noun, row.id))
        yield row


def said(request: HttpRequest, error: ConcertedError) -> None:
    """Tell an error above the next page."""
    messages.error(request, f"{_('Nothing was done.')} {errors.said(error)}")
