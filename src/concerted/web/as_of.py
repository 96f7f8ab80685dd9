"""``?as_of=2026-03-01`` shows a page as the register stood at the end of a day; nothing can be changed there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from concerted.register.as_of.keeping import NoSuchDay, as_of
from concerted.terms.errors import NotFound
from concerted.web.errors import said
from concerted.web.past import FIELD, is_readable
from concerted.web.views import errors

_LINK = re.compile(r'(?<= )(href|hx-get)="(/[^"#]*|\?[^"#]*)(#[^"]*)?"')
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class AsOfMiddleware:
    """Answers a page that is asked for as of a day from the register of that day."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass everything on."""
        return self._answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[object], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """Answer in place of the page; None where no day is asked for."""
        match, slug = request.resolver_match, str(kwargs.get("slug", ""))
        if FIELD not in request.GET or match is None or match.namespace != "web" or not slug:
            return None
        if request.method not in ("GET", "HEAD"):
            return errors.past(request, 405, _("What is past cannot be changed"), _("Go back to the present first."))
        if not request.GET[FIELD]:
            return redirect(_present(request))
        # A register of the past costs seconds to put together: not for everybody who passes by.
        if not request.user.is_authenticated:
            return errors.forbidden(request)
        if not is_readable(request.path):
            return errors.past(
                request, 400, _("This page shows the present only"), _("It cannot be read as of another day.")
            )
        try:
            with as_of(request.user, slug, _day(request.GET[FIELD]), today=timezone.localdate()) as past:
                request.past = past  # type: ignore[attr-defined]
                return _linked(view(request, *args, **kwargs), slug, past.day)
        except NotFound:
            return errors.not_found(request)
        except NoSuchDay as error:
            return errors.past(request, 400, _("The register cannot be read as of this day"), said(error))


def _present(request: HttpRequest) -> str:
    rest = request.GET.copy()
    del rest[FIELD]
    return request.path + (f"?{rest.urlencode()}" if rest else "")


def _day(asked: str) -> date:
    if not _DAY.fullmatch(asked):
        raise NoSuchDay("it is no day", where=asked[:40], expected="a day such as 2026-03-01")
    try:
        return date.fromisoformat(asked)
    except ValueError as error:
        raise NoSuchDay("there is no such day", where=asked, expected="a day such as 2026-03-01") from error


def _linked(answer: HttpResponse, slug: str, day: date) -> HttpResponse:
    """Let a page lead to others that can be read as of the day as of it."""
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        html = answer.content.decode()
        answer.content = _LINK.sub(
            lambda link: f'{link[1]}="{_carried(link[2], slug, day, "&amp;")}{link[3] or ""}"', html
        ).encode()
    if "Location" in answer.headers:
        address, place, rest = answer.headers["Location"].partition("#")
        answer.headers["Location"] = _carried(address, slug, day, "&") + place + rest
    return answer


def _carried(address: str, slug: str, day: date, joint: str) -> str:
    parts = urlsplit(address)
    own = not parts.path or (parts.path.startswith(f"/{slug}/") and is_readable(parts.path))
    if not own or re.search(rf"(?:^|&|;){FIELD}=", parts.query):
        return address
    return f"{address.rstrip('?')}{joint if parts.query else '?'}{FIELD}={day.isoformat()}"
