"""A person's private calendars: their list, and whose one is that a calendar program asks for."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from concerted.register.models import CalendarAddress, LineOfEffort, User
from concerted.register.queries import references
from concerted.register.queries.accounts import lacks_second_factor
from concerted.register.queries.calendars import calendar, series_names
from concerted.register.queries.scope import enter
from concerted.register.queries.tokens import digest
from concerted.register.rows.calendars import CalendarAddresses, CalendarAddressRow, CalendarRows
from concerted.register.session import speaking
from concerted.terms.errors import NotFound

__all__ = ["calendar_address", "calendar_addresses", "feed"]
# What was withdrawn stays in the list for so long.
_DAYS = 90


def calendar_addresses(user: User, slug: str, *, at: datetime) -> CalendarAddresses:
    """List a person's own addresses in a coalition, the newest first."""
    scope = enter(user, slug)
    found = CalendarAddress.objects.visible_to(user).filter(coalition=scope.coalition).select_related("line")
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    return CalendarAddresses(
        coalition=scope.ref,
        rows=tuple(
            _row(one)
            for one in found.order_by("-at", "-pk")
            if one.withdrawn_at is None or (at - one.withdrawn_at).days < _DAYS
        ),
        lines=tuple(references.line(one) for one in lines),
        series=series_names(scope, at.date()),
    )


def calendar_address(user: User, slug: str, number: int) -> CalendarAddressRow:
    """Give a person's own address; raises NotFound for any other."""
    scope = enter(user, slug)
    mine = CalendarAddress.objects.visible_to(user).filter(coalition=scope.coalition)
    found = mine.select_related("line").filter(pk=number).first()
    if found is None:
        raise NotFound("no such address of yours", where=f"address {number}", expected="one of your list")
    return _row(found)


def feed(secret: str, *, today: date, needing: frozenset[str] = frozenset()) -> tuple[CalendarRows, int]:
    """Give what the person of an address sees now, and the address's number.

    Raises NotFound alike for an address that there never was, one that is withdrawn, and one whose person is no longer
    in the coalition, or has no second step at the sign-in though a role of theirs is among those ``needing`` one.
    """
    held = CalendarAddress.objects.filter(digest=digest(secret), withdrawn_at=None, user__is_active=True)
    found = held.select_related("user", "coalition", "line").first()
    if found is None:
        raise _unknown()
    with transaction.atomic(), speaking(found.user):
        one_step = needing and lacks_second_factor(found.user, needing)
        if one_step or not enter(found.user, found.coalition.slug).part.is_member:
            raise _unknown()
        number = found.line.number if found.line else None
        rows = calendar(found.user, found.coalition.slug, line=number, series=found.series, today=today)
    return rows, found.pk


def _unknown() -> NotFound:
    return NotFound("no such calendar", where="address", expected="one that is open")


def _row(one: CalendarAddress) -> CalendarAddressRow:
    return CalendarAddressRow(
        id=one.pk,
        line=references.line(one.line) if one.line else None,
        series=one.series,
        at=one.at,
        withdrawn_at=one.withdrawn_at,
        asked_at=one.asked_at,
        open=one.withdrawn_at is None,
    )
