"""Totals: as they were published, and a look at what would be left out of the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from concerted.disclosure import Key
from concerted.register.access import Permission
from concerted.register.counting import count, currencies
from concerted.register.models import ContributionKind, LineOfEffort, Party, Publication, PublicationBasis, Reach
from concerted.register.models.scope import Person
from concerted.register.protecting import totals as protected
from concerted.register.protecting import written
from concerted.register.queries import references
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.references import LineRef
from concerted.register.rows.totals import (
    FigureRow,
    LineFigures,
    PublicationPage,
    PublicationRow,
    TotalsPage,
    TotalsPreview,
    TotalsTable,
)
from concerted.terms.errors import NotAllowed, NotFound


def totals(user: Person, slug: str) -> TotalsPage:
    """Give the newest published totals in each currency, and list those before them."""
    scope = enter(user, slug)
    every = list(_publications(scope))
    newest = {one.currency: one for one in reversed(every)}
    may = scope.part.may(Permission.TOTALS_PUBLISH)
    return TotalsPage(
        coalition=scope.ref,
        newest=_pages(scope, sorted(newest.values(), key=lambda one: one.currency), newest),
        earlier=tuple(_row(one, newest) for one in every if newest[one.currency] != one),
        currencies=currencies(user, scope.coalition) if may else (),
        may_publish=may,
    )


def publication(user: Person, slug: str, id: int) -> PublicationPage:
    """Give published totals; raises NotFound."""
    scope = enter(user, slug)
    every = list(_publications(scope))
    wanted = [one for one in every if one.pk == id]
    if not wanted:
        raise NotFound("no such totals", where=f"publication {id}", expected="some that you may see")
    return _pages(scope, wanted, {one.currency: one for one in reversed(every)})[0]


def totals_preview(user: Person, slug: str, currency: str) -> TotalsPreview:
    """Work out what would be published in a currency; NotFound where there is nothing to count, or NotAllowed."""
    scope = enter(user, slug)
    if not scope.part.may(Permission.TOTALS_PUBLISH):
        raise NotAllowed("totals are published by others", where=slug, expected="the secretariat")
    counted = count(user, scope.coalition, currency)
    if not counted.now and not counted.earlier:
        raise NotFound("nothing to count", where=currency, expected="a currency of contributions")
    made = protected(counted)
    exposed = Party.objects.visible_to(user).filter(pk__in=made.exposed).order_by("name")
    reasons = {key: reason.value for key, reason in made.reasons.items()}
    return TotalsPreview(
        coalition=scope.ref,
        table=_table(currency, written(counted, made, Reach.PUBLIC), reasons, _lines(scope), shows_reasons=True),
        counted=len(counted.now),
        proven=made.proven,
        nothing_protects=made.nothing_protects,
        exposed=tuple(references.party(one) for one in exposed),
        digest=counted.digest,
    )


def _publications(scope: Scope) -> QuerySet[Publication]:
    """Give what is displayed, the newest first."""
    found = Publication.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return found.select_related("release").order_by("-pk")


def _row(one: Publication, newest: Mapping[str, Publication]) -> PublicationRow:
    return PublicationRow(
        id=one.pk,
        currency=one.currency,
        at=one.at,
        reach=one.release.kind,
        is_newest=newest[one.currency] == one,
    )


def _pages(
    scope: Scope, wanted: Iterable[Publication], newest: Mapping[str, Publication]
) -> tuple[PublicationPage, ...]:
    """Lay publications out, with the reasons for those who may see the contributions."""
    numbers = [one.pk for one in wanted]
    bases = PublicationBasis.objects.visible_to(scope.user).filter(publication__in=numbers)
    reasons = {
        number: {tuple(one["key"]): one["reason"] for one in said}
        for number, said in bases.values_list("publication", "reasons")
    }
    lines = _lines(scope)
    return tuple(
        PublicationPage(
            coalition=scope.ref,
            publication=_row(one, newest),
            table=_table(one.currency, one.figures, reasons.get(one.pk, {}), lines, shows_reasons=one.pk in reasons),
            may_publish=scope.part.may(Permission.TOTALS_PUBLISH),
        )
        for one in wanted
    )


def _lines(scope: Scope) -> dict[str, LineRef]:
    found = LineOfEffort.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return {str(one.number): references.line(one) for one in found}


def _table(
    currency: str,
    figures: Iterable[dict[str, Any]],
    reasons: Mapping[Key, str],
    lines: Mapping[str, LineRef],
    *,
    shows_reasons: bool,
) -> TotalsTable:
    """Lay figures out: a row for each line, last the row of all lines; a column for each kind, last their total."""
    known: dict[Key, dict[str, Any]] = {tuple(one["key"]): one for one in figures}
    kinds = [kind for kind in ContributionKind.values if (None, kind) in known]
    numbers = sorted({key[0] for key in known if key[0] is not None}, key=lambda one: (not one, int(one or 0)))
    largest = max((_total(one) or Decimal(0) for key, one in known.items() if None not in key), default=Decimal(0))

    def figure(key: Key) -> FigureRow | None:
        one = known.get(key)
        if one is None:
            return None
        total, former = _total(one), one.get("former")
        return FigureRow(
            total=total,
            partners=one.get("partners"),
            reason=reasons.get(key, ""),
            former=Decimal(former["total"]) if former else None,
            former_at=datetime.fromisoformat(former["at"]) if former else None,
            share=float(total / largest) if total and None not in key else 0,
        )

    return TotalsTable(
        currency=currency,
        kinds=tuple(kinds),
        rows=tuple(
            LineFigures(
                line=lines.get(number or ""),
                is_total=number is None,
                figures=tuple(figure((number, kind)) for kind in (*kinds, None)),
            )
            for number in (*numbers, None)
        ),
        left_out=sum(one["total"] is None for one in known.values()),
        shows_reasons=shows_reasons,
    )


def _total(one: Mapping[str, Any]) -> Decimal | None:
    return Decimal(one["total"]) if one["total"] is not None else None
