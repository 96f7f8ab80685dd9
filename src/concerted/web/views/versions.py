"""Versions: what does a corrected text change, and how did the text read before?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import dating, new_version
from concerted.actions.new_version import Replaced
from concerted.formats import open_document
from concerted.reading.acceptance import require_statement
from concerted.register import queries
from concerted.register.rows.findings import StatementPage
from concerted.terms.coalition import Coalition
from concerted.terms.errors import ConcertedError, Conflict, DateOutsideWindow, NotAllowed, NotFound
from concerted.web import anchors, errors
from concerted.web.frame import hidden, person, show, sighted, whole
from concerted.web.version_forms import CorrectedTextForm, DayForm
from concerted.web.views.statements import edition, handed_out


@require_safe
@hidden
def version(request: HttpRequest, slug: str, number: int, version: int) -> HttpResponse:
    """Show a statement as it read in an earlier version, with the marks that it had."""
    page = queries.statement(person(request), slug, number, version)
    return redirect("web:statement", slug, number) if page.is_last else edition(request, slug, page)


@require_safe
@hidden
def original(request: HttpRequest, slug: str, number: int, version: int) -> HttpResponse:
    """Hand out the file that an earlier version came in as."""
    file = queries.original(person(request), slug, number, version)
    sighted(request, ("statement", number))
    return handed_out(file)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def correct_text(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take a corrected text: first show what it would change, then, confirmed, change it."""
    page = queries.statement(person(request), slug, number)
    if "statement.take_in" not in page.coalition.permissions:
        raise PermissionDenied
    form = CorrectedTextForm(request.POST, request.FILES) if request.method == "POST" else CorrectedTextForm()
    if request.method != "POST" or not form.is_valid():
        return show(request, "correct_text", slug, status=422 if form.errors else 200, page=page, form=form)
    try:
        handed_in = _read(page, form, queries.coalition_terms(person(request), slug))
        if "confirm" in request.POST:
            done = new_version.replace(
                **handed_in, seen=whole(request.POST, "seen") or page.version, at=timezone.now(), by=person(request)
            )
            return _done(request, slug, done)
        plan = new_version.preview(**handed_in, by=person(request))
    except (NotFound, NotAllowed):
        raise
    except ConcertedError as error:
        form.add_error(None, errors.said(error))
        return show(request, "correct_text", slug, status=422, page=page, form=form)
    if isinstance(plan, Replaced):
        return _done(request, slug, plan)
    return show(
        request,
        "corrected_text",
        slug,
        page=page,
        plan=plan,
        moved=anchors.moved(plan),
        orphaned=anchors.orphaned(plan),
        kept=form.as_kept(),
        name=form.cleaned_data["name"],
        date=form.cleaned_data["date"],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def give_day(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take the day on which a statement was made, where its text does not say it."""
    page = queries.statement(person(request), slug, number)
    if "statement.take_in" not in page.coalition.permissions:
        raise PermissionDenied
    form = DayForm(request.POST or None, initial={"day": page.given_date})
    if request.method == "POST" and form.is_valid():
        try:
            dating.set_date(
                statement=number,
                day=form.cleaned_data["day"],
                coalition=queries.coalition_terms(person(request), slug),
                by=person(request),
                at=timezone.now(),
            )
        except (Conflict, DateOutsideWindow) as error:
            form.add_error("day", errors.said(error))
        else:
            messages.success(request, _("The day is recorded; what is due was worked out anew."))
            return redirect("web:statement", slug, number)
    return show(request, "day", slug, status=422 if form.errors else 200, page=page, form=form)


def _read(page: StatementPage, form: CorrectedTextForm, coalition: Coalition | None) -> dict[str, Any]:
    """Open and read what was handed in; raises whatever is wrong with it."""
    data, name = form.cleaned_data["data"], form.cleaned_data["name"]
    document = open_document(data, name)
    day = page.given_date or page.statement.issued_on
    reading = new_version.read_corrected(document, given=form.cleaned_data["date"], known=day, coalition=coalition)
    require_statement(reading, where=name)
    return {"statement": page.statement.id, "document": document, "original": data, "reading": reading}


def _done(request: HttpRequest, slug: str, done: Replaced) -> HttpResponse:
    if done.known_as == "the same bytes":
        messages.info(request, _("This is the file that the statement has already; nothing was changed."))
    elif done.known_as:
        messages.info(request, _("These are the words that the statement has already; nothing was changed."))
    else:
        messages.success(request, _("The text is now version %(number)s.") % {"number": done.version})
    return redirect("web:statement", slug, done.statement)
