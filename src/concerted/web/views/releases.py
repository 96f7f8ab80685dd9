"""Releases: who sees this record, and who shall?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from concerted.actions import releases
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.frame import hidden, person, show
from concerted.web.release_forms import ReleaseForm


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def release(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show how a record is released; a POST first shows what would change, then, confirmed, changes it."""
    user = person(request)
    page = queries.release(user, slug, noun, number)
    form = ReleaseForm(page, request.POST if request.method == "POST" else None)
    difference = None
    if request.method == "POST" and form.is_valid():
        wanted = form.wanted
        if "confirm" not in request.POST:
            difference = queries.difference(user, slug, noun, number, wanted)
        else:
            try:
                done = releases.release(
                    noun=noun,
                    record=number,
                    reach=wanted.reach,
                    parties=wanted.parties,
                    line=wanted.line,
                    with_records=form.cleaned_data.get("with_records", False),
                    seen=form.cleaned_data["seen"],
                    by=user,
                    at=timezone.now(),
                )
            except Conflict as error:
                errors.say(form, error)
            else:
                _say(request, done)
                return redirect(_back(slug, noun, number))
    return show(
        request,
        "release",
        slug,
        status=422 if form.errors else 200,
        page=page,
        released=page.released,
        form=form,
        difference=difference,
        back=_back(slug, noun, number),
    )


def _say(request: HttpRequest, done: releases.Rereleased) -> None:
    if done.narrowed:
        messages.success(request, _("Released to fewer; what they have seen, they have seen."))
    else:
        messages.success(request, _("The release is recorded."))


def _back(slug: str, noun: str, number: int) -> str:
    """Give the record's own page, or where it is listed."""
    try:
        return reverse(f"web:{noun}", args=[slug, number])
    except NoReverseMatch:
        listed = {"call": "commitments", "guideline": "commitments"}
        return reverse(f"web:{listed.get(noun, 'board')}", args=[slug])
