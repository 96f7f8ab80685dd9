"""Duplicates: is this the same as another record?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from concerted.actions import mergers
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.frame import hidden, person, show, whole

PAGES = {"commitment": "commitment", "instrument": "instrument", "meeting": "meeting"}


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def merge(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show what a record may be the same as; a POST merges it into the one that was chosen."""
    page = queries.merger(person(request), slug, noun, number)
    trouble, into = "", whole(request.POST, "into")
    if request.method == "POST" and into is None:
        trouble = _("Choose the record that it is the same as.")
    elif request.method == "POST" and into is not None:
        try:
            mergers.merge(
                noun=noun,
                duplicate=number,
                into=into,
                by=person(request),
                at=timezone.now(),
                seen=whole(request.POST, "seen"),
            )
        except Conflict as error:
            trouble = errors.said(error)
        else:
            messages.success(request, _("They are one record now. The former address leads here."))
            return _shown(slug, noun, into)
    back = reverse(f"web:{PAGES[noun]}", args=[slug, number]) if noun in PAGES else ""
    status = 422 if trouble else 200
    return show(request, "merge", slug, status=status, page=page, trouble=trouble, into=into, back=back)


@require_POST
@hidden
def split(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Take a merger back."""
    try:
        kept = mergers.split(noun=noun, duplicate=number, by=person(request), at=timezone.now())
    except Conflict as error:
        messages.error(request, errors.said(error))
        return redirect("web:merge", slug, noun, number)
    messages.success(request, _("They are two records again."))
    return redirect("web:merge", slug, noun, kept)


def _shown(slug: str, noun: str, number: int) -> HttpResponse:
    return redirect(f"web:{PAGES[noun]}", slug, number) if noun in PAGES else redirect("web:merge", slug, noun, number)
