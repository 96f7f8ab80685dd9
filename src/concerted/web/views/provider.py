"""The way out to a ministry's identity provider and back, also when it does not answer."""

from __future__ import annotations

from collections.abc import Callable

from allauth.socialaccount.providers.openid_connect import views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

Step = Callable[[HttpRequest, str], HttpResponse]


def _answered(step: Step) -> Step:
    @login_not_required
    def taken(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return step(request, provider_id)
        except RequestException:
            return render(request, "socialaccount/authentication_error.html", status=502)

    return taken


login = _answered(views.login)
callback = _answered(views.callback)
