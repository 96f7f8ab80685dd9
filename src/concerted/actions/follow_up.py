"""How action points are followed up: their owner says that they are done, another verifies it.

What was said stays. Whoever verifies is of another party than the owner, and another person than who said it is done.
"""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger
from concerted.actions.editing import Edited
from concerted.register.access import Permission, Role
from concerted.register.models import Action, ActionStatus, FollowUp, Party, User, Verification
from concerted.register.part import Part
from concerted.terms.errors import Conflict, NotAllowed, NotFound

LONGEST = {"text": 5000, "link": 500}


@ledger.action("action.say_done")
def say_done(*, number: int, text: str, link: str, seen: int, by: User, at: datetime) -> None:
    """Say of an action point that it is done, with the evidence: words, an address on the web, or both.

    Raises NotFound, NotAllowed for who is not to do it, Edited if somebody changed it meanwhile, or Conflict.
    """
    found, part = _found(number, seen, by)
    if not is_of(part, found.responsible_id):
        raise NotAllowed(f"{by.name} is not to do it", where=f"action {number}", expected="its owner's people")
    if found.status != ActionStatus.OPEN:
        raise Conflict(f"it is {found.status}", where="status", expected="an action point that is open")
    said = _said(text, link)
    _keep(found, part, Verification.DONE, said, by, at)


@ledger.action("action.verify")
def verify(*, number: int, adequate: bool, text: str, seen: int, by: User, at: datetime) -> None:
    """Say whether what was done is adequate, and why; what is not is open again. Raises as ``say_done``."""
    found, part = _found(number, seen, by)
    where = f"action {number}"
    if not is_of(part, found.verifier_id):
        raise NotAllowed(f"{by.name} does not verify it", where=where, expected="the people of its verifier")
    if found.status != ActionStatus.DONE:
        raise Conflict(f"it is {found.status}", where="status", expected="one that is said to be done")
    if found.follow_ups.filter(said=Verification.DONE).latest("pk").by_id == by.pk:
        raise NotAllowed(f"{by.name} said that it is done", where=where, expected="somebody else")
    verdict = Verification.ADEQUATE if adequate else Verification.NOT_ADEQUATE
    _keep(found, part, verdict, _said(text, ""), by, at)


def is_of(part: Part, party: int | None) -> bool:
    """Tell whether a person acts for a party, or for the secretariat (None)."""
    if party is None:
        return Role.SECRETARIAT in part.acting
    return Role.FOCAL_POINT in part.acting and part.party == party


_AFTER = {
    Verification.DONE: ActionStatus.DONE,
    Verification.ADEQUATE: ActionStatus.VERIFIED,
    Verification.NOT_ADEQUATE: ActionStatus.OPEN,
}


def _keep(found: Action, part: Part, verdict: Verification, said: tuple[str, str], by: User, at: datetime) -> None:
    party = Party.objects.get(pk=part.party) if part.party is not None else None
    FollowUp.objects.create(action=found, said=verdict, text=said[0], link=said[1], by=by, party=party, at=at)
    found.status, found.edition = _AFTER[verdict], found.edition + 1
    found.save(update_fields=["status", "edition"])


def _found(number: int, seen: int, by: User) -> tuple[Action, Part]:
    """Find an action point in the edition that the person saw, and hold it until the action ends."""
    where = f"action {number}"
    rows = Action.objects.visible_to(by).select_related("coalition", "responsible", "verifier").filter(pk=number)
    found = rows.first()
    if found is None:
        raise NotFound("no such action", where=where, expected="one that you may see")
    part = ledger.require(by, found.coalition, Permission.RECORD_KEEP)
    found = rows.first()
    if found is None:
        raise NotFound("it was withdrawn", where=where, expected="one that you may see")
    if found.edition != seen:
        raise Edited(
            "somebody else changed it meanwhile",
            where=where,
            expected=f"edition {seen}, as you saw it",
            was={},
            now={},
            seen=str(found.edition),
            by=None,
            at=None,
        )
    return found, part


def _said(text: str, link: str) -> tuple[str, str]:
    words = "\n".join(line.rstrip() for line in text.strip().splitlines())
    address = link.strip()
    if not words and not address:
        raise Conflict("it is empty", where="text", expected="what shows it, or why")
    for where, value in (("text", words), ("link", address)):
        if len(value) > LONGEST[where]:
            raise Conflict(f"it has {len(value)} characters", where=where, expected=f"at most {LONGEST[where]}")
    if address and not address.startswith(("https://", "http://")):
        raise Conflict(f"{address[:60]!r} is no address", where="link", expected="an address as a browser shows it")
    return words, address
