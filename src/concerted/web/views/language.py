"""The language that a person reads in."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.i18n import set_language

from concerted.actions import users
from concerted.web.frame import person


@login_not_required
def choose(request: HttpRequest) -> HttpResponse:
    """Show pages in a language from now on; mails to whoever is signed in come in it, too."""
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        users.choose_language(language=chosen, by=person(request), at=timezone.now())
    return set_language(request)
