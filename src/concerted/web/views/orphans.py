"""Orphans: where do accepted findings stand in a corrected text that no longer has their words?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from concerted.actions import orphans as settling
from concerted.register import queries
from concerted.register.rows.versions import Orphan, OrphanQueue
from concerted.terms.errors import Conflict
from concerted.web import anchors, errors
from concerted.web.anchors import Offered
from concerted.web.frame import hidden, person, show, whole
from concerted.web.notes import Note, note
from concerted.web.version_forms import PlaceForm, WithdrawalForm


@dataclass(frozen=True, slots=True)
class Shown:
    """An orphan with what can be done: the places that are offered, and two forms."""

    orphan: Orphan
    note: Note
    how: str
    offered: list[Offered]
    place: PlaceForm
    withdrawal: WithdrawalForm


@require_safe
@hidden
def queue(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what has no place in a corrected text."""
    return _show(request, slug, queries.orphans(person(request), slug))


@require_POST
@hidden
def place(request: HttpRequest, slug: str, finding: int) -> HttpResponse:
    """Place an orphan where a person says: at a place that was offered, or on words that they give."""
    rows = queries.orphans(person(request), slug)
    orphan = _find(request, rows, finding)
    start, end = whole(request.POST, "start"), whole(request.POST, "end")
    if start is None or end is None:
        text = queries.statement(person(request), slug, orphan.statement.id).text
        form = PlaceForm(text, orphan.finding.start, request.POST, number=finding)
        if not form.is_valid():
            return _show(request, slug, rows, finding, place=form)
        start, end = form.cleaned_data["words"].start, form.cleaned_data["words"].end
    seen = whole(request.POST, "seen")
    return _settle(request, slug, settling.place_at, finding=finding, start=start, end=end, seen=seen)


@require_POST
@hidden
def withdraw(request: HttpRequest, slug: str, finding: int) -> HttpResponse:
    """Record that an orphan no longer stands, and why."""
    rows = queries.orphans(person(request), slug)
    _find(request, rows, finding)
    form = WithdrawalForm(request.POST, number=finding)
    if not form.is_valid():
        return _show(request, slug, rows, finding, withdrawal=form)
    return _settle(request, slug, settling.withdraw, finding=finding, note=form.cleaned_data["note"])


def _find(request: HttpRequest, rows: OrphanQueue, finding: int) -> Orphan:
    if "finding.decide" not in rows.coalition.permissions:
        raise PermissionDenied
    found = next((one for one in rows.items if one.finding.id == finding), None)
    if found is None:
        raise Http404
    return found


def _settle(request: HttpRequest, slug: str, do: Any, **what: Any) -> HttpResponse:
    try:
        done = do(by=person(request), at=timezone.now(), **what)
    except Conflict as error:
        messages.error(request, errors.said(error))
    else:
        placed = done.standing == "anchored"
        messages.success(request, _("The finding has its place.") if placed else _("The finding is withdrawn."))
    return redirect("web:orphans", slug)


def _show(request: HttpRequest, slug: str, rows: OrphanQueue, finding: int | None = None, **forms: Any) -> HttpResponse:
    """Show the queue, with the forms of one finding as they were sent where something is wrong with them."""
    items = []
    for orphan in rows.items:
        number = orphan.finding.id
        moved = orphan.finding.moved
        own = forms if number == finding else {}
        items.append(
            Shown(
                orphan,
                note(orphan.finding, orphan.finding.ordinal, (), slug),
                anchors.said(moved.how, moved.turned) if moved else "",
                anchors.offered(orphan),
                own.get("place") or PlaceForm("", 0, number=number),
                own.get("withdrawal") or WithdrawalForm(number=number),
            )
        )
    may = "finding.decide" in rows.coalition.permissions
    return show(request, "orphans", slug, status=422 if forms else 200, items=items, may_settle=may)
