"""Assessments: how far is each partner with what it promised, by which guideline, and who says so?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from concerted.actions import assessments as assessing
from concerted.actions import guidelines
from concerted.register import queries
from concerted.register.rows.progress import CommitmentProgress, ReportRow
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from concerted.web import errors
from concerted.web.frame import hidden, person, show, today, whole, words
from concerted.web.marking_forms import AssessmentForm, GuidelineForm


@require_safe
@hidden
def report(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show a progress report with its assessment and the guideline of its commitment."""
    page = queries.report(person(request), slug, number, today=today(request))
    return show(request, "report", slug, record=(noun, number), page=page)


@require_safe
@hidden
def scores(request: HttpRequest, slug: str) -> HttpResponse:
    """Show partners by lines, each with its score."""
    return show(request, "scores", slug, page=queries.scores(person(request), slug))


@require_safe
@hidden
def assessments(request: HttpRequest, slug: str) -> HttpResponse:
    """List the assessments, all or those of a ``party`` or ``line``: what a score is the mean of."""
    asked = {"party": words(request.GET, "party"), "line": whole(request.GET, "line")}
    page = queries.assessments(
        person(request),
        slug,
        today=today(request),
        party=words(request.GET, "party"),
        line=whole(request.GET, "line"),
    )
    return show(request, "assessments", slug, page=page, asked=asked)


@require_safe
@hidden
def assessment(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show an assessment with its guideline, its report and the passage of the commitment."""
    page = queries.assessment(person(request), slug, number, today=today(request))
    return show(request, "assessment", slug, record=("assessment", number), page=page)


@require_safe
@hidden
def guideline(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a guideline with the words that it interprets and the marks that were given by it."""
    page = queries.guideline(person(request), slug, number, today=today(request))
    # One that was replaced has its release from then.
    record = ("guideline", number) if page.in_force else None
    return show(request, "guideline", slug, record=record, page=page)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def write_guideline(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask for a commitment's guideline, and write it."""
    page = _assessable(request, slug, number)
    known = page.guideline
    initial = {"full": known.full, "partial": known.partial, "none": known.none, "seen": known.id} if known else {}
    form = GuidelineForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            guidelines.write(commitment=number, by=person(request), at=timezone.now(), **form.cleaned_data)
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The guideline is written."))
            return redirect("web:commitment", slug, number)
    return show(request, "guideline_form", slug, status=422 if form.errors else 200, page=page, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def assess(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask how far a ``party`` is with a commitment, by its ``report`` where one is named, and keep the mark."""
    page = _assessable(request, slug, number)
    report = _report(request, page)
    code = report.party.code if report else words(request.GET, "party")
    party = next((one for one in page.parties if one.code == code), None)
    if party is None:
        raise NotFound("nobody to assess", where=f"commitment {number}", expected="a partner that it binds")
    form = AssessmentForm(request.POST or None, {"seen": report.edition} if report else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = assessing.assess(
                commitment=number,
                party=party.code,
                report=report.id if report else None,
                by=person(request),
                at=timezone.now(),
                **form.cleaned_data,
            )
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The assessment is recorded."))
            return redirect("web:assessment", slug, made)
    status = 422 if form.errors else 200
    return show(request, "assess", slug, status=status, page=page, party=party, report=report, form=form)


@require_POST
@hidden
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take an assessment back."""
    try:
        assessing.withdraw(assessment=number, by=person(request), at=timezone.now())
    except Conflict as error:
        messages.error(request, errors.said(error))
    else:
        messages.success(request, _("The assessment is withdrawn."))
    return redirect("web:scores", slug)


def _assessable(request: HttpRequest, slug: str, number: int) -> CommitmentProgress:
    page = queries.commitment_progress(person(request), slug, number, today=today(request))
    if not page.may_assess:
        raise NotAllowed("they may not assess it", where=f"commitment {number}", expected="a lead of its lines")
    return page


def _report(request: HttpRequest, page: CommitmentProgress) -> ReportRow | None:
    number = whole(request.GET, "report")
    found = next((one for one in page.reports if one.id == number), None)
    if number is not None and found is None:
        raise NotFound("no such report", where=f"report {number}", expected="one on this commitment")
    return found
