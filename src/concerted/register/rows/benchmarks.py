"""A benchmark on its way from the baseline to the target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concerted.register.rows.references import CoalitionRef, PartyRef


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """What was measured over a period, who says so (``owner`` None: the coalition).

    Where there is a straight way, ``expected`` is its value on the last day, ``part`` how much of the way is done (1:
    all) and ``on_track`` whether that is enough.
    """

    id: int
    first: date
    last: date
    value: Decimal
    source: str
    owner: PartyRef | None
    expected: Decimal | None
    on_track: bool | None
    part: Decimal | None
    may_change: bool

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record: wherever it is shown, its owner learns to whom."""
        return (("measurement", self.id),)


@dataclass(frozen=True, slots=True)
class BenchmarkWay:
    """A benchmark and its measurements, the oldest first; ``expected`` is the straight way's value today."""

    coalition: CoalitionRef
    id: int
    title: str
    unit: str
    baseline: Decimal | None
    baseline_on: date | None
    target: Decimal | None
    target_on: date | None
    expected: Decimal | None
    rows: tuple[MeasurementRow, ...]
    may_measure: bool


@dataclass(frozen=True, slots=True)
class WatchedRow:
    """A benchmark with the last ``value`` that was measured, up to the day ``on`` (None: nothing was).

    ``source`` is what the value rests on, else the benchmark. ``owner`` says whose own the benchmark is (None: the
    coalition's).
    """

    id: int
    title: str
    unit: str
    value: Decimal | None
    on: date | None
    source: str
    target: Decimal | None
    target_on: date | None
    owner: PartyRef | None


@dataclass(frozen=True, slots=True)
class Watched:
    """The benchmarks of a line: the first ``rows``, of so many (``count``)."""

    rows: tuple[WatchedRow, ...]
    count: int
