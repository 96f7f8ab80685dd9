"""Partners: who is in, what a party promised, what it gave, what is asked of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import accessions, party_names
from concerted.register import queries
from concerted.register.rows.parties import PartyRow
from concerted.register.rows.references import PartyRef
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.actions_shown import of_page
from concerted.web.frame import hidden, person, show, today
from concerted.web.kept_shown import part
from concerted.web.names import name_in
from concerted.web.pager import pager, turned
from concerted.web.party_forms import AddPartyForm, NamesForm, StandingForm
from concerted.web.protocol import in_order

ANCHORS = {"participations": "statements"}


@require_safe
@hidden
def partners(request: HttpRequest, slug: str) -> HttpResponse:
    """List who is in on a day, and who is invited, has left or is only named, each in protocol order."""
    day = _on(request)
    page = queries.partners(person(request), slug, on=day or today(request))
    lists: dict[str, Any] = {
        name: in_order(getattr(page, name), _party) for name in ("partners", "candidates", "former", "others")
    }
    wrong = "on" in request.GET and day is None
    return show(request, "partners", slug, page=page, asked=request.GET.get("on", ""), wrong=wrong, **lists)


@require_safe
@hidden
def partner(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show one partner."""
    user = person(request)
    page = queries.partner(user, slug, code, today=today(request), pages=turned(request.GET))
    needs, asks = (queries.kept_list(user, slug, noun, asked={"party": code}) for noun in ("requirement", "request"))
    pagers = {
        name: pager(request.GET, one, field=name, anchor=ANCHORS.get(name, name)) for name, one in page.paging.items()
    }
    return show(
        request,
        "partner",
        slug,
        page=page,
        scores=queries.scores(user, slug, party=code),
        pagers=pagers,
        reservations=queries.reservations(user, slug, party=code),
        needs=part(needs, slug),
        asks=part(asks, slug),
        actions=of_page(queries.open_actions(user, slug, party=code), slug, responsible=code, status="open"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring a party into the coalition, or invite it."""
    form = AddPartyForm(queries.new_parties(person(request), slug), request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            code = accessions.add(
                coalition=slug,
                code=given["known"] or given["code"],
                standing=given["standing"],
                since=given["since"],
                said_by=given["said_by"],
                names=form.names,
                by=person(request),
                at=timezone.now(),
            )
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The party is recorded."))
            return redirect("web:partner", slug, code)
    return show(request, "add_partner", slug, status=422 if form.errors else 200, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def standing(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Record that a party is invited, accedes or withdraws."""
    page = queries.partner(person(request), slug, code, today=today(request))
    last = page.standings[-1].standing if page.standings else ""
    form = StandingForm(accessions.after(last), request.POST or None, first=not page.standings)
    if request.method == "POST" and form.is_valid():
        try:
            accessions.record(coalition=slug, party=code, by=person(request), at=timezone.now(), **form.cleaned_data)
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The standing is recorded."))
            return redirect("web:partner", slug, code)
    return show(request, "party_standing", slug, status=422 if form.errors else 200, form=form, page=page, last=last)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def names(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Record what a party is called from a day on."""
    page = queries.partner(person(request), slug, code, today=today(request))
    form = NamesForm(request.POST or None, initial=_names_now(page.party, today(request)))
    if request.method == "POST" and form.is_valid():
        try:
            party_names.rename(
                coalition=slug,
                party=code,
                names=form.names,
                since=form.cleaned_data["since"],
                said_by=form.cleaned_data["said_by"],
                by=person(request),
                at=timezone.now(),
            )
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The names are recorded."))
            return redirect("web:partner", slug, code)
    return show(request, "party_names", slug, status=422 if form.errors else 200, form=form, page=page)


def _names_now(party: PartyRef, day: date) -> dict[str, str]:
    kept = {one.language: one.short for one in party.names if one.holds_on(day)}
    return {f"name_{code}": name_in(party, code) for code in ("en", "fr", "ar")} | {
        f"short_{code}": short for code, short in kept.items()
    }


def _party(row: PartyRow) -> PartyRef:
    return row.party


def _on(request: HttpRequest) -> date | None:
    """Read the day that is asked for; None for none, and for what is no day."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return None
