"""What people decided about the facts of a reading, as it travels with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import cache
from typing import Any, get_args, get_type_hints

from concerted.reading.facts import Reading
from concerted.terms.errors import UnreadableDocument

REJECTED = "rejected"
# Lists whose facts an act names by their number.
NUMBERED = ("sums", "quantities", "instruments", "deadlines")
STATES = ("proposed", "accepted", "corrected", REJECTED)


@dataclass(frozen=True, slots=True)
class Decision:
    """How one fact of a reading stands: ``noun`` is the reading's list, ``place`` counts in it from 0.

    ``state`` is one of STATES; ``by`` and ``at`` (with its time zone) are None for what nobody decided.
    """

    noun: str
    place: int
    state: str
    by: str | None = None
    at: datetime | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reading and what people decided about its facts; nothing where it was never reviewed."""

    reading: Reading
    decisions: tuple[Decision, ...] = ()

    def by_fact(self) -> dict[tuple[str, int], Decision]:
        """Give the decisions by the list and the place of their facts."""
        return {(one.noun, one.place): one for one in self.decisions}


def standing(reviewed: Reviewed) -> Reading:
    """Leave out of a reading what people have rejected; what named such a fact names it no more."""
    reading = reviewed.reading
    rejected = {(one.noun, one.place) for one in reviewed.decisions if one.state == REJECTED}
    kept = {
        noun: [place for place in range(len(getattr(reading, noun))) if (noun, place) not in rejected]
        for noun in nouns()
    }
    numbers = {noun: {place: number for number, place in enumerate(places)} for noun, places in kept.items()}
    lists: dict[str, Any] = {
        noun: tuple(getattr(reading, noun)[place] for place in places) for noun, places in kept.items()
    }
    lists["acts"] = tuple(
        replace(
            act,
            **{
                noun: tuple(numbers[noun][number] for number in getattr(act, noun) if number in numbers[noun])
                for noun in NUMBERED
            },
        )
        for act in lists["acts"]
    )
    return replace(reading, **lists)


@cache
def nouns() -> dict[str, type]:
    """Give the lists of a reading, in their order, with the type of their facts."""
    hints = get_type_hints(Reading)
    names = [field.name for field in fields(Reading) if field.name not in ("text", "statement")]
    return {name: get_args(hints[name])[0] for name in names}


def written(one: Decision) -> dict[str, Any]:
    """Write a decision as plain values."""
    return {
        "list": one.noun,
        "place": one.place,
        "state": one.state,
        "by": one.by,
        "at": one.at.isoformat() if one.at else None,
        "comment": one.comment,
    }


def decision(stored: Mapping[str, Any], where: str = "decisions") -> Decision:
    """Read a decision back from its plain values; raises UnreadableDocument for anything else."""
    try:
        at = stored.get("at")
        read = Decision(
            stored["list"],
            int(stored["place"]),
            stored["state"],
            stored.get("by") or None,
            datetime.fromisoformat(at) if at else None,
            stored.get("comment") or "",
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableDocument(f"not a decision: {error!r}", where=where, expected="list, place and state") from error
    if read.noun not in nouns() or read.state not in STATES:
        raise UnreadableDocument(f"{read.state!r} in {read.noun!r}", where=where, expected=", ".join(STATES))
    return read
