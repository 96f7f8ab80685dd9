"""The clock: when must we meet again, were we late, and what if we met on a day?"""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language_bidi, pgettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import cadences
from concerted.register import queries
from concerted.register.rows.clock import ClockPage, SeriesRow, WhatIfRow
from concerted.terms.errors import Conflict
from concerted.web import errors, timeline
from concerted.web.frame import hidden, person, show, today, words
from concerted.web.party_forms import CadenceForm
from concerted.web.words import word


class WhatIfForm(forms.Form):
    """A series and the day on which it might meet."""

    series = forms.ChoiceField(label=_("Series"))
    on = forms.DateField(
        label=_("If it met on"),
        validators=[MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(2199, 12, 31))],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, page: ClockPage, data: object = None) -> None:
        """Offer the series that have to meet again."""
        super().__init__(data)  # type: ignore[arg-type]  # as it comes from the address
        offered: forms.ChoiceField = self.fields["series"]  # type: ignore[assignment]  # declared above
        offered.choices = [(one.series, word(one.series)) for one in page.series if one.spans]


@require_safe
@hidden
def clock(request: HttpRequest, slug: str) -> HttpResponse:
    """Show each series of meetings; with a day in the address, what if the series met on it."""
    user, day = person(request), today(request)
    page = queries.clock(user, slug, today=day)
    form = WhatIfForm(page, request.GET if "on" in request.GET else None)
    if form.is_bound and form.is_valid():
        page = queries.clock(user, slug, today=day, **form.cleaned_data)
    supposed = page.what_if
    rows = [
        (one, draw(one, day, supposed if supposed is not None and supposed.series == one.series else None))
        for one in page.series
    ]
    return show(request, "clock", slug, page=page, rows=rows, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def set_rule(request: HttpRequest, slug: str) -> HttpResponse:
    """Record how often a series of meetings must come together."""
    known = queries.meeting_choice(person(request), slug).series
    form = CadenceForm(known, request.POST or None, words(request.GET, "series") or "")
    if request.method == "POST" and form.is_valid():
        try:
            cadences.set_rule(coalition=slug, by=person(request), at=timezone.now(), **form.cleaned_data)
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, _("It is recorded."))
            return redirect("web:clock", slug)
    return show(request, "set_rule", slug, status=422 if form.errors else 200, form=form)


def draw(one: SeriesRow, day: date, supposed: WhatIfRow | None) -> timeline.Drawing | None:
    """Draw the spans of a series and their meetings, the running one's warnings, and the meeting that is supposed."""
    bars = [
        timeline.Bar(row.counted_from, row.due_on, word(row.series), late=bool(row.late) or row.state == "overdue")
        for row in one.spans
        if row.counted_from is not None and row.due_on is not None and row.counted_from <= row.due_on
    ]
    met = [row.met_by for row in one.spans if row.met_by is not None]
    coming = [row.planned for row in one.spans if row.planned is not None]
    points = [timeline.Point(each.start, each.name[:40], "meeting") for each in (*met, *coming) if each.start]
    points += [
        timeline.Point(row.due_on, str(pgettext("the day by which a series must meet", "due")), "deadline")
        for row in one.spans[-1:]
        if row.due_on
    ]
    if supposed is not None:
        points.append(timeline.Point(supposed.on, str(_("if it met then")), "statement"))
        if supposed.next_due_on is not None:
            bars.append(timeline.Bar(supposed.on, supposed.next_due_on, str(_("if it met then"))))
    return timeline.draw(points, bars, day, leftward=get_language_bidi())
