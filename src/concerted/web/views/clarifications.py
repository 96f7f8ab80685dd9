"""Questions to partners about what is theirs alone to change."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from concerted.actions import clarifications as asking
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.clarification_forms import AnswerForm, QuestionForm
from concerted.web.frame import hidden, person, show, whole, words


@require_safe
@hidden
def clarifications(request: HttpRequest, slug: str) -> HttpResponse:
    """List the questions that one may see, the open ones first."""
    return show(request, "clarifications", slug, rows=queries.clarifications(person(request), slug))


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def clarification(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a question; a POST answers it."""
    page = queries.clarification(person(request), slug, number)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            asking.answer(clarification=number, text=form.cleaned_data["text"], by=person(request), at=timezone.now())
        except Conflict as error:
            form.add_error(None, errors.said(error))
        else:
            messages.success(request, _("The question is answered."))
            return redirect("web:clarification", slug, number)
    return show(request, "clarification", slug, status=422 if form.errors else 200, page=page, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask about a contribution (``contribution``), or a partner (``party``) about a line or in general."""
    number = whole(request.GET, "contribution")
    choice = queries.clarification_choice(person(request), slug, contribution=number, party=words(request.GET, "party"))
    form = QuestionForm(choice, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = asking.ask(
                coalition=slug,
                contribution=choice.contribution,
                party=choice.party.code,
                line=given.get("line"),
                text=given["text"],
                by=person(request),
                at=timezone.now(),
            )
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The question is asked."))
            return redirect("web:clarification", slug, made)
    return show(request, "ask", slug, status=422 if form.errors else 200, choice=choice, form=form)


@require_POST
@hidden
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take an open question back."""
    try:
        asking.withdraw(clarification=number, by=person(request), at=timezone.now())
    except Conflict as error:
        messages.error(request, errors.said(error))
        return redirect("web:clarification", slug, number)
    messages.success(request, _("The question is withdrawn."))
    return redirect("web:clarifications", slug)
