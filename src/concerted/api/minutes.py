"""The minutes of a meeting as one, and reservations; their own words are their nouns' operations."""

from __future__ import annotations

from concerted.api.asking import Asking
from concerted.api.fields import Number, Slug, Word
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.minutes import Minutes, ReservationRow

operations = Operations()
_HOME = "/coalitions/{slug:slug}"


@operations.read(f"{_HOME}/meetings/{{int:number}}/minutes", past=True)
def meeting_minutes(request: Asking, slug: Slug, number: Number) -> Minutes:
    """Give the minutes of a meeting by agenda item, with its decisions, action points and reservations."""
    request.shown.append(("meeting", number))
    return queries.minutes(request.asker, slug, number)


@operations.read(f"{_HOME}/reservation-rows", past=True)
def reservation_rows(
    request: Asking, slug: Slug, statement: Number | None = None, party: Word | None = None
) -> tuple[ReservationRow, ...]:
    """List reservations with what they are about: all, those to a statement, or those of a party."""
    return queries.reservations(request.asker, slug, statement=statement, party=party)
