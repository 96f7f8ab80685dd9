"""Private addresses of calendars: made by the person who sees what they show, shown once, withdrawn."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction
from django.db.models import Q

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.models import CalendarAddress, Coalition, User
from concerted.register.queries.tokens import digest
from concerted.terms.errors import Conflict, NotAllowed, NotFound

# So many that work may one person have in a coalition.
MOST = 50
_BYTES = 32
_LONGEST_SERIES = 200
_NOTED_EVERY = timedelta(hours=1)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MadeCalendarAddress:
    """An address that was made: its number, and its secret part, which is kept nowhere."""

    number: int
    secret: str


@ledger.action("calendar_address.make")
def make(*, coalition: str, by: User, at: datetime, line: int | None = None, series: str = "") -> MadeCalendarAddress:
    """Make an address of the person's own: of all that they see, or of a line or a series of meetings.

    Raises NotFound for no such coalition or line, NotAllowed for who is no member of it, or Conflict.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    if not ledger.membership(by, home).is_member:
        raise NotAllowed(f"{by.name} has no part in it", where=coalition, expected="a member of the coalition")
    called = " ".join(series.split())
    if line is not None and called:
        raise Conflict("it is of a line and of a series", where="series", expected="one of the two")
    if len(called) > _LONGEST_SERIES:
        raise Conflict("the name of the series is too long", where="series", expected=f"{_LONGEST_SERIES} letters")
    mine = CalendarAddress.objects.filter(user=by, coalition=home, withdrawn_at=None)
    if mine.count() >= MOST:
        raise Conflict(f"{MOST} addresses of yours work already", where="line", expected="fewer: withdraw some")
    secret = secrets.token_urlsafe(_BYTES)
    made = CalendarAddress.objects.create(
        user=by,
        coalition=home,
        line=naming.line(home, line) if line is not None else None,
        series=called,
        digest=digest(secret),
        at=at,
    )
    return MadeCalendarAddress(made.pk, secret)


@ledger.action("calendar_address.withdraw")
def withdraw(*, address: int, by: User, at: datetime) -> None:
    """Let an address of the person's own work no more; raises NotFound for none, or for one that works no more."""
    found = CalendarAddress.objects.visible_to(by).filter(pk=address, withdrawn_at=None).first()
    if found is None:
        raise NotFound("no such address of yours", where=f"address {address}", expected="one of your list that works")
    found.withdrawn_at = at
    found.save(update_fields=["withdrawn_at"])


def withdraw_all(user: User, coalition: Coalition, at: datetime) -> None:
    """Let every address of a person in a coalition work no more; part of a larger action."""
    for one in CalendarAddress.objects.filter(user=user, coalition=coalition, withdrawn_at=None):
        one.withdrawn_at = at
        one.save(update_fields=["withdrawn_at"])


def asked(*, address: int, at: datetime) -> None:
    """Note once an hour that an address is asked for; a register that cannot take it now keeps nobody from reading."""
    late = Q(asked_at=None) | Q(asked_at__lt=at - _NOTED_EVERY)
    try:
        with transaction.atomic():
            CalendarAddress.objects.filter(late, pk=address).update(asked_at=at)
    except DatabaseError:
        log.exception("it was not noted that a calendar was asked for")
