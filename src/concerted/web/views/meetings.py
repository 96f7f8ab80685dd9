"""Meetings: when did we meet, when do we meet next, what must be decided?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import meetings as keeping
from concerted.actions.editing import Edited
from concerted.convening.sittings import is_zone
from concerted.register import queries
from concerted.register.rows.meetings import MeetingPage, OverlapRow
from concerted.terms.errors import Conflict, NotAllowed
from concerted.web import errors
from concerted.web.actions_shown import of_page
from concerted.web.forms import HeldForm
from concerted.web.frame import hidden, person, show, today
from concerted.web.meeting_forms import CancelForm, MeetingForm
from concerted.web.merging import conflict, merged


@require_safe
@hidden
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """List the meetings, held and planned."""
    return show(request, "meetings", slug, rows=queries.meetings(person(request), slug))


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def meeting(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a meeting; a POST records that it took place."""
    page = queries.meeting(person(request), slug, number, today=today(request))
    ref = page.row.meeting
    sent = merged(request.POST)
    form = HeldForm(sent or None, initial={"start": ref.start, "seen": page.edition})
    if request.method == "POST" and form.is_valid():
        try:
            keeping.hold(by=person(request), at=timezone.now(), meeting=number, **form.cleaned_data)
        except Edited as edited:
            back = reverse("web:meeting", args=[slug, number])
            return conflict(request, slug, form, lambda values: HeldForm(initial=dict(values)), edited, back=back)
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The meeting is recorded as held."))
            return redirect("web:meeting", slug, number)
    return show(
        request,
        "meeting",
        slug,
        status=422 if form.errors else 200,
        record=("meeting", number),
        page=page,
        form=form,
        actions=of_page(queries.open_actions(person(request), slug, meeting=number), slug, meeting=str(number)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def schedule(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a meeting, and announce it; what it overlaps is shown before it is saved."""
    form = MeetingForm(queries.meeting_choice(person(request), slug), request.POST or None)
    found: tuple[OverlapRow, ...] = ()
    if request.method == "POST" and form.is_valid():
        found = _overlaps(request, slug, form)
        if not found:
            try:
                number = keeping.schedule(coalition=slug, content=form.content, by=person(request), at=timezone.now())
            except Conflict as error:
                errors.say(form, error)
            else:
                messages.success(request, _("The meeting is announced."))
                return redirect("web:meeting", slug, number)
    return show(request, "meeting_form", slug, status=422 if form.errors or found else 200, form=form, overlaps=found)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Change a meeting; what somebody else changed meanwhile is shown beside what the person wrote."""
    page, choice = _own(request, slug, number), queries.meeting_choice(person(request), slug)

    def blank(values: Mapping[str, Any]) -> MeetingForm:
        return MeetingForm(choice, initial=values)

    form = MeetingForm(choice, merged(request.POST) or None, asdict(_said(page)) | {"seen": page.edition})
    found: tuple[OverlapRow, ...] = ()
    if request.method == "POST" and form.is_valid():
        found = _overlaps(request, slug, form, besides=number)
        if not found:
            seen = form.cleaned_data["seen"] or 0
            try:
                keeping.change(meeting=number, content=form.content, seen=seen, by=person(request), at=timezone.now())
            except Edited as edited:
                back = reverse("web:meeting", args=[slug, number])
                return conflict(request, slug, form, blank, edited, back=back)
            except Conflict as error:
                errors.say(form, error)
            else:
                messages.success(request, _("The meeting is changed."))
                return redirect("web:meeting", slug, number)
    status = 422 if form.errors or found else 200
    return show(
        request, "meeting_form", slug, status=status, record=("meeting", number), form=form, page=page, overlaps=found
    )


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask why, then cancel a meeting."""
    page = _own(request, slug, number)
    form = CancelForm(request.POST or None, initial={"seen": page.edition})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            keeping.cancel(
                meeting=number,
                reason=given["reason"],
                seen=given["seen"] or 0,
                by=person(request),
                at=timezone.now(),
            )
        except Edited:
            messages.error(request, _("Somebody else changed it meanwhile: look at it again. Nothing was cancelled."))
            return redirect("web:meeting", slug, number)
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("The meeting is cancelled. It stays on record with the reason."))
            return redirect("web:meeting", slug, number)
    status = 422 if form.errors else 200
    return show(request, "cancel_meeting", slug, status=status, record=("meeting", number), form=form, page=page)


def _own(request: HttpRequest, slug: str, number: int) -> MeetingPage:
    page = queries.meeting(person(request), slug, number, today=today(request))
    if not page.may_keep:
        raise NotAllowed("it is the secretariat's", where=f"meeting {number}", expected="the secretariat")
    return page


def _said(page: MeetingPage) -> keeping.Content:
    """Give what is said of a meeting as its form has it."""
    row = page.row
    return keeping.Content(
        name=row.meeting.name,
        start=row.meeting.start,
        end=row.meeting.end,
        zone=row.zone,
        opens=row.opens,
        closes=row.closes,
        place=row.place or "",
        room=row.room or "",
        hosts=tuple(one.code for one in row.hosts),
        line=row.line.number if row.line else None,
        series=row.series or "",
    )


def _overlaps(
    request: HttpRequest, slug: str, form: MeetingForm, *, besides: int | None = None
) -> tuple[OverlapRow, ...]:
    """Give what a meeting would overlap, unless the person has seen that; a room that is taken is refused anyway."""
    sits = form.sitting
    if "despite" in request.POST or sits is None or not is_zone(sits.zone or "UTC") or sits.last < sits.first:
        return ()
    one = form.content
    found = queries.overlaps(
        person(request),
        slug,
        sits,
        besides=besides,
        room=one.room,
        place=one.place,
        line=one.line,
        series=one.series,
    )
    return () if any("room" in each.shared for each in found) else found
