"""How sure a fact is: the share of facts found by the same evidence that careful readers found too.

``vocabulary/confidence.yaml`` holds the shares. They were counted in statements that the reader met for the first
time, so that they say what a user may expect of a text that no rule has seen.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TypeVar

from concerted.reading.facts import (
    Act,
    Check,
    Deadline,
    Definition,
    Instrument,
    Line,
    Meeting,
    Participant,
    Person,
    Quantity,
    Reading,
    Sum,
)
from concerted.terms.shelf import load, vocabulary

Rated = Act | Check | Deadline | Definition | Instrument | Line | Meeting | Participant | Person | Quantity | Sum
One = TypeVar("One", Act, Check, Deadline, Definition, Instrument, Line, Meeting, Participant, Person, Quantity, Sum)

# Evidence that was met too seldom to be counted by itself.
ANY = "any"
_NUMBERED = re.compile(r"(?:UNSCR|UNGA|UN PRST|LAS|[SA]/)\s?\S*\d")
# A fact whose subject or date stays open waits for a person, however plain its words are.
_OPEN = 0.5


def evidence(fact: Rated) -> str:
    """Name what a fact was found by, in the terms of the vocabulary; an act by its kind and its rule's certainty."""
    match fact:
        case Act():
            return f"{fact.kind.value} {fact.confidence:g}"
        case Participant():
            return fact.role.value
        case Instrument():
            if _NUMBERED.match(fact.id):
                return "by number"
            return "by name and date" if fact.date else "by name"
        case Meeting():
            return f"{fact.status.value}, {'with' if fact.start else 'without'} a day"
        case Deadline():
            return "a day" if fact.date else "a length" if fact.days or fact.months else "words"
        case Person():
            return "with a party" if fact.party else "without a party"
        case Definition():
            return "abbreviation" if fact.term.strip("“”\"'").isupper() else "name"
        case Sum():
            return "with a currency" if fact.currency else "without a currency"
        case _:
            return ANY


def rated(reading: Reading) -> Reading:
    """Give every fact of a reading its confidence."""

    def each(facts: tuple[One, ...], name: str) -> tuple[One, ...]:
        shares = _shares()[name]
        return tuple(replace(one, confidence=_share(shares, one)) for one in facts)

    return replace(
        reading,
        participants=each(reading.participants, "participants"),
        definitions=each(reading.definitions, "definitions"),
        people=each(reading.people, "people"),
        lines=each(reading.lines, "lines"),
        instruments=each(reading.instruments, "instruments"),
        meetings=each(reading.meetings, "meetings"),
        acts=each(reading.acts, "acts"),
        deadlines=each(reading.deadlines, "deadlines"),
        sums=each(reading.sums, "sums"),
        quantities=each(reading.quantities, "quantities"),
        checks=each(reading.checks, "checks"),
    )


def _share(shares: dict[str, float], fact: Rated) -> float:
    share = shares.get(evidence(fact), shares[ANY])
    return min(share, _OPEN) if isinstance(fact, Act) and fact.candidates else share


@cache
def _shares() -> dict[str, dict[str, float]]:
    """Load the shares of each sort of fact by evidence; raises BadData where the file is missing or no YAML."""
    return {
        name: {key: float(share) for key, share in shares.items()}
        for name, shares in load(vocabulary("confidence")).items()
    }
