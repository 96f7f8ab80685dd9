"""A statement with everything known of it, as it leaves the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from concerted.register.rows.findings import DecisionRow


@dataclass(frozen=True, slots=True)
class DecidedFact:
    """What was decided about the fact at a ``place`` (from 0) of a ``list``; ``state`` is how it stands."""

    list: str
    place: int
    state: str
    decision: DecisionRow


@dataclass(frozen=True, slots=True)
class Export:
    """A statement in the form of the record file, with its text and what people decided.

    ``record`` holds every fact that has a place in the present text, a corrected one with its
    corrected values, a rejected one as it was read. What waits for a place is not in it.
    """

    id: int
    title: str
    text: str
    record: Mapping[str, Any]
    decisions: tuple[DecidedFact, ...]
