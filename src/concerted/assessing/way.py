"""The way of a figure from its baseline to its target, as a straight line over days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Way:
    """From a value on a day to another value by a later day; it may go down as well as up."""

    baseline: Decimal
    baseline_on: date
    target: Decimal
    target_on: date

    def expected(self, day: date) -> Decimal:
        """Give the value that a day would have on the straight way, in thousandths; before and after it, its ends."""
        length = (self.target_on - self.baseline_on).days
        gone = min(max((day - self.baseline_on).days, 0), length)
        part = Decimal(gone) / length if length else Decimal(1)
        return (self.baseline + (self.target - self.baseline) * part).quantize(_THOUSANDTH, ROUND_HALF_EVEN)

    def part(self, value: Decimal) -> Decimal | None:
        """Give the part of the way that a value has gone: 0 at the baseline, 1 at the target; None for no way at all.

        It is below 0 for a value that went the other way.
        """
        whole = self.target - self.baseline
        return (value - self.baseline) / whole if whole else None

    def is_on_track(self, value: Decimal, day: date) -> bool:
        """Tell whether a value on a day is at least as far as the straight way is."""
        expected = self.expected(day)
        return value >= expected if self.target >= self.baseline else value <= expected
