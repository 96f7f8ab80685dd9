"""How many servers of one's own stand in front of the site, and other counts of the environment."""

from __future__ import annotations

from concerted.terms.errors import ConcertedError

PROXIES = "CONCERTED_PROXIES"


class BadCount(ConcertedError):
    """A count is no number."""


def count(given: str, *, default: int, where: str = PROXIES) -> int:
    """Read a count; raises BadCount. One server too many lets callers choose the address that limits count by."""
    if not given.strip():
        return default
    if not given.strip().isdecimal():
        raise BadCount(f"{given!r} is no number", where=where, expected="0, 1 or more")
    return int(given)
