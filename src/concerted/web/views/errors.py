"""Pages for what went wrong: what, where, what was expected, and the way on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that cannot be understood."""
    return _error(request, 400, _("This request cannot be understood"), _("Go back, reload the page and try again."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a person who may see a thing but not do this with it."""
    return _error(
        request, 403, _("You may not do this"), _("The secretariat of your coalition can, or can give you the right.")
    )


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose page has been open for too long, or came from elsewhere."""
    return _error(
        request,
        403,
        _("The page was open for too long"),
        _("Nothing was saved. Go back, reload the page and send the form again; cookies must be allowed."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for what does not exist, or not for this person."""
    return _error(
        request,
        404,
        _("Nothing is here"),
        _("It may not have stood here on that day, or did not reach you.")
        if getattr(request, "past", None)
        else _("The address may be mistyped, the thing may be gone, or it is not for you to see."),
    )


def past(request: HttpRequest, status: int, what: str, way_on: str) -> HttpResponse:
    """Answer for what cannot be read, or done, as of a day; leads back to the present."""
    answer = _error(request, status, what, way_on)
    if status == 405:
        answer["Allow"] = "GET, HEAD"
    return answer


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when the program itself is at fault; asks neither the register nor the session for anything."""
    context = {
        "status": 500,
        "what": _("Something failed on our side"),
        "way_on": _("Nothing was half saved. Try again; if it stays, tell whoever runs this site when it was."),
        "path": request.path,
    }
    return HttpResponse(render_to_string("web/error.html", context), status=500)


def _error(request: HttpRequest, status: int, what: str, way_on: str) -> HttpResponse:
    return render(request, "web/error.html", {"status": status, "what": what, "way_on": way_on}, status=status)
