"""The addresses of the site."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from concerted.web.views import language

urlpatterns: list[URLPattern | URLResolver] = [
    path("language/", language.choose, name="set_language"),
    path("", include("concerted.web.account_urls")),
    path("", include("concerted.web.urls")),
]

handler400 = "concerted.web.views.errors.bad_request"
handler403 = "concerted.web.views.errors.forbidden"
handler404 = "concerted.web.views.errors.not_found"
handler500 = "concerted.web.views.errors.failed"
