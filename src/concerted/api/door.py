"""The door of the programming interface: who asks, whether they may, and how often.

It stands before everything that pages need. No session, cookie or form's token has a part in what goes on here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, get_resolver
from django.utils import timezone, translation

from concerted.actions import sightings
from concerted.actions.users import OPERATOR
from concerted.api.asking import PREFIX, Asking
from concerted.api.limits import counted
from concerted.api.operation import DECLARED, Declared
from concerted.api.problems import Refused, moved, no_such_address, problem, written
from concerted.api.rights import OPERATIONS
from concerted.register import queries
from concerted.register.asker import remembering
from concerted.register.merged import MergedAway
from concerted.register.opening import Opens, admits
from concerted.register.queries import accounts, tokens
from concerted.register.session import entered
from concerted.terms.errors import NotFound

_URLS = "concerted.api.urls"
log = logging.getLogger(__name__)


class DoorMiddleware:
    """Answers what lies under /api/ by itself, and passes everything else on."""

    def __init__(self, following: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request."""
        if not request.path_info.startswith("/api/"):
            return self._following(request)
        # Nobody but the token says who asks, in which language.
        request.COOKIES = {}
        with translation.override(translation.get_language_from_request(request)):
            answer = answered(cast(Asking, request))
            answer.headers["Content-Language"] = translation.get_language() or "en"
        answer.headers.setdefault("Cache-Control", "private, no-cache")
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        answer.headers["Vary"] = "Authorization, Accept-Language"
        if request.META["REQUEST_METHOD"] == "HEAD" and isinstance(answer, HttpResponse):
            answer.content = b""
        return answer


def answered(request: Asking) -> HttpResponseBase:
    """Answer a request, whatever goes wrong as a problem."""
    told: dict[str, str] = {}
    try:
        request.get_host()
        request.at, request.day = timezone.now(), timezone.localdate()
        request.shown, request.paging = [], None
        if request.method == "HEAD":
            request.method = "GET"
        # Whoever shows no token, or one that is none, is counted by address.
        request.asker, request.token, number = AnonymousUser(), None, None
        try:
            request.asker, number = _bearer(request)
        except Refused:
            told.update(counted(request))
            raise
        request.user = request.asker
        with remembering(), entered(request.asker):
            request.token = tokens.token(request.asker, number, at=request.at) if number else None
            told.update(counted(request))
            answer = _let_in(request)
            if request.token is not None and answer.status_code < 400:
                sightings.note(records=request.shown, by=request.asker, at=request.at)
    except Exception as error:  # noqa: BLE001 (whatever it is, the answer is a problem, and it is logged)
        answer = wrong(request, error)
    for name, value in told.items():
        answer.headers[name] = value
    return answer


def wrong(request: HttpRequest, error: Exception, fields: frozenset[str] = frozenset()) -> HttpResponse:
    """Write what went wrong; the program's own fault goes to the log and not to whoever asked."""
    if isinstance(error, MergedAway) and request.method == "GET":
        return moved(request, error)
    if (said := problem(error, fields=fields)) is not None:
        return said
    got_request_exception.send(sender=None, request=request)
    log.exception("%s %s", request.method, request.path, exc_info=error)
    return written(500, "something failed on our side", where=request.path, expected="nothing was half saved")


def _bearer(request: Asking) -> tuple[object, int | None]:
    """Find out who asks, by the token alone."""
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    if not scheme:
        return AnonymousUser(), None
    if scheme.casefold() != "bearer":
        raise _unknown("this way of signing in is not offered")
    try:
        return tokens.bearer(secret.strip(), at=request.at)
    except NotFound as error:
        raise _unknown(error.what) from error


def _unknown(what: str) -> Refused:
    return Refused(
        what,
        status=401,
        where="Authorization",
        expected="Bearer and a token of yours: see Your sign-in",
        headers={"WWW-Authenticate": f'Bearer realm="{PREFIX}"'},
    )


def _let_in(request: Asking) -> HttpResponseBase:
    try:
        match = get_resolver(_URLS).resolve(request.path_info)
    except Resolver404 as error:
        raise no_such_address(request.path) from error
    methods = DECLARED.get(match.route, {})
    if not methods:
        raise no_such_address(request.path)
    declared = methods.get(request.method or "")
    if declared is None:
        offered = sorted({*methods, *(["HEAD"] if "GET" in methods else [])})
        raise Refused(
            f"{request.method} is not offered here",
            status=405,
            where=request.path,
            expected=", ".join(offered),
            headers={"Allow": ", ".join(offered)},
        )
    _allowed(request, declared, match.kwargs.get("slug"))
    request.fields = declared.fields
    _understood(request, declared)
    answer: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    return answer


def _allowed(request: Asking, declared: Declared, slug: str | None) -> None:
    """Hold an operation against the table: what stands in none of its rows opens to nobody."""
    right = OPERATIONS.get(declared.name)
    if right is None:
        raise no_such_address(request.path)
    if right.opens is Opens.ENTRANCE:
        return
    token = request.token
    reading = right.opens is Opens.PUBLIC and not declared.writes
    if token is None and not reading:
        raise _unknown("there is no token")
    if token is not None and right.scope not in token.scopes:
        raise Refused(
            f"the token's scopes are {', '.join(token.scopes)}",
            status=403,
            where="Authorization",
            expected=f"one with {right.scope}",
            headers={"WWW-Authenticate": f'Bearer realm="{PREFIX}", error="insufficient_scope", scope="{right.scope}"'},
        )
    if token is not None and request.asker.username != OPERATOR:
        roles = settings.SECOND_FACTOR_ROLES
        if roles and accounts.lacks_second_factor(request.asker, roles):
            raise Refused(
                "your role needs a second step at the sign-in",
                status=403,
                where="account",
                expected="one that is set up",
            )
    if slug is None:
        return
    try:
        if token is not None and token.coalition not in (None, slug):
            raise NotFound("it is not the token's coalition", where=slug, expected=str(token.coalition))
        coalition = queries.coalition(request.asker, slug)
    except NotFound as error:
        if token is None:
            raise _unknown("there is no token") from error
        raise no_such_address(request.path) from error
    if not admits(right.opens, coalition):
        if isinstance(right.opens, tuple) and request.token is not None and "public" not in coalition.roles:
            raise Refused(
                f"{', '.join(coalition.roles)} may not do this",
                status=403,
                where=slug,
                expected=f"the right {' or '.join(right.opens)}",
            )
        raise no_such_address(request.path)


def _understood(request: Asking, declared: Declared) -> None:
    """Refuse what is sent, or wanted, in a form that there is none of; and words that nobody would heed."""
    if not any(request.accepts(one) for one in declared.produces):
        raise Refused(
            "there is no such form of it", status=406, where="header.Accept", expected=", ".join(declared.produces)
        )
    if declared.consumes and not _is(request.content_type or "", declared.consumes):
        raise Refused(
            f"it is {request.content_type or 'of no kind'}",
            status=415,
            where="header.Content-Type",
            expected=declared.consumes,
        )
    if strange := sorted(set(request.GET) - declared.asked):
        known = ", ".join(sorted(declared.asked)) or "none"
        raise Refused(f"no parameter {strange[0][:60]!r}", status=422, where=f"query.{strange[0][:60]}", expected=known)


def _is(given: str, wanted: str) -> bool:
    return wanted == "*/*" or given.partition(";")[0].strip().casefold() == wanted
