"""Link promises that renew earlier ones to what they renew; part of the action that calls it."""

from __future__ import annotations

from datetime import date

from concerted.convening.renewal import renewed
from concerted.register.models import Coalition, Commitment, Renewal


def link(coalition: Coalition) -> None:
    """Link each renewing promise that has no link yet, where one earlier promise is clearly meant.

    Earlier promises are those in force of statements made before; a statement without a day
    counts by the earliest that its window allows. Ambiguity leaves no link.
    """
    promises = list(Commitment.objects.filter(coalition=coalition, in_force=True).select_related("finding__statement"))
    linked = set(
        Renewal.objects.filter(later__coalition=coalition, earlier__in_force=True).values_list("later", flat=True)
    )
    for promise in promises:
        if not promise.renews or promise.pk in linked:
            continue
        made = _made(promise)
        earlier = {one.pk: one.text for one in promises if made and (before := _made(one)) and before < made}
        if found := renewed(promise.text, earlier):
            Renewal.objects.update_or_create(
                later=promise, earlier_id=found.key, defaults={"overlap": round(found.overlap, 3)}
            )


def _made(promise: Commitment) -> date | None:
    statement = promise.finding.statement
    return statement.issued_on or statement.earliest or statement.latest
