"""What ``concerted check --deploy`` looks at: all that would be unsafe on a public site."""

from __future__ import annotations

import stat
from collections.abc import Callable

from concerted.cli.site import RegisterUnreachable, acting
from concerted.register.place import KEY_VARIABLE, Place
from concerted.terms.errors import ConcertedError

_LONG_ENOUGH, _DIFFERENT_ENOUGH = 50, 10
# A cache that each process keeps for itself counts nothing for the others.
_ALONE = ("locmem", "dummy")
_NOWHERE = ("console", "filebased", "locmem", "dummy")


class Unsafe(ConcertedError):
    """The site is not fit for the public like this."""


def _origin(where: Place) -> None:
    from django.conf import settings

    if not settings.PUBLIC:
        raise Unsafe("no https address", where="CONCERTED_ORIGIN", expected="https://record.example.org or the like")


def _debug(where: Place) -> None:
    from django.conf import settings

    if settings.DEBUG:
        raise Unsafe("errors are shown in full", where="CONCERTED_DEBUG", expected="not to be set")


def _key(where: Place) -> None:
    from django.conf import settings

    key = settings.SECRET_KEY
    if len(key) < _LONG_ENOUGH or len(set(key)) < _DIFFERENT_ENOUGH:
        raise Unsafe("it is short enough to be guessed", where=KEY_VARIABLE, expected=f"{_LONG_ENOUGH} random letters")


def _cookies(where: Place) -> None:
    from django.conf import settings

    bare = [name for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE") if not getattr(settings, name)]
    if bare or settings.SECURE_HSTS_SECONDS < 31_536_000:
        raise Unsafe("they travel in the clear", where="cookies", expected="an https address in CONCERTED_ORIGIN")


def _file(where: Place) -> None:
    if where.path is not None and where.path.exists() and stat.S_IMODE(where.path.stat().st_mode) & 0o077:
        raise Unsafe("others on this machine can read it", where=str(where.path), expected="mode 0600")


def _role(where: Place) -> None:
    from django.db import connection

    from concerted.register.database_role import excess

    _answers(where)
    if found := excess(connection):
        raise Unsafe(found, where=where.name, expected="the role of `concerted init --application-role`")


def _demo(where: Place) -> None:
    from concerted.cli.demo_register import PASSWORD, built_in, people
    from concerted.register.queries import accounts

    _answers(where)
    names = tuple(one.username for one in people(built_in()))
    if found := accounts.with_password(names, PASSWORD):
        raise Unsafe(f"{', '.join(found)} with the demo's password", where="people", expected="passwords of their own")


def _second_factor(where: Place) -> None:
    from django.conf import settings

    from concerted.register.access import Role
    from concerted.register.queries import accounts

    if strange := sorted(settings.SECOND_FACTOR_ROLES - set(Role)):
        raise Unsafe(f"no role {', '.join(strange)}", where="CONCERTED_REQUIRE_SECOND_FACTOR", expected=", ".join(Role))
    _answers(where)
    acting()
    if found := accounts.without_second_factor(Role.SECRETARIAT):
        raise Unsafe(
            f"{', '.join(found)} of the secretariat with a password alone",
            where="people",
            expected="an authenticator app or a passkey, as with CONCERTED_REQUIRE_SECOND_FACTOR=secretariat",
        )


def _limits(where: Place) -> None:
    from allauth.account import app_settings
    from django.conf import settings

    missing = [name for name in ("login", "login_failed", "reset_password") if not app_settings.RATE_LIMITS.get(name)]
    if missing:
        raise Unsafe(f"none on {', '.join(missing)}", where="ACCOUNT_RATE_LIMITS", expected="a limit on each")
    if any(alone in settings.CACHES["default"]["BACKEND"] for alone in _ALONE):
        raise Unsafe("each process counts for itself", where="CACHES", expected="a cache that all share")
    if not settings.ALLAUTH_TRUSTED_PROXY_COUNT and settings.PUBLIC:
        raise Unsafe(
            "all visitors count as the one server in front", where="CONCERTED_PROXIES", expected="the number of servers"
        )
    _answers(where)
    from django.core.cache import cache
    from django.db import DatabaseError

    try:
        cache.get("concerted-check")
    except DatabaseError as error:
        raise Unsafe("nowhere to count", where=where.name, expected="`concerted init` to be run") from error


def _mail(where: Place) -> None:
    from django.conf import settings

    if any(nowhere in settings.EMAIL_BACKEND for nowhere in _NOWHERE):
        raise Unsafe("mails reach nobody", where="CONCERTED_MAIL", expected="smtp://user:password@host:port")


def _provider(where: Place) -> None:
    from django.conf import settings

    if settings.PROVIDER and not settings.PROVIDER.issuer.startswith("https://"):
        raise Unsafe("anybody on the way can speak for it", where="CONCERTED_OIDC_ISSUER", expected="an https address")


def _django(where: Place) -> None:
    from django.conf import settings
    from django.core import checks

    # Without a public address every one of Django's points is open, and the point above says so.
    found = checks.run_checks(include_deployment_checks=True) if settings.PUBLIC else []
    if found:
        raise Unsafe("; ".join(f"{one.id} {one.msg}" for one in found), where="settings", expected="no such warning")


def _answers(where: Place) -> None:
    """Make sure that there is a register to ask; raises RegisterUnreachable."""
    from concerted.cli.site import pending

    if where.path is not None and not where.path.exists():
        raise RegisterUnreachable("there is none", where=where.name, expected="`concerted init` to be run")
    if pending(where):
        raise RegisterUnreachable("it is not up to date", where=where.name, expected="`concerted init` to be run")


POINTS: tuple[tuple[str, Callable[[Place], None]], ...] = (
    ("public address", _origin),
    ("debugging", _debug),
    ("strength of the key", _key),
    ("cookies", _cookies),
    ("register's file", _file),
    ("database role", _role),
    ("demo passwords", _demo),
    ("second factors", _second_factor),
    ("limits on attempts", _limits),
    ("mail", _mail),
    ("identity provider", _provider),
    ("deployment", _django),
)
