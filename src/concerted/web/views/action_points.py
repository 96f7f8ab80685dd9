"""Action points: who does what by when, is it done, and does another find it adequate?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions import follow_up
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.follow_up_forms import DoneForm, VerdictForm
from concerted.web.frame import edition, hidden, person, today, whole, words
from concerted.web.kept_words import WORDS
from concerted.web.views.kept import page_of_list, record_page


@require_safe
@hidden
def actions(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """List action points, all or those that the address asks for; ``late`` asks for those that are overdue."""
    late = request.GET.get("late") == "1"
    found = queries.action_points(
        person(request),
        slug,
        asked={name: words(request.GET, name) or "" for name in request.GET},
        late_on=today(request) if late else None,
        order=WORDS[noun].order,
        page=whole(request.GET, "page") or 1,
    )
    return page_of_list(request, slug, noun, found, "actions", late=late)


@require_safe
@hidden
def action(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show an action point with its follow-up."""
    return _page(request, slug, number)


@require_http_methods(["POST"])
@hidden
def say_done(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say that an action point is done."""
    form = DoneForm(request.POST)

    def do(given: dict[str, Any]) -> None:
        follow_up.say_done(number=number, text=given["text"], link=given["link"], **_said(request, given))

    return _done(request, slug, number, form, do, _("It is said to be done; another verifies it."), "done")


@require_http_methods(["POST"])
@hidden
def verify(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say whether what was done is adequate."""
    form = VerdictForm(request.POST)

    def do(given: dict[str, Any]) -> None:
        adequate = given["verdict"] == "adequate"
        follow_up.verify(number=number, adequate=adequate, text=given["text"], **_said(request, given))

    return _done(request, slug, number, form, do, _("The verdict is recorded."), "verdict")


def _said(request: HttpRequest, given: dict[str, Any]) -> dict[str, Any]:
    return {"seen": edition(given["seen"]), "by": person(request), "at": timezone.now()}


def _done(
    request: HttpRequest,
    slug: str,
    number: int,
    form: forms.Form,
    do: Callable[[dict[str, Any]], None],
    said: str,
    name: str,
) -> HttpResponse:
    """Do what a form asks, and show the action point; with what was written where it could not be."""
    queries.action_follow_up(person(request), slug, number, today=today(request))
    if form.is_valid():
        try:
            do(form.cleaned_data)
        except Edited:
            form.add_error(None, _("Somebody else changed it meanwhile: look at it again. Nothing was saved."))
        except Conflict as error:
            errors.say(form, error)
        else:
            messages.success(request, said)
            return redirect("web:action", slug, number)
    return _page(request, slug, number, **{name: form})


def _page(request: HttpRequest, slug: str, number: int, **sent: forms.Form) -> HttpResponse:
    page = queries.kept_page(person(request), slug, "action", number)
    follow = queries.action_follow_up(person(request), slug, number, today=today(request))
    seen = {"seen": str(follow.edition)}
    return record_page(
        request,
        slug,
        page,
        "action",
        status=422 if sent else 200,
        follow=follow,
        done=sent.get("done") or DoneForm(initial=seen),
        verdict=sent.get("verdict") or VerdictForm(initial=seen),
    )
