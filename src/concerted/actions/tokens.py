"""Tokens: made by the person whose rights they carry, shown once, withdrawn, counted."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction
from django.db.models import Case, F, Value, When

from concerted.actions import ledger
from concerted.register.models import Coalition, Reply, Token, TokenUse, User
from concerted.register.queries.tokens import digest
from concerted.register.scopes import scopes as every_scope
from concerted.terms.errors import Conflict, NotFound

LONGEST_DAYS = 365
# What a person can find in a file, and a search for secrets in a repository.
PREFIX = "concerted_"
WINDOW = timedelta(minutes=1)
REPLIES_LAST = timedelta(days=1)
_BYTES = 32
_LONGEST_NAME = 100
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token that was made: its number, and the token itself, which is kept nowhere."""

    number: int
    secret: str


@ledger.action("token.make")
def make(
    *, name: str, scopes: Collection[str], days: int, by: User, at: datetime, coalition: str | None = None
) -> MadeToken:
    """Make a token of the person's own that works for some days, in one coalition or in all of theirs.

    Raises NotFound for no such coalition, or Conflict, whose ``where`` is the field that cannot be so.
    """
    called = " ".join(name.split())
    if not called or len(called) > _LONGEST_NAME:
        raise Conflict("it has no name, or too long a one", where="name", expected=f"1 to {_LONGEST_NAME} letters")
    known = every_scope()
    if not scopes or (strange := set(scopes) - set(known)):
        said = f"no scope {min(strange)!r}" if scopes else "it may do nothing"
        raise Conflict(said, where="scopes", expected=", ".join(known))
    if not 1 <= days <= LONGEST_DAYS:
        raise Conflict(f"it works for {days} days", where="days", expected=f"1 to {LONGEST_DAYS}")
    home = None
    if coalition is not None:
        home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
        if home is None:
            raise NotFound(f"no coalition {coalition!r}", where="coalition", expected="one of your coalitions")
    secret = PREFIX + secrets.token_urlsafe(_BYTES)
    made = Token.objects.create(
        user=by,
        name=called,
        digest=digest(secret),
        scopes=[one for one in known if one in scopes],
        coalition=home,
        at=at,
        expires_at=at + timedelta(days=days),
    )
    TokenUse.objects.create(token=made, since=at)
    return MadeToken(made.pk, secret)


@ledger.action("token.withdraw")
def withdraw(*, token: int, by: User, at: datetime) -> None:
    """Let a token of the person's own work no more; raises NotFound for none, or for one that works no more."""
    found = Token.objects.visible_to(by).filter(pk=token, withdrawn_at=None).first()
    if found is None:
        raise NotFound("no such token of yours", where=f"token {token}", expected="one of your list that works")
    found.withdrawn_at = at
    found.save(update_fields=["withdrawn_at"])


def withdraw_all(user: User, at: datetime) -> None:
    """Let every token of a person work no more; part of a larger action."""
    for one in Token.objects.filter(user=user, withdrawn_at=None):
        one.withdrawn_at = at
        one.save(update_fields=["withdrawn_at"])


def count(*, token: int, at: datetime) -> tuple[int, datetime]:
    """Count a use of a token; gives how often it was used in this window, and when the next one begins.

    One statement counts, so that no process misses another's. A register that cannot take it now is logged: it keeps
    nobody from reading.
    """
    since = at.replace(second=0, microsecond=0)
    try:
        with transaction.atomic():
            mine = TokenUse.objects.filter(token=token)
            mine.update(count=Case(When(since=since, then=F("count") + 1), default=Value(1)), since=since, at=at)
            used = mine.values_list("count", flat=True).first() or 0
    except DatabaseError:
        log.exception("the use of a token was not counted")
        used = 1
    return used, since + WINDOW


@dataclass(frozen=True, slots=True)
class Replied:
    """What was answered to a request that made something: its status, its body (JSON) and the place of what it made."""

    status: int
    body: str
    location: str


def once(*, token: int, key: str, asked: str, at: datetime, make: Callable[[], Replied]) -> Replied:
    """Do what makes something, or give what was answered when the same was asked before under the same key.

    ``asked`` is the digest of the request. What is made and the answer are one transaction: of two at once the second
    waits for the first. Raises Conflict for a key that was used for another request.
    """
    with transaction.atomic():
        Reply.objects.filter(token=token, at__lt=at - REPLIES_LAST).delete()
        found, new = Reply.objects.get_or_create(
            token_id=token, key=key, defaults={"digest": asked, "status": 0, "body": "", "location": "", "at": at}
        )
        if new:
            made = make()
            mine = Reply.objects.filter(pk=found.pk)
            mine.update(status=made.status, body=made.body, location=made.location)
            return made
    if found.digest != asked:
        raise Conflict("this key was used for another request", where="Idempotency-Key", expected="a key of its own")
    return Replied(found.status, found.body, found.location)
