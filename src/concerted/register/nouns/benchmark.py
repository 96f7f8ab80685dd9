"""What a benchmark says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concerted.register.models import Benchmark
from concerted.register.nouns.noun import Column, Form, Noun


@dataclass(frozen=True, slots=True)
class Content:
    """What a benchmark says; see the model. ``line`` is the number of a line of effort, ``party`` a partner's code.

    ``party`` "" stands for no single partner or, in a partner's own, for itself.
    """

    title: str
    unit: str
    source: str
    indicator: str = ""
    line: int | None = None
    baseline: Decimal | None = None
    baseline_on: date | None = None
    target: Decimal | None = None
    target_on: date | None = None
    party: str = ""


def written(one: Benchmark) -> Content:
    """Give what a benchmark says, from its row."""
    return Content(
        title=one.title,
        unit=one.unit,
        source=one.source,
        indicator=one.indicator,
        line=one.line.number if one.line else None,
        baseline=one.baseline,
        baseline_on=one.baseline_on,
        target=one.target,
        target_on=one.target_on,
        party=one.party.code if one.party else "",
    )


BENCHMARK = Noun(
    name="benchmark",
    plural="benchmarks",
    model=Benchmark,
    content=Content,
    columns=(
        Column("party", Form.PARTY, "the partner that it is about"),
        Column("line", Form.LINE, "the line of effort that it is watched for"),
        Column("title", Form.WORDS, "what it is called", required=True, longest=300),
        Column("indicator", Form.TEXT, "what is counted, and how", longest=2000),
        Column("unit", Form.UNIT, "what the figures count", required=True, longest=60),
        Column("baseline", Form.NUMBER, "the figure at the beginning", places=3, signed=True),
        Column("baseline_on", Form.DAY, "the day of the baseline"),
        Column("target", Form.NUMBER, "the figure to be reached", places=3, signed=True),
        Column("target_on", Form.DAY, "the day by which it is to be reached"),
        Column("source", Form.WORDS, "what baseline and target rest on", required=True, longest=1000),
    ),
    written=written,
    related=("party", "line"),
)
