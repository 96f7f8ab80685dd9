"""When a sum gives a contributor away: too few contributors, or one that the others can work out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Reason(Enum):
    """Why a figure is not published."""

    FEW = "few"  # too few contributors with a withheld part
    DOMINANT = "dominant"  # one contributor's part could be estimated too closely by another
    CHANGE = "change"  # beside an earlier publication it would give away a change
    PROTECTS = "protects"  # others could be worked out from it


@dataclass(frozen=True, slots=True)
class Rules:
    """How much protection a contributor gets.

    ``contributors`` is the least number with a withheld part (minimum frequency rule). ``percent``: no
    other contributor may estimate a part more closely (p% rule). ``step`` is the smallest difference that
    counts, 1 in a table of counts. ``effort`` limits how often the choice is improved; it is counted in
    rounds, not seconds, so that the same table always gives the same answer.

    Source: Handbook on Statistical Disclosure Control (ESSNet SDC for Eurostat), chapter on magnitude
    tables, sensitivity rules.
    """

    contributors: int = 3
    percent: Decimal = Decimal(10)
    step: Decimal = Decimal(0)
    effort: int = 8

    def __post_init__(self) -> None:
        if self.percent <= 0 or self.contributors < 1 or self.step < 0:
            raise ValueError("a protection of nothing protects nothing: percent must be above 0")

    def distance(self, amount: Decimal) -> Decimal:
        """Give how far from the true amount an estimate must stay."""
        return max(abs(amount) * self.percent / 100, self.step)

    def reason(self, withheld: Mapping[str, Sequence[Decimal]]) -> Reason | None:
        """Tell why a sum of these withheld parts must not be published by itself, None where it may.

        ``withheld`` gives each contributor's parts. Corrections below zero count by their size. The p% rule
        in full: a contributor is safe if the others, without the largest of them, who knows its own part,
        come at least to the distance.
        """
        if not withheld:
            return None
        if len(withheld) < self.contributors:
            return Reason.FEW
        sizes = {one: sum(map(abs, amounts)) for one, amounts in withheld.items()}
        total = sum(sizes.values())
        for one, amounts in withheld.items():
            largest = max((size for other, size in sizes.items() if other != one), default=Decimal(0))
            if total - sizes[one] - largest < sum(map(self.distance, amounts)):
                return Reason.DOMINANT
        return None
