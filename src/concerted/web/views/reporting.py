"""Reporting windows: what is to be reported until when, and what has come in?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import windows as planning
from concerted.register import queries
from concerted.register.rows.progress import WindowRow
from concerted.register.rows.references import LineRef
from concerted.terms.errors import Conflict, NotAllowed
from concerted.web import errors
from concerted.web.frame import edition, hidden, person, show, today
from concerted.web.marking_forms import WindowForm


@require_safe
@hidden
def windows(request: HttpRequest, slug: str) -> HttpResponse:
    """List the reporting windows."""
    return show(request, "windows", slug, page=queries.windows(person(request), slug, today=today(request)))


@require_safe
@hidden
def window(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a reporting window."""
    page = queries.window(person(request), slug, number, today=today(request))
    return show(request, "window", slug, record=("window", number), page=page)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a reporting window, and plan it."""
    form = WindowForm(_lines(request, slug), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            number = planning.add(coalition=slug, content=form.content, by=person(request), at=timezone.now())
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The reporting window is planned."))
            return redirect("web:window", slug, number)
    return show(request, "window_form", slug, status=422 if form.errors else 200, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Change a reporting window."""
    row = _kept(request, slug, number)
    same = ("title", "first", "last", "opens", "closes")
    initial = {name: getattr(row, name) for name in same}
    initial |= {"lines": [one.number for one in row.lines], "seen": row.edition}
    form = WindowForm(_lines(request, slug), request.POST or None, initial)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            planning.change(window=number, content=form.content, seen=seen, by=person(request), at=timezone.now())
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The reporting window is changed."))
            return redirect("web:window", slug, number)
    status = 422 if form.errors else 200
    return show(request, "window_form", slug, status=status, record=("window", number), form=form, row=row)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask, then take a reporting window back."""
    row = _kept(request, slug, number)
    if request.method != "POST":
        return show(request, "withdraw_window", slug, record=("window", number), row=row)
    try:
        planning.withdraw(
            window=number, seen=edition(request.POST.get("seen", "")), by=person(request), at=timezone.now()
        )
    except Conflict as error:
        messages.error(request, errors.said(error))
        return redirect("web:window", slug, number)
    messages.success(request, _("The reporting window is withdrawn."))
    return redirect("web:windows", slug)


def _kept(request: HttpRequest, slug: str, number: int) -> WindowRow:
    page = queries.window(person(request), slug, number, today=today(request))
    if not page.may_keep:
        raise NotAllowed("it is the secretariat's", where=f"window {number}", expected="the secretariat")
    return page.window


def _lines(request: HttpRequest, slug: str) -> list[LineRef]:
    return [row.line for row in queries.lines(person(request), slug, today=today(request))]
