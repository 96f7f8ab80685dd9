"""Calendars: at which private addresses does one's own calendar program read, and what does it find there?"""

from __future__ import annotations

import hashlib

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from concerted.actions import calendar_addresses as keeping
from concerted.formats.calendars import MEDIA_TYPE
from concerted.register import queries
from concerted.register.queries import calendar_feeds as asked
from concerted.terms.errors import Conflict, NotFound
from concerted.web import errors
from concerted.web.calendar_forms import CalendarForm
from concerted.web.calendars import written
from concerted.web.frame import hidden, person, show
from concerted.web.own_address import at_origin


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)  # type: ignore[untyped-decorator]  # allauth has no types
@hidden
def addresses(request: HttpRequest, slug: str) -> HttpResponse:
    """List the person's calendars; a POST after a fresh sign-in makes one and shows its address this once."""
    user, at, address = person(request), timezone.now(), ""
    page = queries.calendar_addresses(user, slug, at=at)
    form = CalendarForm(page, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            secret = keeping.make(coalition=slug, line=form.line, series=form.series, by=user, at=at).secret
        except Conflict as error:
            errors.say(form, error)
        else:
            address = at_origin(request.build_absolute_uri(reverse("calendar_feed", args=[secret])))
            page = queries.calendar_addresses(user, slug, at=at)
            form = CalendarForm(page)
    return show(request, "calendars", slug, status=422 if form.errors else 200, page=page, form=form, address=address)


@require_POST
@hidden
def withdraw(request: HttpRequest, slug: str, address: int) -> HttpResponse:
    """Let an address work no more."""
    queries.calendar_address(person(request), slug, address)
    keeping.withdraw(address=address, by=person(request), at=timezone.now())
    messages.success(request, _("The address works no more."))
    return redirect("web:calendars", slug)


@require_safe
@login_not_required
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Give a calendar to whoever knows its address; what is none and what is withdrawn answer alike."""
    try:
        rows, number = asked.feed(secret, today=timezone.localdate(), needing=settings.SECOND_FACTOR_ROLES)
    except NotFound:
        return HttpResponse("", status=404, content_type="text/plain")
    keeping.asked(address=number, at=timezone.now())
    body = written(rows)
    tag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    answer = HttpResponse(body, content_type=MEDIA_TYPE)
    answer["ETag"] = tag
    # Whoever withdraws it wants it to be gone: nothing is shown again that was not asked for again.
    answer["Cache-Control"] = "private, no-cache"
    answer["Content-Disposition"] = f'inline; filename="{rows.coalition.slug}.ics"'
    return get_conditional_response(request, etag=tag, response=answer) or answer
