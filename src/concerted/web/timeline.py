"""The time between two days as a picture: points on an axis, spans as bars, labels that never collide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 1200
MARGIN = 24
_LANE = 22
_WORDS = 60  # room for "180 days" under a bar
_LETTER = 6.6  # mean advance of a 13 px letter; a little too wide is safe


@dataclass(frozen=True, slots=True)
class Point:
    """Something on one day. ``css`` names its look: statement, meeting or deadline."""

    day: date
    label: str
    css: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A span of days that belongs together; ``late`` when it ran out without being met."""

    first: date
    last: date
    label: str
    late: bool = False

    @property
    def days(self) -> int:
        """Count the days from the first to the last."""
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class Placed:
    """A point with its place in user units; ``lane`` counts labels upward from the axis."""

    point: Point
    x: float
    y: float
    text_x: float


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar with its place in user units."""

    bar: Bar
    x: float
    width: float
    y: float

    @property
    def middle(self) -> float | None:
        """Give where the bar's length is written; None where it is too short to write under."""
        return round(self.x + self.width / 2, 1) if self.width >= _WORDS else None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a template needs to write the SVG; all numbers in user units, ``WIDTH`` wide."""

    width: int
    height: float
    axis: float
    points: tuple[Placed, ...]
    bars: tuple[PlacedBar, ...]
    years: tuple[tuple[int, float], ...]
    today: float | None


def draw(points: Sequence[Point], bars: Sequence[Bar], today: date, *, leftward: bool = False) -> Drawing | None:
    """Place points and bars on one axis; None where there is nothing to show.

    With ``leftward`` time runs from right to left, as Arabic readers expect it.
    """
    days = [p.day for p in points] + [d for b in bars for d in (b.first, b.last)]
    if not days:
        return None
    first = date(min(days).year, 1, 1)
    last = date(max(days).year + 1, 1, 1)
    length = (last - first).days
    room = WIDTH - 2 * MARGIN

    def place(when: date) -> float:
        along = MARGIN + room * (when - first).days / length
        return round(WIDTH - along if leftward else along, 1)

    lanes: list[float] = []
    laid: list[tuple[Point, float, int]] = []
    for point in sorted(points, key=lambda p: (p.day, p.label)):
        x = place(point.day)
        along = WIDTH - x if leftward else x
        width = len(point.label) * _LETTER + 22
        start = along if along + width <= WIDTH else along - width
        lane = next((i for i, taken in enumerate(lanes) if taken <= start), len(lanes))
        if lane == len(lanes):
            lanes.append(0.0)
        lanes[lane] = start + width
        text_x = round(WIDTH - start - 11 if leftward else start + 11, 1)
        laid.append((point, text_x, lane))
    axis = _LANE * (len(lanes) + 1)
    placed = tuple(Placed(point, place(point.day), axis - _LANE * (lane + 1), text_x) for point, text_x, lane in laid)
    bar_rows: list[PlacedBar] = []
    for row, bar in enumerate(sorted(bars, key=lambda b: b.first)):
        a, b = place(bar.first), place(bar.last)
        bar_rows.append(PlacedBar(bar, min(a, b), max(round(abs(b - a), 1), 2.0), axis + 10 + 10 * (row % 2)))
    years = tuple((year, place(date(year, 1, 1))) for year in range(first.year, last.year))
    now = place(today) if first <= today <= last else None
    return Drawing(WIDTH, axis + 66, axis, placed, tuple(bar_rows), years, now)
