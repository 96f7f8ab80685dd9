"""Meetings: when did we meet, when do we meet next, what must be decided?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import meetings as keeping
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.forms import HeldForm
from concerted.web.frame import hidden, person, show, today
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
        request, "meeting", slug, status=422 if form.errors else 200, record=("meeting", number), page=page, form=form
    )
