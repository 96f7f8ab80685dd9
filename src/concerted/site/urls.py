"""The addresses of the site."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", login_not_required(set_language), name="set_language"),
    path("", include("concerted.web.account_urls")),
    path("", include("concerted.web.urls")),
]

handler400 = "concerted.web.views.errors.bad_request"
handler403 = "concerted.web.views.errors.forbidden"
handler404 = "concerted.web.views.errors.not_found"
handler500 = "concerted.web.views.errors.failed"
