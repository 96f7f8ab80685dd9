"""Calendars: what stands in one, and the private addresses at which calendar programs read it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from concerted.actions import calendar_addresses as keeping
from concerted.api.asking import Asking
from concerted.api.fields import Count, Number, Sent, Slug, Word
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.calendars import CalendarAddresses, CalendarRows

operations = Operations()


class CalendarOf(Sent):
    """What a calendar is of: a line, by its number, or a series of meetings; without both, all that one sees."""

    line: Count | None = None
    series: Word = ""


@dataclass(frozen=True, slots=True)
class NewCalendarAddress:
    """An address that was made: its number, and where it is read, which is never said again."""

    id: int
    path: str


@operations.read("/coalitions/{slug:slug}/calendar")
def calendar(request: Asking, slug: Slug, line: Number | None = None, series: Word = "") -> CalendarRows:
    """Give meetings and what is due: all of it, or what is of a line or a series of meetings."""
    return queries.calendar(request.asker, slug, today=request.day, line=line, series=series)


@operations.read("/coalitions/{slug:slug}/calendars")
def calendar_addresses(request: Asking, slug: Slug) -> CalendarAddresses:
    """List the private addresses of one's own calendars, and what a new one may be of."""
    return queries.calendar_addresses(request.asker, slug, at=request.at)


@operations.change("/coalitions/{slug:slug}/calendars", method="POST")
def make_calendar_address(request: Asking, slug: Slug, body: CalendarOf) -> NewCalendarAddress:
    """Make a private address, under which a calendar program finds what one sees; it is said this once."""
    made = keeping.make(coalition=slug, line=body.line, series=body.series, by=request.asker, at=request.at)
    return NewCalendarAddress(made.number, reverse("calendar_feed", args=[made.secret]))


@operations.change("/coalitions/{slug:slug}/calendars/{int:number}", method="DELETE")
def withdraw_calendar_address(request: Asking, slug: Slug, number: Number) -> None:
    """Let one of one's own addresses work no more."""
    queries.calendar_address(request.asker, slug, number)
    keeping.withdraw(address=number, by=request.asker, at=request.at)
