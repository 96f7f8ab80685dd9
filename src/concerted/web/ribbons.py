"""What became of the promises as a picture: a band for each fate, from the earlier statement to the later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concerted.reading.comparison import Fate

WIDTH = 480
_BAR = 12
_UNIT, _LEAST = 9.0, 24.0  # user units for one promise, and for a band so that its label fits
_ENOUGH = 300.0  # for all promises together: with many, each takes less
_GAP, _SPACE, _BASELINE = 6, 10, 5
_STUB = 140  # how far a band reaches that does not cross

# The best news first; what is gone, then what is new, at the end.
_ORDER = (Fate.STRENGTHENED, Fate.RENEWED, Fate.NARROWED, Fate.WEAKENED, Fate.UNCLEAR, Fate.DROPPED, Fate.NEW)


@dataclass(frozen=True, slots=True)
class Band:
    """A band of one fate; ``text_x`` and ``text_y`` say where its label begins, ``anchor`` how it is set."""

    fate: Fate
    count: int
    path: str
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One of the two statements, as an upright bar."""

    x: float
    height: float


@dataclass(frozen=True, slots=True)
class Ribbons:
    """The picture in user units."""

    height: float
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]
    width: float = WIDTH


def draw(counts: Mapping[Fate, int], *, leftward: bool = False) -> Ribbons | None:
    """Place a band for every fate; None where there is nothing to show.

    With ``leftward`` the earlier statement stands on the right, as Arabic readers expect it.
    """
    present = [fate for fate in _ORDER if counts.get(fate)]
    if not present:
        return None

    def across(x: float) -> float:
        return WIDTH - x if leftward else x

    unit = min(_UNIT, _ENOUGH / sum(counts.values()))
    filled = {True: 0.0, False: 0.0}  # how far down the earlier and the later statement's bands reach
    bands = []
    for fate in present:
        thick = round(max(_LEAST, unit * counts[fate]), 1)
        earlier, later = fate is not Fate.NEW, fate is not Fate.DROPPED
        near = across(_BAR if earlier else WIDTH - _BAR - _STUB)
        far = across(WIDTH - _BAR if later else _BAR + _STUB)
        top, bottom = filled[earlier], filled[not later]
        middle = (near + far) / 2
        path = (
            f"M{near:g} {top:g}C{middle:g} {top:g} {middle:g} {bottom:g} {far:g} {bottom:g}v{thick:g}"
            f"C{middle:g} {bottom + thick:g} {middle:g} {top + thick:g} {near:g} {top + thick:g}z"
        )
        label = across(_BAR + _SPACE if earlier else WIDTH - _BAR - _SPACE)
        bands.append(Band(fate, counts[fate], path, label, top + thick / 2 + _BASELINE, "start" if earlier else "end"))
        for side, there in ((True, earlier), (False, later)):
            filled[side] += thick + _GAP if there else 0.0
    bars = tuple(
        Bar(min(across(x), across(x + _BAR)), filled[side] - _GAP)
        for side, x in ((True, 0.0), (False, WIDTH - _BAR))
        if filled[side]
    )
    return Ribbons(max(filled.values()) - _GAP, tuple(bands), bars)
