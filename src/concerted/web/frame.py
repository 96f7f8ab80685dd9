"""What surrounds every page of a coalition: its name, its clock, the navigation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from concerted.register import queries
from concerted.register.merged import MergedAway
from concerted.register.nouns import NOUNS
from concerted.register.rows.shown import shown
from concerted.terms.errors import NotAllowed, NotFound
from concerted.web.navigation import navigation
from concerted.web.past import in_past, is_readable

# What the answer to a request shows, kept with the request.
SHOWN = "records_shown"
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def person(request: HttpRequest) -> Any:
    """Give the person who is signed in; pages are never reached by anybody else."""
    return cast(AbstractBaseUser, request.user)


def today(request: HttpRequest) -> date:
    """Give the day on which, or as of which, the request asks."""
    past = in_past(request)
    return past.day if past else timezone.localdate()


def hidden(view: View) -> View:
    """Answer 404 to whatever the person may not see, exactly as to what does not exist; 403 to what it may not do."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except MergedAway as error:
            return _moved(request, error.into)
        except NotFound as error:
            raise Http404 from error
        except NotAllowed as error:
            raise PermissionDenied from error

    return cast(View, shown)


def _moved(request: HttpRequest, into: int) -> HttpResponse:
    """Lead from a duplicate's address to the record that stands for it; a form sent to it has changed nothing."""
    if request.method not in ("GET", "HEAD"):
        messages.error(request, _("It was merged into this record meanwhile. Nothing was saved."))
    match = request.resolver_match
    if match is None:
        raise Http404
    address = reverse(match.view_name, kwargs={**match.kwargs, "number": into})
    return HttpResponseRedirect(address)


def whole(asked: QueryDict, name: str) -> int | None:
    """Read a whole number below a milliard from an address; None for anything else."""
    value = asked.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 10 else None


def edition(seen: str) -> int:
    """Read the edition that a form has seen; 0, which no record has, for what is none."""
    return int(seen) if seen.isdecimal() and len(seen) < 10 else 0


def words(asked: QueryDict, name: str) -> str | None:
    """Read words from an address; None where there are none. A NUL falls away: PostgreSQL knows none in text."""
    return asked.get(name, "").replace("\0", "").strip() or None


def show(
    request: HttpRequest,
    template: str,
    slug: str,
    /,
    status: int = 200,
    record: tuple[str, int] | None = None,
    **context: Any,
) -> HttpResponse:
    """Answer with a page of a coalition in its frame; ``record`` (noun and number) is what the page is about.

    Whoever is shown a record that is kept from others is noted for its owner.
    """
    day = today(request)
    if record is not None:
        context["released"] = queries.released(person(request), slug, *record)
        context["origins"] = queries.origins(person(request), slug, *record) if record[0] in NOUNS else ()
    sighted(request, *shown(context), *([record] if record else []))
    head = queries.head(person(request), slug, today=day)
    context |= {
        "coalition": head.coalition,
        "clock": head.clock,
        "as_of": day,
        "can_go_back": person(request).is_authenticated and is_readable(request.path),
        "latest": timezone.localdate(),
        "edition": head.edition,
        "changed_at": head.changed_at,
        "navigation": navigation(request.path, slug, head, signed_in=person(request).is_authenticated),
    }
    return render(request, f"web/{template}.html", context, status=status)


def sighted(request: HttpRequest, *records: tuple[str, int]) -> None:
    """Say that the answer shows records, each a noun and a number; ``RightsMiddleware`` notes it when it is made."""
    vars(request).setdefault(SHOWN, []).extend(records)
