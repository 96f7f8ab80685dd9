"""What is asked in money, and what of it is missing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from concerted.register.rows.references import LineRef


@dataclass(frozen=True, slots=True)
class FundingGapRow:
    """What the requirements of a line (None: of no line) that stand ask in a currency (ISO 4217), and what is there.

    ``pledged`` is what partners have bound themselves to, from pledged to under way, ``delivered`` what is there;
    offers count as nothing. ``missing`` is the rest of what is ``asked``, never less than nothing.
    ``requirements`` are the numbers of those that ask. All of it as far as the person sees it.
    """

    line: LineRef | None
    currency: str
    asked: Decimal
    pledged: Decimal
    delivered: Decimal
    missing: Decimal
    requirements: tuple[int, ...]
