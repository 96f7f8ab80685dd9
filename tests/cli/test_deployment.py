"""``concerted check --deploy`` finds each thing that is unsafe, and says what, where and what was expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import override_settings

from concerted.cli.deployment import POINTS
from concerted.register.place import Place, place
from concerted.site.identity_provider import IdentityProvider
from concerted.terms.errors import ConcertedError
from tests.cli.test_register_commands import concerted, empty, folder  # noqa: F401
from tests.standing import Register, register, standing  # noqa: F401

LONG = "k3y-" + "abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJKLMNOP"
SAFE: dict[str, Any] = {
    "PUBLIC": True,
    "DEBUG": False,
    "SECRET_KEY": LONG,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SECURE_SSL_REDIRECT": True,
    "ALLAUTH_TRUSTED_PROXY_COUNT": 1,
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
}
HERE = Place(None, {"NAME": "tests"})


def found(where: Place = HERE, **changed: Any) -> dict[str, str]:
    """What the points say of safe settings with some changes."""
    said = {}
    with override_settings(**SAFE | changed):
        for name, point in POINTS:
            try:
                point(where)
            except ConcertedError as error:
                said[name] = str(error)
    return said


@pytest.fixture
def safe(register: Register) -> Register:  # noqa: F811
    """A register whose secretariats have their second factor."""
    from concerted.register.models import User

    for user in User.objects.filter(username__in=("secretary", "stella")):
        Authenticator.objects.create(user=user, type="totp", data={})
    return register


def test_a_safe_site_passes(safe: Register) -> None:
    assert found() == {}


UNSAFE: list[tuple[str, dict[str, Any]]] = [
    ("public address", {"PUBLIC": False}),
    ("debugging", {"DEBUG": True}),
    ("strength of the key", {"SECRET_KEY": "short"}),
    ("strength of the key", {"SECRET_KEY": "abababab" * 12}),
    ("cookies", {"SESSION_COOKIE_SECURE": False}),
    ("cookies", {"SECURE_HSTS_SECONDS": 60}),
    ("second factors", {"SECOND_FACTOR_ROLES": frozenset({"secretary"})}),
    ("limits on attempts", {"ACCOUNT_RATE_LIMITS": False}),
    ("limits on attempts", {"ACCOUNT_RATE_LIMITS": {"login_failed": None}}),
    ("limits on attempts", {"ALLAUTH_TRUSTED_PROXY_COUNT": 0}),
    ("limits on attempts", {"CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}}),
    ("mail", {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}),
    ("identity provider", {"PROVIDER": IdentityProvider("http://login.example", "x", "x", "x", frozenset({"x"}))}),
    ("deployment", {"SECURE_SSL_REDIRECT": False}),
]


@pytest.mark.parametrize(("point", "changed"), UNSAFE, ids=[f"{one}: {next(iter(two))}" for one, two in UNSAFE])
def test_what_is_unsafe_is_found(safe: Register, point: str, changed: dict[str, Any]) -> None:
    said = found(**changed)
    assert point in said
    # Where it stands, what it is, and what was expected.
    assert ": " in said[point] and "; expected " in said[point]


def test_a_secretariat_with_a_password_alone_is_named(register: Register) -> None:  # noqa: F811
    assert "secretary, stella of the secretariat" in found()["second factors"]


def test_a_sign_in_of_the_demo_is_named(safe: Register) -> None:
    from concerted.cli.demo_register import PASSWORD
    from concerted.register.models import User

    user = User.objects.get(username="nils")
    user.username = "focal"
    user.set_password(PASSWORD)
    user.save()
    assert found()["demo passwords"].startswith("people: focal with the demo's password")


def test_a_file_that_others_can_read_is_found(tmp_path: Path) -> None:
    file = tmp_path / "open.sqlite3"
    file.touch(mode=0o644)
    file.chmod(0o644)
    point = dict(POINTS)["register's file"]
    with pytest.raises(ConcertedError, match="others on this machine can read it"):
        point(place(str(file)))
    file.chmod(0o600)
    point(place(str(file)))


def test_the_command_lists_every_point(folder: Path) -> None:  # noqa: F811
    done = concerted(folder, "check", "--deploy", CONCERTED_DEBUG="1", CONCERTED_SECRET_KEY="too short")
    assert done.returncode == 1
    lines = {line[7:].partition(":")[0]: line[:6] for line in done.stdout.splitlines()}
    assert [name for name, _ in POINTS if name not in lines] == []
    failed = {name for name, how in lines.items() if how == "FAILED"}
    assert failed == {"public address", "debugging", "strength of the key", "cookies", "mail"}
