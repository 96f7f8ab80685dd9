"""Links that leave the site, in mails or by hand."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings


def at_origin(url: str) -> str:
    """Put an address under the site's own origin, whatever the request called the site: a caller may choose that."""
    path = urlsplit(url).path
    return f"{settings.ORIGIN}{path}" if settings.ORIGIN else url
