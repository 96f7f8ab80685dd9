"""What can be said of a row of a sheet, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from concerted.register.models import Tier


class Doubt(StrEnum):
    """What is to be said of a cell, a row or a column."""

    NO_NUMBER = "no number"
    EITHER_NUMBER = "one of two numbers"
    ROUNDED = "rounded"
    NO_DAY = "no day"
    EITHER_DAY = "one of two days"
    DAY_AS_NUMBER = "a day as a number"
    BROKEN = "an error of the spreadsheet"
    NO_CHOICE = "no choice"
    NO_LINE = "no line of effort"
    NO_PARTY = "no party"
    NEW_PARTY = "a new partner"
    NO_RECORD = "no such record"
    SEVERAL_RECORDS = "several records"
    NOT_YOURS = "not yours to change"
    NOT_SO = "cannot be so"
    NO_RELEASE = "no release"
    RELEASE_STAYS = "release stays"
    CHANGED_MEANWHILE = "changed meanwhile"
    NO_EDITION = "without an edition"
    THERE_ALREADY = "there already"
    TAKEN_BACK = "taken back"
    REPEATED = "repeated"
    UNUSUAL_UNIT = "unusual unit"
    UNKNOWN_COLUMN = "unknown column"


_WARNINGS = {
    Doubt.ROUNDED,
    Doubt.DAY_AS_NUMBER,
    Doubt.NEW_PARTY,
    Doubt.RELEASE_STAYS,
    Doubt.NO_EDITION,
    Doubt.UNUSUAL_UNIT,
    Doubt.UNKNOWN_COLUMN,
}
# A person can say what is meant: how numbers and days are written, or that it is to be imported all the same.
_HELD = {
    Doubt.EITHER_NUMBER,
    Doubt.EITHER_DAY,
    Doubt.CHANGED_MEANWHILE,
    Doubt.THERE_ALREADY,
    Doubt.TAKEN_BACK,
    Doubt.REPEATED,
}
# What a person's word alone settles.
SETTLED = frozenset({Doubt.CHANGED_MEANWHILE, Doubt.THERE_ALREADY, Doubt.TAKEN_BACK, Doubt.REPEATED})


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is to be said: of which column, what was found there and what was expected."""

    doubt: Doubt
    column: str = ""
    found: str = ""
    expected: str = ""

    @property
    def tier(self) -> Tier:
        """Tell what follows: the row is refused, held or marked."""
        return Tier.WARNING if self.doubt in _WARNINGS else Tier.ERROR if self.doubt in _HELD else Tier.CRITICAL
