from __future__ import annotations

from datetime import date

from concerted.web.timeline import MARGIN, WIDTH, Bar, Point, draw

TODAY = date(2015, 3, 1)
POINTS = [
    Point(date(2014, 12, 3), "Statement of the first plenary", "statement"),
    Point(date(2014, 12, 4), "A meeting on the day after", "meeting"),
    Point(date(2015, 6, 1), "Next plenary due", "deadline"),
]
BARS = [Bar(date(2014, 12, 3), date(2015, 6, 1), "180 days")]


def test_nothing_to_show_is_no_picture() -> None:
    assert draw([], [], TODAY) is None


def test_time_runs_along_the_axis_and_labels_do_not_collide() -> None:
    drawing = draw(POINTS, BARS, TODAY)
    assert drawing is not None
    assert [p.x for p in drawing.points] == sorted(p.x for p in drawing.points)
    assert len({p.y for p in drawing.points[:2]}) == 2
    assert all(MARGIN <= p.x <= WIDTH - MARGIN for p in drawing.points)
    assert drawing.today is not None


def test_arabic_time_runs_leftward() -> None:
    ahead, back = draw(POINTS, BARS, TODAY), draw(POINTS, BARS, TODAY, leftward=True)
    assert ahead is not None
    assert back is not None
    assert [round(WIDTH - p.x, 1) for p in back.points] == [p.x for p in ahead.points]
    assert back.bars[0].width == ahead.bars[0].width


def test_today_outside_the_years_is_not_drawn() -> None:
    drawing = draw(POINTS, [], date(2026, 1, 1))
    assert drawing is not None
    assert drawing.today is None
