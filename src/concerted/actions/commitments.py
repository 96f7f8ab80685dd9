"""How a commitment stands: each change with who, when and on what evidence."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger
from concerted.actions.editing import Edited
from concerted.register.models import Commitment, Status, StatusChange, User
from concerted.terms.errors import Conflict, NotAllowed, NotFound

LONGEST_EVIDENCE = 5000


@ledger.action("commitment.change_status")
def change_status(
    *, commitment: int, status: str, evidence: str, by: User, at: datetime, seen: str | None = None
) -> None:
    """Change a commitment's status and say what that rests on.

    The secretariat may change any, a line lead those of the line, a focal point those that its
    party made by name. Raises NotFound, NotAllowed, Edited if the status is not what the person saw (``seen``), or
    Conflict if it is no status, is already so, or comes without evidence.
    """
    where = f"commitment {commitment}"
    found = Commitment.objects.visible_to(by).select_related("coalition").filter(pk=commitment).first()
    if found is None:
        raise NotFound("no such commitment", where=where, expected="a commitment of your coalitions")
    part = ledger.membership(by, found.coalition)
    found.refresh_from_db(fields=["status", "edition"])
    if not part.may_change_status(found):
        raise NotAllowed(
            f"{by.name} ({', '.join(part.roles)}) may not change it",
            where=where,
            expected="the secretariat, the party that made it, or the lead of its line of effort",
        )
    if status not in Status.values:
        raise Conflict(f"{status!r} is no status", where=where, expected=", ".join(Status.values))
    if seen is not None and seen != found.status:
        last = found.changes.select_related("by").order_by("pk").last()
        raise Edited(
            f"it is {found.status}",
            where=where,
            expected=f"that it is {seen}, as you saw it",
            was={"status": seen},
            now={"status": found.status},
            seen=found.status,
            by=last.by.name if last else None,
            at=last.at if last else None,
        )
    if status == found.status:
        raise Conflict(f"it is {status} already", where=where, expected="another status")
    if not evidence.strip():
        raise Conflict("no evidence is given", where=where, expected="a sentence or an address that shows it")
    found.status, found.edition = status, found.edition + 1
    found.save(update_fields=["status", "edition"])
    StatusChange.objects.create(
        commitment=found, status=status, by=by, at=at, evidence=evidence.strip()[:LONGEST_EVIDENCE]
    )
