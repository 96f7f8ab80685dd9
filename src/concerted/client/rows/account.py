"""Rows of account. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token: what it may do (``scopes``), where (``coalition``, a slug; None: everywhere) and until when.

    ``used_at`` is the last use (None: never); ``open`` tells that it works. The token itself is kept
    nowhere."""

    id: int
    name: str
    scopes: tuple[str, ...]
    coalition: str | None
    at: datetime.datetime
    expires_at: datetime.datetime
    withdrawn_at: datetime.datetime | None
    used_at: datetime.datetime | None
    open: bool


@dataclass(frozen=True, slots=True)
class CoalitionRef:
    """A coalition, by its present name, and what the person who asks may do in it.

    ``roles`` are the person's roles; ``permissions`` are names such as ``finding.decide``. ``party`` is the
    code of the party that the person speaks for, if any."""

    slug: str
    name: str
    roles: tuple[str, ...]
    permissions: tuple[str, ...]
    party: str | None


@dataclass(frozen=True, slots=True)
class Me:
    """The person whose token it is, the token, and the coalitions that it opens.

    ``language`` is that of the person's mails, "" for the site's."""

    username: str
    name: str
    language: str
    token: TokenRow
    coalitions: tuple[CoalitionRef, ...]
