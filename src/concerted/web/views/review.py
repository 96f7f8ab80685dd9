"""Review: what needs my eye? Each decision is a plain form; htmx swaps the one note that it changed."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from concerted.actions import review as decisions
from concerted.actions.correction import BadCorrection
from concerted.register import queries
from concerted.register.rows.findings import FindingRow, StatementPage
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.corrections import CorrectionForm
from concerted.web.frame import hidden, person, show
from concerted.web.leaves import all_notes, anchor
from concerted.web.notes import note
from concerted.web.words import word

VERBS = {"accept": decisions.accept, "reject": decisions.reject, "undo": decisions.undo}


@require_safe
@hidden
def queue(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what waits for a decision, first what most needs a person."""
    rows = queries.review(person(request), slug)
    items = [
        {
            "note": note(item.finding, item.finding.ordinal, (), slug),
            "statement": item.statement,
            "before": item.before,
            "after": item.after,
            "certainty": round(100 * item.finding.confidence),
        }
        for item in rows.items
    ]
    may = "finding.decide" in rows.coalition.permissions
    return show(request, "review", slug, queue=rows, items=items, may_review=may)


@require_POST
@hidden
def decide(request: HttpRequest, slug: str, number: int, finding: int, verdict: str) -> HttpResponse:
    """Accept, reject or undo; then the changed note (htmx), or back to where the finding stands."""
    if verdict not in VERBS:
        raise Http404
    _find(queries.statement(person(request), slug, number), finding)
    try:
        VERBS[verdict](by=person(request), at=timezone.now(), finding=finding, seen=request.POST.get("seen") or None)
    except Conflict as error:
        return _answer(request, slug, number, finding, errors.said(error))
    return _answer(request, slug, number, finding)


@require_POST
@hidden
def accept_all(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Accept every finding of one sort that still awaits review, all of them or none."""
    queries.statement(person(request), slug, number)
    fact = request.POST.get("fact", "")
    done = decisions.accept_statement(by=person(request), at=timezone.now(), statement=number, fact=fact).accepted
    messages.success(
        request,
        ngettext("%(number)s finding accepted.", "%(number)s findings accepted.", done) % {"number": done},
    )
    return redirect(reverse("web:statement", args=[slug, number]) + f"#{anchor(fact)}")


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def correct(request: HttpRequest, slug: str, number: int, finding: int) -> HttpResponse:
    """Show the form that corrects a finding; a POST stores the correction beside what was read."""
    page = queries.statement(person(request), slug, number)
    found = _find(page, finding)
    if "finding.decide" not in page.coalition.permissions:
        raise PermissionDenied
    form = CorrectionForm(found, page.text, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            decisions.correct(
                by=person(request),
                at=timezone.now(),
                finding=finding,
                changes=form.changes(),
                comment=form.cleaned_data["comment"],
            )
        except (BadCorrection, Conflict) as error:
            form.add_error(None, errors.said(error))
        else:
            return _answer(request, slug, number, finding)
    context: dict[str, Any] = {
        "page": page,
        "finding": found,
        "form": form,
        "back": _place(request, slug, number, finding),
    }
    context["queued"] = bool(_from_queue(request))
    if not _is_htmx(request):
        return show(request, "correct", slug, status=422 if form.errors else 200, **context)
    answer = render(request, "web/parts/correction.html", context | {"coalition": page.coalition, "inside": True})
    if request.method == "POST":
        # The form goes back to where it stands, not in place of the whole note.
        answer["HX-Retarget"], answer["HX-Reswap"] = f"#n{finding} .note-body", "innerHTML"
    return answer


def _find(page: StatementPage, finding: int) -> FindingRow:
    found = next((each for each in page.findings if each.id == finding and each.reviewable), None)
    if found is None:
        raise Http404
    return found


def _answer(request: HttpRequest, slug: str, number: int, finding: int, trouble: str = "") -> HttpResponse:
    """Say what happened: with the changed note to htmx, else on the page where the finding stands."""
    page = queries.statement(person(request), slug, number)
    found = _find(page, finding)
    said = trouble or _("%(state)s: %(quote)s") % {
        "state": word(found.state).capitalize(),
        "quote": found.quote if len(found.quote) < 80 else found.quote[:79] + "…",
    }
    if not _is_htmx(request):
        (messages.error if trouble else messages.success)(request, said)
        return redirect(_place(request, slug, number, finding))
    context = {
        "page": page,
        "coalition": page.coalition,
        "note": next(each for each in all_notes(page) if each.finding.id == finding),
        "may_review": "finding.decide" in page.coalition.permissions,
        "queued": bool(_from_queue(request)),
        "waiting": queries.head(person(request), slug, today=timezone.localdate()).waiting,
    }
    answer = render(request, "web/parts/decided.html", context)
    answer["Concerted-Said"] = quote(said)
    return answer


def _is_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _from_queue(request: HttpRequest) -> str:
    return request.POST.get("queue", "") or request.GET.get("queue", "")


def _place(request: HttpRequest, slug: str, number: int, finding: int) -> str:
    if _from_queue(request):
        return reverse("web:review", args=[slug])
    return reverse("web:statement", args=[slug, number]) + f"#n{finding}"
