"""Roles: who sees what here, and may do what? And is the coalition open to the public?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from concerted.actions import coalitions
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.frame import hidden, person, show


@require_safe
@hidden
def roles(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what each role sees and may do."""
    return show(request, "roles", slug, page=queries.roles(person(request), slug))


@require_POST
@hidden
def open_to_public(request: HttpRequest, slug: str) -> HttpResponse:
    """Open the coalition to the public, or close it again."""
    closing = "close" in request.POST
    change = coalitions.close if closing else coalitions.open_to_public
    try:
        change(coalition=slug, by=person(request), at=timezone.now())
    except Conflict as error:
        messages.error(request, errors.said(error))
    else:
        messages.success(request, _("Only members read it now.") if closing else _("The public reads it now."))
    return redirect("web:roles", slug)
