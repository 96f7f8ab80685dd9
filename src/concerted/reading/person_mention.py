"""A mention of a person with an office."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name with its office at one place; ``party`` is None where neither words nor vocabulary tell it."""

    start: int
    end: int
    name: str
    office: str
    party: str | None
