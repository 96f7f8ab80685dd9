"""Tokens, as their person sees them and as they are let in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token: what it may do (``scopes``), where (``coalition``, a slug; None: everywhere) and until when.

    ``used_at`` is the last use (None: never); ``open`` tells that it works. The token itself is kept nowhere.
    """

    id: int
    name: str
    scopes: tuple[str, ...]
    coalition: str | None
    at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None
    used_at: datetime | None
    open: bool
