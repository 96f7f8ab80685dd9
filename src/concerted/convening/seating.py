"""The order in which delegations sit: by the alphabet of a language, from whoever chairs or was drawn."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# An article does not count, in either language.
_ARTICLE = re.compile(r"^(?:(?:the|les?|la) |l )")
# Letters that no accent makes.
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})
_BETWEEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Seat:
    """A delegation by its code, and the name on its plate; states sit before organisations."""

    code: str
    name: str
    is_state: bool = True


def seated(seats: Iterable[Seat], *, chair: str = "", first: str = "") -> tuple[Seat, ...]:
    """Put delegations in order: the chair (a code), states by name, then organisations.

    ``first`` is the code of the state drawn by lot to sit first; the alphabet goes on from it and comes round. A code
    that has no seat changes nothing.
    """
    ordered = sorted(seats, key=lambda one: (not one.is_state, _key(one.name), one.name, one.code))
    head = [one for one in ordered if one.code == chair]
    states = [one for one in ordered if one.is_state and one.code != chair]
    others = [one for one in ordered if not one.is_state and one.code != chair]
    start = next((at for at, one in enumerate(states) if one.code == first), 0)
    return (*head, *states[start:], *states[:start], *others)


def _key(name: str) -> str:
    """Fold a name for the alphabet: no accents, no capitals, hyphens and apostrophes as gaps, no article."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    words = _BETWEEN.sub(" ", plain.casefold().translate(_LETTERS)).strip()
    return _ARTICLE.sub("", words)
