"""The drawn table: a place for each delegation, none on its head, everything within the picture."""

from __future__ import annotations

from math import hypot

from concerted.register.rows.seating import SeatRow
from concerted.web.seating_picture import draw


def seats(*plates: str) -> tuple[SeatRow, ...]:
    return tuple(SeatRow(place, plate, None, place == 1, ()) for place, plate in enumerate(plates, 1))


def test_places_go_round_with_the_clock_from_the_head() -> None:
    table = draw(seats("Harbour", "Island", "Lake", "Mountain"))
    assert table is not None
    assert [(round(one.x), round(one.y)) for one in table.plates] == [(0, -90), (90, 0), (0, 90), (-90, 0)]
    assert [one.is_chair for one in table.plates] == [True, False, False, False]
    assert [one.anchor for one in table.plates] == ["start", "start", "start", "end"]


def test_sixty_places_lie_apart_and_every_name_is_in_the_picture() -> None:
    table = draw(seats(*(f"The delegation of place {number}, which has a long name" for number in range(60))))
    assert table is not None
    first, second = table.plates[:2]
    assert hypot(first.x - second.x, first.y - second.y) > 23  # the diameter of a place
    assert all(-90 <= one.turn <= 90 or 270 <= one.turn <= 450 for one in table.plates)
    assert all(len(one.name) <= 30 and one.name.endswith("…") for one in table.plates)
    left, top, width, height = map(float, table.box.split())
    assert all(left < one.name_x < left + width and top < one.name_y < top + height for one in table.plates)


def test_no_delegation_no_table() -> None:
    assert draw(()) is None
    alone = draw(seats("Harbour"))
    assert alone is not None and len(alone.plates) == 1
