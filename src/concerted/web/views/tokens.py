"""Tokens: which programs of one's own reach the record, and how much of it?"""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from concerted.actions import tokens as keeping
from concerted.register import queries
from concerted.register.queries import tokens as asked
from concerted.terms.errors import Conflict, NotFound
from concerted.web import errors
from concerted.web.frame import hidden, person
from concerted.web.token_forms import TokenForm


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)  # type: ignore[untyped-decorator]  # allauth has no types
def tokens(request: HttpRequest) -> HttpResponse:
    """List the person's tokens; a POST makes one and shows it this once."""
    user, at = person(request), timezone.now()
    coalitions = queries.coalitions(user)
    form = TokenForm(coalitions, request.POST or None)
    secret = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            secret = keeping.make(
                name=given["name"],
                scopes=given["scopes"],
                days=given["days"],
                coalition=given["coalition"] or None,
                by=user,
                at=at,
            ).secret
        except (Conflict, NotFound) as error:
            errors.say(form, error)
        else:
            form = TokenForm(coalitions)
    context = {"rows": asked.tokens(user, at=at), "form": form, "secret": secret}
    return render(request, "account/tokens.html", context, status=422 if form.errors else 200)


@require_POST
@hidden
def withdraw(request: HttpRequest, token: int) -> HttpResponse:
    """Let a token work no more."""
    keeping.withdraw(token=token, by=person(request), at=timezone.now())
    messages.success(request, _("The token works no more."))
    return redirect("account_tokens")
