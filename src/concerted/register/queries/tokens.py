"""Whose token it is, and which ones a person has."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from concerted.register.models import Coalition, Token, User
from concerted.register.rows.tokens import TokenRow
from concerted.terms.errors import NotFound


def digest(secret: str) -> str:
    """Give what is kept of a token."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def bearer(secret: str, *, at: datetime) -> tuple[User, int]:
    """Give the person whose token a program shows, and its number; raises NotFound for one that does not work."""
    held = Token.objects.filter(digest=digest(secret), withdrawn_at=None, expires_at__gt=at, user__is_active=True)
    found: Any = held.select_related("user").first()
    if found is None:
        raise NotFound("the token does not work", where="Authorization", expected="one that is open")
    return found.user, found.pk


def token(user: User, number: int, *, at: datetime) -> TokenRow:
    """Give a person's own token; raises NotFound for any other."""
    found = Token.objects.visible_to(user).select_related("use").filter(pk=number).first()
    if found is None:
        raise NotFound("no such token of yours", where=f"token {number}", expected="one of your list")
    return _row(found, at, _slugs(user))


def tokens(user: User, *, at: datetime) -> tuple[TokenRow, ...]:
    """List a person's own tokens, the newest first; what was withdrawn or has expired stays for 90 days."""
    found, slugs = Token.objects.visible_to(user).select_related("use").order_by("-at", "-pk"), _slugs(user)
    rows = (_row(one, at, slugs) for one in found)
    return tuple(row for row in rows if row.open or (at - (row.withdrawn_at or row.expires_at)).days < 90)


def _slugs(user: User) -> dict[int, str]:
    return dict(Coalition.objects.visible_to(user).values_list("pk", "slug"))


def _row(one: Any, at: datetime, slugs: dict[int, str]) -> TokenRow:
    return TokenRow(
        id=one.pk,
        name=one.name,
        scopes=tuple(one.scopes),
        # A coalition that the person is no longer in has no name for them; it is not every coalition.
        coalition=None if one.coalition_id is None else slugs.get(one.coalition_id, ""),
        at=one.at,
        expires_at=one.expires_at,
        withdrawn_at=one.withdrawn_at,
        used_at=one.use.at,
        open=one.withdrawn_at is None and one.expires_at > at,
    )
