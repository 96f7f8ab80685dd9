"""COMPARE: what became of what one statement promises in a later one."""

from concerted.reading.comparison.compare import compare, opening, wording
from concerted.reading.comparison.order import Order, in_order
from concerted.reading.comparison.rows import Carried, Comparison, Fate, InstrumentRow, Pair, Reason, Run, Sign

__all__ = [
    "Carried",
    "Comparison",
    "Fate",
    "InstrumentRow",
    "Order",
    "Pair",
    "Reason",
    "Run",
    "Sign",
    "compare",
    "in_order",
    "opening",
    "wording",
]
