"""What a measurement says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concerted.register.models import Measurement
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a measurement says; see the model. ``benchmark`` is the number of one, ``value`` in its unit."""

    benchmark: int
    first: date
    last: date
    value: Decimal
    source: str


def written(one: Measurement) -> Content:
    """Give what a measurement says, from its row."""
    return Content(benchmark=one.benchmark_id, first=one.first, last=one.last, value=one.value, source=one.source)


MEASUREMENT = Noun(
    name="measurement",
    plural="measurements",
    model=Measurement,
    content=Content,
    columns=(
        Column("benchmark", Form.RECORD, "the benchmark that is measured", required=True, noun="benchmark"),
        Column("first", Form.DAY, "the first day of the period", required=True),
        Column("last", Form.DAY, "the last day of the period", required=True),
        Column("value", Form.NUMBER, "the figure, in the benchmark’s unit", required=True, places=3, signed=True),
        Column("source", Form.WORDS, "who measured it, and where that stands", required=True, longest=1000),
    ),
    written=written,
)
