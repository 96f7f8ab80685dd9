"""Reservations: of a party, to a statement, or to decisions of meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from concerted.reading.blocks import lay_out
from concerted.register.models import Reservation, Statement
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


def reservations_to(user: Person, slug: str, *, statement: int, start: int) -> tuple[ReservationRow, ...]:
    """List the reservations to a passage of a statement, which begins at ``start``: to all of it or its paragraph."""
    found = reservations(user, slug, statement=statement)
    if not any(one.paragraph for one in found):
        return found
    text, language = Statement.objects.visible_to(user).values_list("text", "language").get(pk=statement)
    before = [one for one in lay_out(text, language).blocks if one.label and one.start <= start]
    number = label(before[-1].label or "") if before else ""
    return tuple(one for one in found if not one.paragraph or label(one.paragraph) == number)


def label(written: str) -> str:
    """Bring the number of a paragraph, as "7.", "(7)" or "§ 7", into the form in which two are compared."""
    return written.strip("#().§¶ ").casefold()


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
