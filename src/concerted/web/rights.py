"""Who may open which page, and who asks: both worked out once for each request, the second told to the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from concerted.actions import sightings
from concerted.register import queries
from concerted.register.access import Role
from concerted.register.asker import remembering
from concerted.register.opening import Opens
from concerted.register.rows.references import CoalitionRef
from concerted.register.session import entered
from concerted.terms.errors import NotFound
from concerted.web.frame import SHOWN, person
from concerted.web.page_rights import PAGES, opens


class RightsMiddleware:
    """Lets a request's questions share what is known of the person who asks, and the database narrow them to it.

    What they were shown is noted when the answer is made.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        with remembering(), entered(request.user):
            answer = self._answer(request)
            if request.user.is_authenticated and request.method != "HEAD":
                sightings.note(records=vars(request).get(SHOWN, ()), by=person(request), at=timezone.now())
            return answer


class PageRightsMiddleware(LoginRequiredMiddleware):
    """Opens a page to those for whom the table has it: without an entry to nobody, without a sign-in to nearly none."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: Any,
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Let a request through (None), lead it to the sign-in, or raise what becomes of 403 and 404."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        entry = PAGES.get(name)
        if entry is None:
            raise Http404("a page that nobody is declared to see")
        slug = view_kwargs.get("slug", "")
        if not request.user.is_authenticated:
            reading = entry is Opens.PUBLIC and request.method in ("GET", "HEAD")
            if reading and _coalition(request, slug):
                return None
            return super().process_view(request, view_func, view_args, view_kwargs)
        if entry not in (Opens.ENTRANCE, Opens.SIGNED_IN):
            found = _coalition(request, slug)
            if found is None or (Role.PUBLIC in found.roles and entry is not Opens.PUBLIC):
                raise Http404("no coalition of the person's")
            if not opens(name, found):
                raise PermissionDenied
        return None


def _coalition(request: HttpRequest, slug: str) -> CoalitionRef | None:
    try:
        return queries.coalition(person(request), slug)
    except NotFound:
        return None
