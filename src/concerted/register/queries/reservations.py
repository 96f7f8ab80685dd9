"""Reservations: of a party, to a statement, or to decisions of meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from concerted.register.models import Reservation
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.minutes import ReservationRow


def reservations(
    user: Person, slug: str, *, statement: int | None = None, party: str | None = None
) -> tuple[ReservationRow, ...]:
    """List the reservations that the person sees, all or those to a statement or of a party, the newest first."""
    scope = enter(user, slug)
    found = _every(scope)
    if statement is not None:
        found = found.filter(statement=statement)
    if party is not None:
        found = found.filter(party__code=party)
    return tuple(_rows(found.order_by("-since", "-pk")))


def of_conclusions(scope: Scope, conclusions: Iterable[int]) -> dict[int, tuple[ReservationRow, ...]]:
    """Give the reservations to decisions, by the number of each."""
    by_number: dict[int, list[ReservationRow]] = defaultdict(list)
    for row in _rows(_every(scope).filter(conclusion__in=list(conclusions)).order_by("since", "pk")):
        if row.conclusion is not None:
            by_number[row.conclusion].append(row)
    return {number: tuple(rows) for number, rows in by_number.items()}


def _every(scope: Scope) -> QuerySet[Reservation]:
    found = Reservation.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    loaded = found.select_related("party", "statement", "conclusion", "release__line")
    return loaded.defer("statement__text", "statement__record").prefetch_related("release__parties")


def _rows(found: QuerySet[Reservation]) -> Iterator[ReservationRow]:
    for one in found:
        about = one.statement.title if one.statement else one.conclusion.text if one.conclusion else ""
        yield ReservationRow(
            id=one.pk,
            party=references.party(one.party),
            statement=one.statement_id,
            paragraph=one.paragraph,
            conclusion=one.conclusion_id,
            ordinal=one.conclusion.ordinal if one.conclusion else None,
            about=about,
            text=one.text,
            since=one.since,
            until=one.until,
            release=references.release(one.release),
        )
