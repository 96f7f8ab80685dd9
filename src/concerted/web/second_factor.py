"""Roles that must have a second factor see nothing of the record before they have set one up."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch
from django.utils.translation import gettext as _

from concerted.register.queries import accounts

# What stays open: the account's own pages, the way out, the choice of a language.
_OPEN = ("account", "mfa", "usersessions", "socialaccount", "openid", "set_language")


class SecondFactorMiddleware:
    """Leads people whose role asks for a second factor to the page where they set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass everything on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """Stop a page of the record while the second factor is missing."""
        roles = settings.SECOND_FACTOR_ROLES
        if not roles or not request.user.is_authenticated or _is_open(request.resolver_match):
            return None
        if not accounts.lacks_second_factor(request.user, roles):
            return None
        messages.warning(
            request, _("Your role needs a second step at the sign-in. Set up an authenticator app or a passkey first.")
        )
        return redirect("account")


def _is_open(match: ResolverMatch | None) -> bool:
    return match is not None and not match.namespaces and (match.url_name or "").startswith(_OPEN)
