"""The link in a digest by which its reader wants no more of them: signed, so that nobody else's can be guessed."""

from __future__ import annotations

from django.core import signing

_SALT = "concerted.digests"


def secret(person: int) -> str:
    """Sign a person's number."""
    return signing.dumps(person, salt=_SALT)


def whose(signed: str) -> int | None:
    """Give the number of the person whose link it is; None for what this site did not sign."""
    try:
        found = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None
