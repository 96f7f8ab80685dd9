"""How many servers of one's own stand in front of the site."""

from __future__ import annotations

from concerted.terms.errors import ConcertedError

PROXIES = "CONCERTED_PROXIES"


class BadCount(ConcertedError):
    """The count of servers is no number."""


def count(given: str, *, default: int) -> int:
    """Read the count; raises BadCount. One too many lets callers choose the address that limits count by."""
    if not given.strip():
        return default
    if not given.strip().isdecimal():
        raise BadCount(f"{given!r} is no number", where=PROXIES, expected="0, 1 or more")
    return int(given)
