"""The page behind the link in a digest: do you want no more of them?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from concerted.actions import users
from concerted.exports import leaving
from concerted.register.queries import accounts


# Mail programs leave with one press, and send no cookie (RFC 8058): the signed link is what they have.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask, then send the person whose link it is no more digests; nobody need be signed in."""
    number = leaving.whose(signed)
    whose = accounts.numbered(number) if number is not None else None
    if whose is None:
        return render(request, "account/invitation_gone.html", {"digests": True}, status=404)
    if request.method == "POST":
        users.choose_digests(wanted=False, by=whose, at=timezone.now())
    return render(request, "account/unsubscribe.html", {"done": request.method == "POST"})
