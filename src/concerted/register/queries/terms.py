"""What a reader of a coalition's statements knows of it: its file, and the names that the register keeps of parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from concerted.register.models import Party
from concerted.register.models.scope import Person
from concerted.register.queries.scope import enter
from concerted.terms import coalition_file, parties
from concerted.terms.coalition import Coalition
from concerted.terms.names import Name

# A shorter name would be found in words that mean something else.
_SHORTEST = 4


def coalition_terms(user: Person, slug: str) -> Coalition | None:
    """Give what a coalition's file says with every name, also an earlier one, that the register keeps of its parties.

    None where there is neither. Raises NotFound.
    """
    scope = enter(user, slug)
    named = Party.objects.visible_to(user).filter(coalition=scope.coalition).exclude(names=[]).order_by("code")
    own = tuple(_party(one) for one in named)
    file = coalition_file.coalition(slug) if slug in coalition_file.slugs() else None
    if file is None:
        return Coalition(slug, (Name(scope.coalition.name),), parties=own) if own else None
    return replace(file, parties=own)


def _party(one: Party) -> parties.Party:
    kept = [
        parties.PartyName(row[form], row["language"], _day(row["since"]), _day(row["until"]))
        for row in one.names
        for form in ("name", "short")
        if len(row[form]) >= _SHORTEST
    ]
    return parties.Party(one.code, "organisation", tuple(kept))


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if written else None
