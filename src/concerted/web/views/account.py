"""One's own sign-in: what ways in there are, and where one is signed in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from concerted.actions import sign_ins, users
from concerted.register.queries import accounts
from concerted.web.frame import hidden, person


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the ways in that the person has."""
    return render(request, "account/overview.html", {"account": accounts.account(person(request))})


@require_POST
def choose_digests(request: HttpRequest) -> HttpResponse:
    """Keep whether the person wants a digest once a week."""
    wanted = request.POST.get("digests") == "weekly"
    users.choose_digests(wanted=wanted, by=person(request), at=timezone.now())
    messages.success(request, _("You will be written to once a week.") if wanted else _("You will get no digests."))
    return redirect("account")


@require_POST
@hidden
def end_session(request: HttpRequest, session: int) -> HttpResponse:
    """Sign the person out somewhere else."""
    sign_ins.end(session=session, by=person(request), at=timezone.now())
    messages.success(request, _("Signed out there."))
    return redirect("usersessions_list")


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign the person out everywhere, here too."""
    sign_ins.end_all(by=person(request), at=timezone.now())
    logout(request)
    messages.success(request, _("You are signed out everywhere."))
    return redirect("account_login")
