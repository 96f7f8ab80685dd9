"""The table at which delegations sit, drawn: the first place at the head, the others round it with the clock."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, radians, sin

from concerted.register.rows.seating import SeatRow

# Between two places along the edge; what a letter takes; how far out the names begin. Units of the drawing.
_APART = 27.0
_LETTER = 7.2
_OUT = 24.0
_LEAST = 90.0
_MARGIN = 14.0
_LONGEST = 30  # letters of a name: the list beside the picture has all of them


@dataclass(frozen=True, slots=True)
class Plate:
    """A place at the table and the name outside of it, turned by ``turn`` degrees about its own beginning or end."""

    place: int
    x: float
    y: float
    name: str
    name_x: float
    name_y: float
    turn: float
    anchor: str
    is_chair: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A round table of ``radius`` about (0, 0)."""

    radius: float
    plates: tuple[Plate, ...]

    @property
    def box(self) -> str:
        """Give the part of the plane that the drawing fills: each name goes on outward from where it begins."""
        ends = [
            (one.name_x * reach, one.name_y * reach)
            for one in self.plates
            for reach in (1 + len(one.name) * _LETTER / hypot(one.name_x, one.name_y),)
        ]
        around = self.radius + 2 * _OUT
        ends += [(around, around), (-around, -around)]
        left, top = (min(ways) - _MARGIN for ways in zip(*ends, strict=True))
        right, bottom = (max(ways) + _MARGIN for ways in zip(*ends, strict=True))
        return f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"


def draw(seats: tuple[SeatRow, ...]) -> Table | None:
    """Draw a table with a place for each delegation; None without any."""
    if not seats:
        return None
    around = max(_LEAST, len(seats) * _APART / (2 * pi))
    names = [one.plate if len(one.plate) <= _LONGEST else f"{one.plate[: _LONGEST - 1].rstrip()}…" for one in seats]
    plates = tuple(
        _plate(one, name, around, at * 360 / len(seats) - 90)
        for at, (one, name) in enumerate(zip(seats, names, strict=True))
    )
    return Table(around - _OUT, plates)


def _plate(seat: SeatRow, name: str, around: float, angle: float) -> Plate:
    """Set a plate at an angle, 0 to the right and 90 down; on the left names turn so that none stands on its head."""
    across, down = cos(radians(angle)), sin(radians(angle))
    left = 90 < angle % 360 < 270
    return Plate(
        place=seat.place,
        x=around * across,
        y=around * down,
        name=name,
        name_x=(around + _OUT) * across,
        name_y=(around + _OUT) * down,
        turn=angle + 180 if left else angle,
        anchor="end" if left else "start",
        is_chair=seat.is_chair,
    )
