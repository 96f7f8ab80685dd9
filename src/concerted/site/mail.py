"""How mail leaves the site, from one address in the environment."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from concerted.terms.errors import ConcertedError

MAIL = "CONCERTED_MAIL"
_BACKENDS = "django.core.mail.backends"
_HERE = ("localhost", "127.0.0.1", "::1")


class BadMailAddress(ConcertedError):
    """The mail server's address cannot be understood."""


def mail(address: str) -> dict[str, Any]:
    """Turn an address into Django's settings: ``smtp://user:password@host:port``, ``smtps://...`` or ``file:FOLDER``.

    Without an address mails are printed where the site runs. ``smtp`` always starts TLS, save on
    this machine itself; ``smtps`` speaks TLS from the first byte. Raises BadMailAddress.
    """
    parts = urlsplit(address)
    if not address:
        return {"EMAIL_BACKEND": f"{_BACKENDS}.console.EmailBackend"}
    if parts.scheme == "file" and parts.path:
        return {"EMAIL_BACKEND": f"{_BACKENDS}.filebased.EmailBackend", "EMAIL_FILE_PATH": unquote(parts.path)}
    expected = "smtp://user:password@host:port, smtps://... or file:FOLDER"
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parse_qsl(parts.query):
        raise BadMailAddress(f"an address of the kind {parts.scheme!r}", where=MAIL, expected=expected)
    try:
        port = parts.port
    except ValueError as error:
        raise BadMailAddress("the port is no number", where=MAIL, expected=expected) from error
    implicit = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if implicit else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": implicit,
        "EMAIL_USE_TLS": not implicit and parts.hostname not in _HERE,
        "EMAIL_TIMEOUT": 10,
    }
