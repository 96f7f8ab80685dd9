"""Two statements of a coalition beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concerted.reading.comparison import Comparison, Order
from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef, StatementRef


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """What became of the commitments of the earlier statement in the later one, as people have decided so far.

    Rejected findings are left out, corrected ones count as corrected. ``parties`` names the
    participants by their codes, ``lines`` the coalition's lines that an act compared is about.
    """

    coalition: CoalitionRef
    earlier: StatementRef
    later: StatementRef
    languages: tuple[str, str]
    order: Order
    comparison: Comparison
    parties: Mapping[str, PartyRef]
    lines: tuple[LineRef, ...]


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """The statements that one can be compared with, the latest first; ``before`` is the one made before it.

    For the first of all ``before`` is the one made after it; None where there is no other.
    """

    coalition: CoalitionRef
    statement: StatementRef
    others: tuple[StatementRef, ...]
    before: StatementRef | None
