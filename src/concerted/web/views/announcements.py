"""Meetings of a calendar file: what it would add, change and cancel is shown first, then taken over as chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from concerted.actions import announced as taking
from concerted.convening.announcements import Proposal
from concerted.formats.calendars import MalformedCalendar
from concerted.formats.calendars.announced import announcements
from concerted.register import queries
from concerted.register.packing.names import own_name
from concerted.web import errors
from concerted.web.announcement_forms import CalendarFileForm, SeenCalendarForm, chosen, packed
from concerted.web.frame import hidden, person, show
from concerted.web.history_words import field, said


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting of the file: what it would do, in words, and why it was refused."""

    proposal: Proposal
    differences: tuple[tuple[str, str, str], ...]
    take: str
    refused: str


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def import_meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a calendar file, show what it would change, and take over what is chosen."""
    choice = queries.meeting_choice(person(request), slug)
    form = CalendarFileForm(choice, request.POST or None, request.FILES or None)
    if "held" in request.POST:
        return _taken(request, slug, SeenCalendarForm(request.POST))
    if request.method == "POST" and form.is_valid():
        source, data = form.source, form.cleaned_data["file"].read()
        try:
            return _shown(request, slug, data, source, {})
        except MalformedCalendar as error:
            form.add_error("file", f"{error.where}: {errors.said(error)}" if error.where else errors.said(error))
    return show(request, "import_meetings", slug, status=422 if form.errors else 200, form=form)


def _shown(
    request: HttpRequest, slug: str, data: bytes, source: taking.Source, refused: dict[str, str]
) -> HttpResponse:
    """Show what a file would change; of what was ``refused`` (by UIDs), why."""
    found = announcements(data, source.file, timezone.localdate())
    proposals = queries.proposals(person(request), slug, found.meetings, found.series, register=own_name())
    context: dict[str, Any] = {
        "held": packed(data),
        "source": source,
        "rows": [_row(one, refused.get(one.announcement.uid, "")) for one in proposals],
        "unreadable": [(one.where, errors.said(one)) for one in found.refused],
        "until": found.until,
    }
    return show(request, "calendar_meetings", slug, status=422 if refused else 200, **context)


def _taken(request: HttpRequest, slug: str, form: SeenCalendarForm) -> HttpResponse:
    if not form.is_valid():
        messages.error(request, _("The page was not sent as it was shown. Load it again."))
        return redirect("web:import-meetings", slug)
    data, source = form.cleaned_data["held"], form.source
    try:
        found = announcements(data, source.file, timezone.localdate())
        done = taking.take_over(
            coalition=slug,
            announced=found.meetings,
            series=found.series,
            chosen=chosen(request.POST.getlist("take")),
            source=source,
            by=person(request),
            at=timezone.now(),
        )
    except MalformedCalendar as error:
        messages.error(request, f"{error.where}: {errors.said(error)}")
        return redirect("web:import-meetings", slug)
    taken = [one for one in done if one.refused is None]
    refused = {one.uid: errors.said(one.refused) for one in done if one.refused is not None}
    words = ngettext("One meeting is taken over.", "%(count)s meetings are taken over.", len(taken))
    if taken or not refused:
        messages.success(request, words % {"count": len(taken)})
    return _shown(request, slug, data, source, refused) if refused else redirect("web:meetings", slug)


def _row(one: Proposal, refused: str) -> Shown:
    differences = tuple(
        (field(each.field), said(each.was or None, each.field), said(each.now or None, each.field))
        for each in one.differences
    )
    return Shown(one, differences, f"{one.edition}:{one.announcement.uid}", refused)
