"""The page behind the link of an invitation: the one way to an account."""

from __future__ import annotations

from allauth.account.utils import perform_login
from allauth.decorators import rate_limit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from concerted.actions import invitations, users
from concerted.actions.users import Account, WeakPassword
from concerted.register.queries import people as asked
from concerted.terms.errors import Conflict, NotFound
from concerted.web import errors
from concerted.web.frame import person
from concerted.web.people_forms import AcceptanceForm
from concerted.web.words import tongue


@login_not_required
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@rate_limit(action="signup")  # type: ignore[untyped-decorator]  # allauth ships no types
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Say who invites to what; a POST takes the role, with a new account or the one that is signed in."""
    try:
        welcome = asked.invitation(token, at=timezone.now())
        if request.user.is_authenticated:
            return _join(request, token, welcome)
        form = AcceptanceForm(welcome, request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                account = invitations.accept(token=token, at=timezone.now(), **form.cleaned_data)
            except (Conflict, WeakPassword) as error:
                errors.say(form, error)
            else:
                messages.success(request, _("Welcome. Set up a second step, so that a password alone opens nothing."))
                return _enter(request, account)
    except NotFound:
        return render(request, "account/invitation_gone.html", status=404)
    context = {"welcome": welcome, "form": form, "token": token}
    return render(request, "account/invitation.html", context, status=422 if form.errors else 200)


def _enter(request: HttpRequest, account: Account) -> HttpResponse:
    # What they have read so far, the link's page, was in their language.
    users.choose_language(language=tongue(), by=account, at=timezone.now())
    answer: HttpResponse = perform_login(request, account, email_verification="none", redirect_url="/account/")
    return answer


def _join(request: HttpRequest, token: str, welcome: object) -> HttpResponse:
    trouble = ""
    if request.method == "POST":
        try:
            invitations.join(token=token, account=person(request), at=timezone.now())
        except Conflict as error:
            trouble = errors.said(error)
        else:
            messages.success(request, _("The role is yours."))
            return redirect("web:home")
    context = {"welcome": welcome, "trouble": trouble, "token": token}
    return render(request, "account/invitation.html", context, status=422 if trouble else 200)
