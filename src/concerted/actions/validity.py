"""What holds from a day to a day, such as standings and leads: kept from overlapping, ended, put right, struck."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from concerted.actions import ledger, searching
from concerted.actions.editing import Edited, at_edition, last_change
from concerted.register.access import Permission
from concerted.register.models import Cadence, Dated, LineLead, Party, PartyName, PartyStanding, User, WorkingGroupSeat
from concerted.register.models.dated import EARLIEST, LONGEST_SOURCE
from concerted.terms import parties
from concerted.terms.errors import Conflict, NotFound

# Each noun with what tells its rows apart: of two with the same only one holds on a day.
NOUNS: dict[str, tuple[type[Any], tuple[str, ...], Permission]] = {
    "standing": (PartyStanding, ("party",), Permission.PARTY_KEEP),
    "name": (PartyName, ("party", "language"), Permission.PARTY_KEEP),
    "lead": (LineLead, ("line", "party"), Permission.WORKING_GROUP_KEEP),
    "seat": (WorkingGroupSeat, ("line", "party"), Permission.WORKING_GROUP_KEEP),
    "cadence": (Cadence, ("coalition", "series"), Permission.MEETING_KEEP),
}


@ledger.action("validity.change")
def change(
    *,
    noun: str,
    number: int,
    since: date | None,
    until: date | None,
    said_by: str,
    end_said_by: str,
    seen: int,
    by: User,
    at: datetime,
) -> None:
    """End what holds, or put its days and sources right; ``seen`` is the edition that the person saw.

    Raises NotFound, NotAllowed, Edited if somebody changed it meanwhile, or Conflict, whose ``where`` is the field.
    """
    one, own = _found(noun, number, by, seen)
    given = {
        "since": since,
        "until": until,
        "said_by": source(said_by, "said_by"),
        "end_said_by": source(end_said_by, "end_said_by") if until and end_said_by.strip() else "",
    }
    if all(getattr(one, field) == value for field, value in given.items()):
        return
    free(type(one), {field: getattr(one, field) for field in own}, since, until, apart=one.pk)
    for field, value in given.items():
        setattr(one, field, value)
    _save(one, at)


@ledger.action("validity.strike")
def strike(*, noun: str, number: int, seen: int, by: User, at: datetime) -> None:
    """Take back what was entered by mistake: it stays in the ledger alone. Raises as ``change``."""
    one, _own = _found(noun, number, by, seen)
    one.in_force = False
    _save(one, at)


def source(words: str, where: str) -> str:
    """Bring a source into the form that is kept; raises Conflict for none, and for one that is too long."""
    said = " ".join(words.split())
    if not said or len(said) > LONGEST_SOURCE:
        raise Conflict(f"it has {len(said)} characters", where=where, expected=f"between 1 and {LONGEST_SOURCE}")
    return said


def free(model: type[Any], own: dict[str, Any], since: date | None, until: date | None, *, apart: int = 0) -> None:
    """Raise Conflict if the days run backwards, or if another row of the same holds on one of them."""
    if since and until and until < since:
        raise Conflict(f"it ends on {until}, before it begins", where="until", expected=f"{since} or later")
    for other in model.objects.filter(in_force=True, **own).exclude(pk=apart):
        if (until is None or other.since is None or other.since <= until) and (
            since is None or other.until is None or since <= other.until
        ):
            begins, ends = other.since or "an unknown day", other.until or "no day that is known"
            raise Conflict(
                f"{other} holds from {begins} to {ends}",
                where="since",
                expected="days on which nothing else of the kind holds; end the other first",
            )


def follow(model: type[Any], own: dict[str, Any], since: date, said_by: str) -> None:
    """End what is open the day before something new holds; raises Conflict if it began on that day or later."""
    open_one = model.objects.filter(in_force=True, until=None, **own).first()
    if open_one is None:
        return
    if open_one.since is not None and open_one.since >= since:
        raise Conflict(f"{open_one} holds since {open_one.since}", where="since", expected="a later day")
    open_one.until, open_one.end_said_by = since - timedelta(days=1), said_by
    open_one.edition += 1
    open_one.save()


def tell(party: Party, on: date) -> None:
    """Let a party's own row repeat its names and standings, be called as on a day, and be found by every name."""
    names = PartyName.objects.filter(party=party, in_force=True).order_by("language", EARLIEST, "pk")
    standings = PartyStanding.objects.filter(party=party, in_force=True).exclude(standing="invited")
    stood = standings.order_by(EARLIEST, "pk")
    english = next((one.name for one in names if one.language == "en" and one.holds_on(on)), "")
    party.names = [{"language": one.language, "name": one.name, "short": one.short, **_days(one)} for one in names]
    party.standings = [{"standing": one.standing, **_days(one)} for one in stood]
    if english or parties.is_party(party.code):
        party.name = english or parties.party(party.code).name()
    party.save(update_fields=["names", "standings", "name"])
    searching.index(party)


def _days(one: Dated) -> dict[str, str | None]:
    return {name: day.isoformat() if day else None for name, day in (("since", one.since), ("until", one.until))}


def _found(noun: str, number: int, by: User, seen: int) -> tuple[Any, tuple[str, ...]]:
    where = f"{noun} {number}"
    if noun not in NOUNS:
        raise NotFound(f"no noun {noun!r}", where=where, expected=", ".join(NOUNS))
    model, own, permission = NOUNS[noun]
    one = model.objects.visible_to(by).select_related("coalition").filter(pk=number).first()
    if one is None:
        raise NotFound("no such record", where=where, expected="one that you may see")
    ledger.require(by, one.coalition, permission)
    one = model.objects.visible_to(by).select_related("coalition").filter(pk=number).first()
    if one is None:
        raise NotFound("it was struck", where=where, expected="one that you may see")
    if one.edition != seen:
        was, last = at_edition(one, seen, by), last_change(one, by)
        raise Edited(
            "somebody else changed it meanwhile",
            where=where,
            expected=f"edition {seen}, as you saw it",
            was=said(was) if was else {},
            now=said(one),
            seen=str(one.edition),
            by=last.by.name if last and last.by else None,
            at=last.at if last else None,
        )
    return one, own


def said(one: Dated) -> dict[str, object]:
    """Give what can be changed of a row, by the names of its fields."""
    return {name: getattr(one, name) for name in ("since", "until", "said_by", "end_said_by")}


def _save(one: Any, at: datetime) -> None:
    one.edition += 1
    one.save()
    if isinstance(one, PartyName | PartyStanding):
        tell(one.party, at.date())
