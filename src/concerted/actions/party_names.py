"""What a party is called, from a day on: its name and a short form, in the languages of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from concerted.actions import ledger, validity
from concerted.register.access import Permission
from concerted.register.models import Coalition, Party, PartyName, User
from concerted.register.models.party import LANGUAGES
from concerted.terms.errors import Conflict, NotFound

LONGEST, LONGEST_SHORT = 200, 60


@ledger.action("party.rename")
def rename(
    *,
    coalition: str,
    party: str,
    names: Mapping[str, tuple[str, str]],
    since: date | None,
    said_by: str,
    by: User,
    at: datetime,
) -> None:
    """Record what a party is called since a day (None: ever since); what it was called before ends the day before.

    ``names`` holds for each language a name and a short form or "". A language that is not there, or whose name is
    empty, goes on as it was. Raises NotFound, NotAllowed, or Conflict, whose ``where`` is the field.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    found = Party.objects.filter(coalition=home, code=party).first()
    if home is None or found is None:
        raise NotFound("no such partner", where="party", expected="the code of one of the coalition's partners")
    ledger.require(by, home, Permission.PARTY_KEEP)
    enter(home, found, names, since=since, said_by=said_by, at=at)


def enter(
    home: Coalition,
    party: Party,
    names: Mapping[str, tuple[str, str]],
    *,
    since: date | None,
    said_by: str,
    at: datetime,
) -> None:
    """Enter names that hold since a day; part of the action that calls it. Raises Conflict."""
    words = validity.source(said_by, "said_by")
    given = {code: (_tidy(name), _tidy(short)) for code, (name, short) in names.items() if _tidy(name)}
    if strange := given.keys() - set(LANGUAGES):
        raise Conflict(f"{min(strange)!r} is no language", where="names", expected=", ".join(LANGUAGES))
    if not given:
        raise Conflict("no name is given", where="name_en", expected="a name in one language at least")
    for code, (name, short) in given.items():
        for field, text, most in (("name", name, LONGEST), ("short", short, LONGEST_SHORT)):
            if len(text) > most:
                raise Conflict(f"it has {len(text)} characters", where=f"{field}_{code}", expected=f"at most {most}")
        if since is not None:
            validity.follow(PartyName, {"party": party, "language": code}, since, words)
        validity.free(PartyName, {"party": party, "language": code}, since, None)
        PartyName.objects.create(
            coalition=home, party=party, language=code, name=name, short=short, since=since, said_by=words
        )
    validity.tell(party, at.date())


def _tidy(text: str) -> str:
    return " ".join(text.split())
