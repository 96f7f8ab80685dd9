"""Who asks is worked out once for each request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from concerted.register.asker import remembering


class RightsMiddleware:
    """Lets a request's questions share what is known of the person who asks."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        with remembering():
            return self._answer(request)
