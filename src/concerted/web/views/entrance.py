"""The way in: the choice of a coalition."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.web.frame import person


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Lead to the only coalition of the person's, or let it choose."""
    coalitions = queries.coalitions(person(request))
    if len(coalitions) == 1:
        return redirect("web:board", coalitions[0].slug)
    return render(request, "web/home.html", {"coalitions": coalitions})
