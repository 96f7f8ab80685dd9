"""The identity provider of a ministry (OpenID Connect), from the environment.

CONCERTED_OIDC_ISSUER              the provider's issuer address; without it there is no such sign-in
CONCERTED_OIDC_CLIENT_ID           the name under which the provider knows this site
CONCERTED_OIDC_CLIENT_SECRET       the secret it shares with this site, or
CONCERTED_OIDC_CLIENT_SECRET_FILE  a file that holds it
CONCERTED_OIDC_NAME                what the button says
CONCERTED_OIDC_DOMAINS             the mail domains that the provider may speak for
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from concerted.terms.errors import ConcertedError

_PREFIX = "CONCERTED_OIDC_"


class BadProvider(ConcertedError):
    """The settings of the identity provider do not go together."""


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """A provider; it is believed about mail addresses of its own ``domains`` alone."""

    issuer: str
    name: str
    client_id: str
    client_secret: str
    domains: frozenset[str]

    @property
    def origin(self) -> str:
        """Where the provider's pages lie: a form may lead there."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def key(self) -> str:
        """The provider in addresses and in the register: its host, so that another provider is another key."""
        return re.sub(r"[^a-z0-9]+", "-", (urlsplit(self.issuer).hostname or "").lower()).strip("-")

    @property
    def options(self) -> dict[str, Any]:
        """The provider as allauth wants to have it."""
        app = {
            "provider_id": self.key,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.client_secret,
            "settings": {"server_url": self.issuer, "domains": sorted(self.domains)},
        }
        return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def identity_provider(environment: Mapping[str, str]) -> IdentityProvider | None:
    """Read the provider; None where none is named. Raises BadProvider for half a provider."""
    given = {key.removeprefix(_PREFIX): value.strip() for key, value in environment.items() if key.startswith(_PREFIX)}
    given = {key: value for key, value in given.items() if value}
    if not given:
        return None
    if "CLIENT_SECRET_FILE" in given:
        given["CLIENT_SECRET"] = _secret(Path(given["CLIENT_SECRET_FILE"]))
    for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "DOMAINS"):
        if not given.get(name):
            raise BadProvider("it is not set", where=_PREFIX + name, expected="a complete identity provider, or none")
    parts = urlsplit(given["ISSUER"])
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise BadProvider(
            "it is no web address", where=f"{_PREFIX}ISSUER", expected="https://login.example.org or the like"
        )
    return IdentityProvider(
        issuer=given["ISSUER"].rstrip("/"),
        name=given.get("NAME") or parts.hostname,
        client_id=given["CLIENT_ID"],
        client_secret=given["CLIENT_SECRET"],
        domains=frozenset(one.strip().lstrip("@").lower() for one in given["DOMAINS"].split(",") if one.strip()),
    )


def _secret(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise BadProvider(
            f"it cannot be read ({error.strerror})", where=f"{_PREFIX}CLIENT_SECRET_FILE", expected="a readable file"
        ) from error
