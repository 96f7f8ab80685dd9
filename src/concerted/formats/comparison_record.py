"""A comparison of two statements as JSON."""

from __future__ import annotations

import json
from typing import Any

from concerted.formats.record import written
from concerted.reading.comparison import Comparison, Order, Pair
from concerted.reading.facts import Act, Reading

SCHEMA = "concerted-comparison-1"
Record = dict[str, Any]


def comparison_record(comparison: Comparison, order: Order) -> Record:
    """Write a comparison as plain objects: acts with their words and places instead of numbers.

    ``order`` says whether the statements were turned round to put the earlier one first.
    """
    return {
        "schema": SCHEMA,
        "earlier": _statement(comparison.earlier),
        "later": _statement(comparison.later),
        "order": order.value,
        "kind": comparison.kind.value,
        "counts": {fate.value: count for fate, count in comparison.counts.items()},
        "pairs": [_pair(comparison, pair) for pair in comparison.pairs],
        "lines": [written(row) for row in comparison.lines],
        "instruments": [written(row) for row in comparison.instruments],
        "participants": [written(row) for row in comparison.participants],
    }


def dumps(comparison: Comparison, order: Order) -> str:
    """Write a comparison as the text of a file, ended by a line break."""
    return json.dumps(comparison_record(comparison, order), ensure_ascii=False, indent=1) + "\n"


def _statement(reading: Reading) -> Record:
    whole = written(reading.statement)
    return {key: whole[key] for key in ("title", "kind", "issued_on", "given_date", "window", "source", "sha256")}


def _pair(comparison: Comparison, pair: Pair) -> Record:
    later = comparison.later_acts
    return written(pair) | {
        "marks": [mark.value for mark in pair.marks],
        "earlier": None if pair.earlier is None else _act(comparison.earlier_acts[pair.earlier]),
        "later": None if pair.later is None else _act(later[pair.later]),
        "also": [_act(later[number]) for number in pair.also],
        "candidates": [_act(later[number]) for number in pair.candidates],
    }


def _act(act: Act) -> Record:
    whole = written(act)
    return {key: whole[key] for key in ("text", "passage", "verb", "actors", "lines", "due")}
