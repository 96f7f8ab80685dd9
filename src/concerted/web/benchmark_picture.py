"""A benchmark's way as a picture: the straight line from baseline to target, and what was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

WIDTH, HEIGHT = 720, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 24, 20, 40
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a day. ``css`` names its look: baseline, target, measured or behind."""

    day: date
    value: Decimal
    css: str


@dataclass(frozen=True, slots=True)
class PlacedDot:
    """A dot with its place in user units."""

    dot: Dot
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a template needs to write the SVG; all numbers in user units.

    ``way`` is the straight line from baseline to target as two points; from the second on the target holds, up to
    ``beyond`` across (None: nothing was measured later). ``measured`` is the line through what was measured as
    an SVG path; ``values`` and ``years`` are the ticks of the axes with their places.
    """

    width: int
    height: int
    start: float
    end: float
    floor: float
    dots: tuple[PlacedDot, ...]
    way: tuple[PlacedDot, ...]
    beyond: float | None
    measured: str
    values: tuple[tuple[Decimal, float], ...]
    years: tuple[tuple[int, float], ...]
    today: float | None


def draw(dots: Sequence[Dot], today: date, *, leftward: bool = False) -> Picture | None:
    """Place values by day; None where fewer than two are there. With ``leftward`` time runs from right to left."""
    if len(dots) < 2:
        return None
    ticks = list(_ticks(min(one.value for one in dots), max(one.value for one in dots)))
    low, high = ticks[0], ticks[-1]
    first, last = min(one.day for one in dots), max(one.day for one in dots)
    days = max((last - first).days, 1)
    start, end = (WIDTH - _LEFT, _RIGHT) if leftward else (_LEFT, WIDTH - _RIGHT)
    floor = HEIGHT - _BOTTOM

    def across(day: date) -> float:
        return round(start + (end - start) * (day - first).days / days, 1)

    def up(value: Decimal) -> float:
        return round(float(floor - (floor - _TOP) * (value - low) / (high - low)), 1)

    placed = tuple(PlacedDot(one, across(one.day), up(one.value)) for one in sorted(dots, key=lambda dot: dot.day))
    way = tuple(one for one in placed if one.dot.css in ("baseline", "target"))
    through = [one for one in placed if one.dot.css not in ("baseline", "target")]
    years = tuple((year, across(date(year, 1, 1))) for year in _years(first, last))
    return Picture(
        width=WIDTH,
        height=HEIGHT,
        start=start,
        end=end,
        floor=floor,
        dots=placed,
        way=way if len(way) == 2 else (),
        beyond=across(last) if len(way) == 2 and way[1].dot.day < last else None,
        measured="M" + "L".join(f"{one.x:g} {one.y:g}" for one in through) if len(through) > 1 else "",
        values=tuple((one, up(one)) for one in ticks),
        years=years,
        today=across(today) if first <= today <= last else None,
    )


def _years(first: date, last: date) -> list[int]:
    """List the years that begin within the picture, at most a dozen of them."""
    every = [year for year in range(first.year, last.year + 1) if first <= date(year, 1, 1) <= last]
    return every[:: max(1, -(-len(every) // 12))]


def _ticks(low: Decimal, high: Decimal) -> Iterator[Decimal]:
    """Give round values from at most the lowest to at least the highest, two or more."""
    if low == high:
        high = low + max(abs(low), Decimal(1))
    rough = (high - low) / _TICKS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    tick = (low / step).to_integral_value("ROUND_FLOOR") * step
    while tick < high:
        yield tick
        tick += step
    yield tick
