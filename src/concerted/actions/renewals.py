"""Link promises that renew earlier ones to what they renew; part of the action that calls it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from concerted.convening.renewal import may_renew, renewed
from concerted.register.models import Coalition, Commitment, Finding, Renewal
from concerted.terms.stems import weights


def link(coalition: Coalition, findings: Iterable[Finding]) -> None:
    """Link the renewing promises that decisions on these findings may have given something to renew.

    These are the promises among them, and those of later statements without a link that share
    words with one of them. Earlier promises are those in force of statements made before; a
    statement without a day counts by the earliest that its window allows. Ambiguity leaves no link.
    """
    decided = {finding.pk for finding in findings}
    promises = list(
        Commitment.objects.filter(coalition=coalition, in_force=True)
        .select_related("finding__statement")
        .defer("finding__proposal", "finding__statement__text", "finding__statement__record")
    )
    new = [promise for promise in promises if promise.finding_id in decided]
    if not new:
        return
    linked = set(
        Renewal.objects.filter(later__coalition=coalition, earlier__in_force=True).values_list("later", flat=True)
    )
    weight = weights(promise.text for promise in promises)
    for promise in promises:
        if not promise.renews or promise.pk in linked:
            continue
        if promise not in new and not any(may_renew(promise.text, one.text) for one in new):
            continue
        made = _made(promise)
        earlier = {one.pk: one.text for one in promises if made and (before := _made(one)) and before < made}
        if found := renewed(promise.text, earlier, weight):
            Renewal.objects.update_or_create(
                later=promise, earlier_id=found.key, defaults={"overlap": round(found.overlap, 3)}
            )


def _made(promise: Commitment) -> date | None:
    statement = promise.finding.statement
    return statement.issued_on or statement.earliest or statement.latest
