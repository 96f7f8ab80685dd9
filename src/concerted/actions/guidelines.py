"""Interpretive guidelines: what the marks mean for a commitment, written before anybody is assessed by it."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger, searching
from concerted.actions.records import naming
from concerted.register.models import Commitment, Guideline, Reach, User
from concerted.terms.errors import Conflict, NotAllowed, NotFound

LONGEST = 5000


@ledger.action("guideline.write")
def write(
    *, commitment: int, full: str, partial: str, none: str, by: User, at: datetime, seen: int | None = None
) -> int:
    """Say what full, partial and no compliance mean for a commitment; gives the guideline's number.

    It takes the place of the one before, whose number the person has ``seen`` (None: there was none), and is released
    as that was, the first to the coalition. The secretariat may, and a lead of the commitment's lines. Raises
    NotFound, NotAllowed, or Conflict (``where`` is the field).
    """
    found = Commitment.objects.visible_to(by).select_related("coalition").filter(pk=commitment).first()
    if found is None:
        raise NotFound("no such commitment", where=f"commitment {commitment}", expected="one that you may see")
    part = ledger.membership(by, found.coalition)
    if not part.may_assess(found):
        raise NotAllowed(
            f"{by.name} ({', '.join(part.roles)}) may not write it",
            where=f"commitment {commitment}",
            expected="the secretariat, or a lead of the commitment's line of effort",
        )
    before = Guideline.objects.select_related("release").filter(commitment=found, in_force=True).first()
    if (before.pk if before else None) != seen:
        raise Conflict("somebody else wrote it meanwhile", where="seen", expected="the guideline as you saw it")
    said = {name: _text(words, name) for name, words in (("full", full), ("partial", partial), ("none", none))}
    if before and all(getattr(before, name) == words for name, words in said.items()):
        return before.pk
    release = before.release if before else naming.release(found.coalition, Reach.COALITION)
    if before:
        before.in_force, before.edition = False, before.edition + 1
        before.save(update_fields=["in_force", "edition"])
        searching.forget(before)
    made = Guideline.objects.create(coalition=found.coalition, release=release, commitment=found, by=by, at=at, **said)
    searching.index(made)
    return made.pk


def _text(words: str, where: str) -> str:
    text = "\n".join(line.rstrip() for line in words.strip().splitlines())
    if not 0 < len(text) <= LONGEST:
        raise Conflict(f"it has {len(text)} characters", where=where, expected=f"between 1 and {LONGEST}")
    return text
