"""What holds from a day to a day: leads and seats given, anything ended, put right or taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from concerted.actions import validity, working_groups
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.rows.parties import DatedPage
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.frame import edition, hidden, person, show, today
from concerted.web.merging import conflict, merged
from concerted.web.party_forms import DatedForm, OfficeForm


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def lead(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Record that a partner leads a line of effort."""
    return _give(request, slug, number, "lead", working_groups.lead)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def seat(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give a partner a seat in a line's working group."""
    return _give(request, slug, number, "seat", working_groups.seat)


def _give(request: HttpRequest, slug: str, number: int, noun: str, give: Callable[..., int]) -> HttpResponse:
    choice = queries.office_choice(person(request), slug, number, today=today(request))
    form = OfficeForm(choice.parties, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            give(coalition=slug, line=number, by=person(request), at=timezone.now(), **form.cleaned_data)
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("It is recorded."))
            return redirect("web:line", slug, number)
    return show(request, "give_office", slug, status=422 if form.errors else 200, form=form, choice=choice, noun=noun)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def change(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """End what holds, put its days and sources right, or take back what was entered by mistake."""
    page = queries.dated(person(request), slug, noun, number)
    back = _back(page, slug)
    form = DatedForm(initial=_values(page))
    if request.method == "POST":
        form = DatedForm(merged(request.POST))
        try:
            if "strike" in request.POST:
                validity.strike(
                    noun=noun,
                    number=number,
                    seen=edition(request.POST.get("seen", "")),
                    by=person(request),
                    at=timezone.now(),
                )
                messages.success(request, _("It is taken back."))
                return redirect(back)
            if form.is_valid():
                given = {**form.cleaned_data, "seen": edition(form.cleaned_data["seen"])}
                validity.change(noun=noun, number=number, by=person(request), at=timezone.now(), **given)
                messages.success(request, _("It is recorded."))
                return redirect(back)
        except Edited as edited:
            if "strike" in request.POST:
                messages.error(request, _("Somebody else changed it meanwhile: look at it again."))
                return redirect("web:change-dated", slug, noun, number)
            return conflict(request, slug, form, _blank, edited, back=back)
        except Conflict as error:
            errors.say(form, error)
    return show(request, "change_dated", slug, status=422 if form.errors else 200, form=form, page=page, back=back)


def _blank(values: Mapping[str, Any]) -> DatedForm:
    return DatedForm(initial=dict(values))


def _values(page: DatedPage) -> dict[str, Any]:
    row = page.row
    same = {name: getattr(row, name) for name in ("since", "until", "said_by", "end_said_by")}
    return same | {"seen": str(row.edition)}


def _back(page: DatedPage, slug: str) -> str:
    if page.line is not None:
        return reverse("web:line", args=[slug, page.line.number])
    if page.party is None:
        return reverse("web:clock", args=[slug])
    return reverse("web:partner", args=[slug, page.party.code])
