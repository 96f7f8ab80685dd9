"""Contributions: who gives what, and what a partner enters of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import contributions as keeping
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.nouns.contribution import Content
from concerted.register.rows.contributions import ContributionPage, ContributionRow
from concerted.terms.errors import Conflict, NotAllowed
from concerted.web import errors
from concerted.web.chips import chips
from concerted.web.contribution_forms import STAGES, ContributionForm
from concerted.web.frame import edition, hidden, person, show, whole, words
from concerted.web.merging import conflict, merged
from concerted.web.pager import pager
from concerted.web.protocol import in_order


@require_safe
@hidden
def contributions(request: HttpRequest, slug: str) -> HttpResponse:
    """List what partners give, all or that of one party, line, kind or release, with its sums."""
    asked = {
        "party": words(request.GET, "party"),
        "line": whole(request.GET, "line"),
        "kind": words(request.GET, "kind"),
        "release": words(request.GET, "release"),
        "stage": words(request.GET, "stage"),
    }
    page = queries.contributions(
        person(request),
        slug,
        party=words(request.GET, "party"),
        line=whole(request.GET, "line"),
        kind=words(request.GET, "kind"),
        release=words(request.GET, "release"),
        stage=words(request.GET, "stage"),
        order=words(request.GET, "order") or "",
        page=whole(request.GET, "page") or 1,
    )
    parties = in_order(page.parties, lambda one: one)
    narrowed = any(value is not None for value in asked.values())
    asked["order"] = words(request.GET, "order")
    return show(
        request,
        "contributions",
        slug,
        page=page,
        pager=pager(request.GET, page.paging, anchor="each"),
        parties=parties,
        asked=asked,
        narrowed=narrowed,
        stages=STAGES,
        orders=chips(
            request.GET,
            "order",
            [("oldest", _("oldest first"), None), ("largest", _("largest amount first"), None)],
            first=_("newest first"),
        ),
    )


@require_safe
@hidden
def contribution(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one contribution."""
    page = queries.contribution(person(request), slug, number)
    return show(request, "contribution", slug, record=("contribution", number), page=page)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a contribution, of the party that the person speaks for or of one that they name, and enter it."""
    choice = queries.contribution_choice(person(request), slug)
    parties = in_order(choice.parties, lambda one: one)
    form = ContributionForm(choice.lines, request.POST or None, parties=parties, new=True)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            number = keeping.add(
                coalition=slug, content=_content(given), reach=given["reach"], by=person(request), at=timezone.now()
            )
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The contribution is entered."))
            return redirect("web:contribution", slug, number)
    status = 422 if form.errors else 200
    return show(request, "change_contribution", slug, status=status, form=form, party=choice.party)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Change a contribution; what somebody else changed meanwhile is shown beside what the person wrote."""
    page = _own(request, slug, number)
    row = page.contribution

    def blank(values: Mapping[str, Any]) -> ContributionForm:
        return ContributionForm(page.lines, initial=values)

    form = blank(_values(row))
    if request.method == "POST":
        form = ContributionForm(page.lines, merged(request.POST))
        if form.is_valid():
            try:
                keeping.change(
                    number=number,
                    content=_content(form.cleaned_data),
                    seen=edition(form.cleaned_data["seen"]),
                    by=person(request),
                    at=timezone.now(),
                )
            except Edited as edited:
                back = reverse("web:contribution", args=[slug, number])
                return conflict(request, slug, form, blank, edited, back=back)
            except Conflict as error:
                errors.say(form, error)
            else:
                messages.success(request, _("The contribution is changed."))
                return redirect("web:contribution", slug, number)
    status = 422 if form.errors else 200
    record = ("contribution", number)
    return show(request, "change_contribution", slug, status=status, record=record, form=form, row=row, party=row.party)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask, then take a contribution back."""
    row = _own(request, slug, number).contribution
    if request.method != "POST":
        return show(request, "withdraw_contribution", slug, record=("contribution", number), row=row)
    try:
        keeping.withdraw(
            number=number, seen=edition(request.POST.get("seen", "")), by=person(request), at=timezone.now()
        )
    except Edited:
        messages.error(request, _("Somebody else changed it meanwhile: look at it again. Nothing was withdrawn."))
        return redirect("web:contribution", slug, number)
    messages.success(request, _("The contribution is withdrawn."))
    return redirect("web:contributions", slug)


def _own(request: HttpRequest, slug: str, number: int) -> ContributionPage:
    page = queries.contribution(person(request), slug, number)
    if not page.contribution.may_change:
        raise NotAllowed("it is its partner's own", where=f"contribution {number}", expected="its focal point")
    return page


def _content(given: Mapping[str, Any]) -> Content:
    return Content(**{name: given[name] for name in Content.__dataclass_fields__ if name in given})


def _values(row: ContributionRow) -> dict[str, Any]:
    """Give what a contribution says, by the names of the form's fields."""
    same = ("kind", "stage", "stage_on", "summary", "amount", "currency", "quantity", "unit", "first", "last", "caveat")
    found = {name: getattr(row, name) for name in same}
    return found | {"source": row.said_by, "line": row.line.number if row.line else None, "seen": str(row.edition)}
