"""Publish totals of what partners give, so that nobody's withheld part can be worked out; or display them no more."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.counting import count, kept
from concerted.register.models import Coalition, Publication, PublicationBasis, Reach, User
from concerted.register.protecting import totals, written
from concerted.terms.errors import Conflict, NotFound, Stale

REACHES = (Reach.PUBLIC, Reach.COALITION)


@ledger.action("totals.publish")
def publish(
    *, coalition: str, currency: str, by: User, at: datetime, reach: str = Reach.PUBLIC, seen: str | None = None
) -> int:
    """Publish the totals in one currency by line and kind, to the public or the coalition; gives the number.

    They are over what is released to the coalition or wider. ``seen`` is the digest of what the person looked at.
    Raises NotFound, NotAllowed, or Conflict where there is nothing to count or somebody changed it meanwhile.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where=coalition, expected="one of your coalitions")
    ledger.require(by, home, Permission.TOTALS_PUBLISH)
    if reach not in REACHES:
        raise Conflict(f"{reach!r} is no release of totals", where="reach", expected=" or ".join(REACHES))
    counted = count(by, home, currency)
    if not counted.now and not counted.earlier:
        raise Conflict(f"no contribution in {currency!r}", where="currency", expected="one that is released to all")
    if seen is not None and seen != counted.digest:
        raise Stale("contributions changed meanwhile", where="seen", expected="another look at what is left out")
    made = totals(counted)
    one = Publication.objects.create(
        coalition=home,
        release=naming.release(home, Reach(reach)),
        currency=currency,
        figures=written(counted, made, reach),
        by=by,
        at=at,
    )
    PublicationBasis.objects.create(
        publication=one,
        coalition=home,
        release=naming.release(home, Reach.COALITION),
        reasons=[{"key": list(key), "reason": reason.value} for key, reason in made.reasons.items()],
        cells=kept(counted.now),
    )
    return one.pk


@ledger.action("totals.withdraw")
def withdraw(*, publication: int, by: User, at: datetime) -> None:
    """Display published totals no more; the next ones still reckon with readers who know them.

    Raises NotFound or NotAllowed.
    """
    missing = NotFound("no such totals", where=f"publication {publication}", expected="some that you may see")
    found = Publication.objects.visible_to(by).select_related("coalition").filter(pk=publication).first()
    if found is None:
        raise missing
    ledger.require(by, found.coalition, Permission.TOTALS_PUBLISH)
    if not Publication.objects.visible_to(by).filter(pk=publication).exists():
        raise missing
    found.in_force, found.edition = False, found.edition + 1
    found.save(update_fields=["in_force", "edition"])
