"""What becomes of a row of a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from concerted.actions.imports.doubts import Said


class Outcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with what becomes of it: the record as it would be, and what differs, as (column, was, now).

    ``key`` tells which record of a table of others it is, ``says`` what the table says of it, in digests.
    """

    place: int
    row: int
    outcome: Outcome
    record: Any
    differences: tuple[tuple[str, Any, Any], ...]
    said: tuple[Said, ...]
    key: str = ""
    says: str = ""
