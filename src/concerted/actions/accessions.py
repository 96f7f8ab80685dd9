"""Parties come into a coalition and leave it: added, invited, acceded, withdrawn, acceded again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from concerted.actions import ledger, party_names, validity
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.models import Coalition, Party, PartyStanding, User
from concerted.register.models.dated import EARLIEST
from concerted.terms import parties
from concerted.terms.errors import Conflict, NotFound

# A state's code has three letters, an organisation's may be a word.
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,29}")
# What stands in an address where a code would.
_ADDRESSES = frozenset({"new"})
# After which standings one may come; "" is none.
_BEFORE: Mapping[str, tuple[str, ...]] = {
    "invited": ("", "withdrawn"),
    "acceded": ("", "invited", "withdrawn"),
    "withdrawn": ("", "invited", "acceded"),
}


def after(standing: str) -> tuple[str, ...]:
    """List the standings to which a party may come from one, or from "" (none)."""
    return tuple(one for one, before in _BEFORE.items() if standing in before)


@ledger.action("party.add")
def add(
    *,
    coalition: str,
    code: str,
    standing: str,
    since: date | None,
    said_by: str,
    by: User,
    at: datetime,
    names: Mapping[str, tuple[str, str]] | None = None,
) -> str:
    """Bring a party into a coalition as invited or acceded; gives its code.

    One that the vocabulary does not know comes with ``names``: for a language (English at least) its name and a short
    form of it or "". Raises NotFound for no such coalition, NotAllowed, or Conflict, whose ``where`` is the field.
    """
    home = home_of(coalition, by, Permission.PARTY_KEEP)
    code = code.strip()
    if not _CODE.fullmatch(code):
        raise Conflict(f"{code!r} is no code", where="code", expected="2 to 30 letters, digits or hyphens")
    party = naming.party(home, code) if parties.is_party(code) else _own(home, code, names or {})
    if PartyStanding.objects.filter(party=party, in_force=True).exists():
        raise Conflict(f"{party.name} is recorded already", where="code", expected="another party")
    if standing == "withdrawn":
        raise Conflict("it was never in", where="standing", expected="invited or acceded")
    _stand(home, party, standing, since, said_by, at)
    if names:
        party_names.enter(home, party, names, since=None, said_by=said_by, at=at)
    return party.code


@ledger.action("party.record_standing")
def record(
    *, coalition: str, party: str, standing: str, since: date | None, said_by: str, by: User, at: datetime
) -> None:
    """Record that a party is invited, accedes (again) or withdraws; what it was before ends the day before.

    Raises NotFound, NotAllowed, or Conflict, whose ``where`` is the field: a standing that cannot follow, a day that is
    missing or too early.
    """
    home = home_of(coalition, by, Permission.PARTY_KEEP)
    _stand(home, party_of(home, party), standing, since, said_by, at)


def _stand(home: Coalition, party: Party, standing: str, since: date | None, said_by: str, at: datetime) -> None:
    words = validity.source(said_by, "said_by")
    if standing not in _BEFORE:
        raise Conflict(f"{standing!r} is no standing", where="standing", expected=", ".join(_BEFORE))
    stood = PartyStanding.objects.filter(party=party, in_force=True).order_by(EARLIEST, "pk")
    last = stood.filter(until=None).first() or stood.last()
    before = last.standing if last else ""
    if before not in _BEFORE[standing] and not (before == standing and last and last.until):
        raise Conflict(
            f"{party.name} is {before} already" if before == standing else f"it cannot follow {before}",
            where="standing",
            expected=" or ".join(sorted(one for one, after in _BEFORE.items() if before in after)),
        )
    if since is None and last is not None:
        raise Conflict("the day is missing", where="since", expected="the first day on which it holds")
    if since is not None:
        validity.follow(PartyStanding, {"party": party}, since, words)
    validity.free(PartyStanding, {"party": party}, since, None)
    PartyStanding.objects.create(coalition=home, party=party, standing=standing, since=since, said_by=words)
    validity.tell(party, at.date())


def _own(home: Coalition, code: str, names: Mapping[str, tuple[str, str]]) -> Party:
    """Enter a party that the vocabulary does not know, under a code of the coalition's own."""
    if code.casefold() in _ADDRESSES or Party.objects.filter(coalition=home, code__iexact=code).exists():
        raise Conflict(f"{code} is another party's code", where="code", expected="a code that no party has")
    if any(code.casefold() == known.casefold() for known in parties.parties()):
        raise Conflict(f"{code} is written otherwise", where="code", expected="the vocabulary's own spelling")
    english = " ".join(names.get("en", ("", ""))[0].split())
    if not english:
        raise Conflict("no party of the vocabulary has this code", where="name_en", expected="its name in English")
    return Party.objects.create(coalition=home, code=code, name=english[:200])


def home_of(slug: str, by: User, permission: Permission) -> Coalition:
    """Give a coalition to somebody who may do a thing in it; raises NotFound or NotAllowed."""
    home = Coalition.objects.visible_to(by).filter(slug=slug).first()
    if home is None:
        raise NotFound("no such coalition", where=slug, expected="one of your coalitions")
    ledger.require(by, home, permission)
    return home


def party_of(home: Coalition, code: str) -> Party:
    """Give one of a coalition's parties by its code; raises NotFound."""
    found = Party.objects.filter(coalition=home, code=code).first()
    if found is None:
        raise NotFound(f"no partner {code!r}", where="party", expected="the code of one of the coalition's partners")
    return found
