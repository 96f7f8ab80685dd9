"""Legal and political texts: their list, and one with who cites it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from concerted.register.merged import absent, gathered
from concerted.register.models import Citation, Instrument
from concerted.register.models.scope import Person
from concerted.register.queries import records
from concerted.register.queries.references import with_source
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.records import InstrumentPage, InstrumentRow


def instruments(user: Person, slug: str) -> tuple[InstrumentRow, ...]:
    """List the instruments that a coalition's statements cite or its file knows, by their ids."""
    return tuple(_row(one) for one in _known(enter(user, slug)).order_by("key"))


def _known(scope: Scope) -> QuerySet[Any]:
    return (
        Instrument.objects.visible_to(scope.user)
        .filter(coalition=scope.coalition)
        .annotate(cited_by=_statements(scope, "citations") + _statements(scope, "merged__citations"))
        .filter(Q(cited_by__gt=0) | ~Q(said_by=""))
    )


def _statements(scope: Scope, citations: str) -> Count:
    """Count the statements of citations that the person sees, of the instrument's own or its duplicates'."""
    seen = Citation.objects.visible_to(scope.user).values("pk")
    return Count(f"{citations}__finding__statement", filter=Q(**{f"{citations}__in": seen}), distinct=True)


def instrument(user: Person, slug: str, id: int, *, today: date) -> InstrumentPage:
    """Give an instrument, its citations, and the promises whose words cite it; raises NotFound."""
    scope = enter(user, slug)
    one = _known(scope).filter(pk=id).first()
    if one is None:
        raise absent("instrument", id, user)
    every = gathered(one)
    citations = with_source(Citation.objects.visible_to(user).filter(instrument__in=every), scope).order_by("finding")
    # A promise cites the instrument where the mention stands inside its words.
    holding = records.commitments(scope).filter(
        finding__statement__findings__citation__instrument__in=every,
        finding__statement__findings__citation__in_force=True,
        # Two places compare only in one text.
        finding__version=F("finding__statement__findings__version"),
        finding__start__lte=F("finding__statement__findings__start"),
        finding__end__gte=F("finding__statement__findings__end"),
    )
    return InstrumentPage(
        coalition=scope.ref,
        instrument=_row(one),
        citations=tuple(records.citation_row(citation) for citation in citations),
        acts=tuple(records.commitment_row(promise, today) for promise in holding),
    )


def _row(one: Any) -> InstrumentRow:
    return InstrumentRow(one.pk, one.key, one.title, one.date, one.body or None, one.cited_by)
