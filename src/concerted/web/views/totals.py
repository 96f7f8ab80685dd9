"""Totals: what do all give together, as far as it may be said?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import totals as publishing
from concerted.disclosure import Rules
from concerted.register import queries
from concerted.terms.errors import Conflict, NotFound
from concerted.web.frame import hidden, person, show, words


@require_safe
@hidden
def totals(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the newest published totals in each currency, and list those before them."""
    return show(request, "totals", slug, page=queries.totals(person(request), slug), rules=Rules())


@require_safe
@hidden
def publication(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show totals as they were published."""
    page = queries.publication(person(request), slug, number)
    return show(request, "publication", slug, record=("publication", number), page=page, rules=Rules())


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what would be published in a currency and what left out; a POST publishes it."""
    asked = request.POST if request.method == "POST" else request.GET
    currency = words(asked, "currency") or ""
    if request.method == "POST":
        try:
            publishing.publish(
                coalition=slug,
                currency=currency,
                reach=words(asked, "reach") or "",
                seen=words(asked, "seen") or "",
                by=person(request),
                at=timezone.now(),
            )
        except Conflict as error:
            if error.where == "currency":
                raise NotFound(error.what, where=slug, expected=error.expected) from error
            messages.error(request, _("Contributions changed meanwhile: look again. Nothing was published."))
        else:
            messages.success(request, _("The totals are published."))
            return redirect("web:totals", slug)
    page = queries.totals_preview(person(request), slug, currency)
    return show(request, "publish_totals", slug, page=page, rules=Rules())


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask, then display totals no more."""
    page = queries.publication(person(request), slug, number)
    if request.method != "POST":
        return show(request, "withdraw_publication", slug, page=page)
    publishing.withdraw(publication=number, by=person(request), at=timezone.now())
    messages.success(request, _("The totals are displayed no more."))
    return redirect("web:totals", slug)
