from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from concerted.convening.agenda import Candidate, Source, Standing, draft, share, starts

LATE = Candidate(Source.OVERDUE, "commitment", 7, 1, 2, "coalition")
SOON = Candidate(Source.DUE, "commitment", 9, 1, 2, "coalition")
CALL = Candidate(Source.UNANSWERED, "call", 3, 1, None, "coalition")


def test_items_go_by_line_and_reason_and_fill_the_day() -> None:
    items = draft([SOON, LATE, CALL, replace(LATE, number=8)], [], 120)

    assert [(one.line, one.source, len(one.records)) for one in items] == [
        (None, Source.UNANSWERED, 1),
        (2, Source.OVERDUE, 2),
        (2, Source.DUE, 1),
    ]
    assert sum(one.minutes for one in items) == 120
    assert items[1].minutes > items[0].minutes


def test_what_different_people_may_know_stands_apart() -> None:
    items = draft([LATE, replace(LATE, number=8, audience="owner only")], [], 60)

    assert [(one.audience, [each.number for each in one.records]) for one in items] == [
        ("coalition", [7]),
        ("owner only", [8]),
    ]


def test_a_record_comes_once_for_a_reason() -> None:
    (item,) = draft([LATE, LATE], [], 60)

    assert item.records == (LATE,)


@pytest.mark.parametrize(("edition", "comes"), [(1, False), (2, True)])
def test_what_was_left_out_comes_again_only_when_it_changed(edition: int, comes: bool) -> None:
    out = Standing(4, Source.OVERDUE, 2, "coalition", 30, left_out=True, records=(("commitment", 7, 1),))

    items = draft([replace(LATE, edition=edition)], [out], 60)

    assert [one.into for one in items] == ([None] if comes else [])


def test_new_records_join_the_item_of_the_like_that_is_there() -> None:
    there = Standing(4, Source.OVERDUE, 2, "coalition", 30, left_out=False, records=(("commitment", 7, 1),))

    late, soon = draft([LATE, replace(LATE, number=8), SOON], [there], 60)

    assert (late.into, late.minutes, [one.number for one in late.records]) == (4, 0, [8])
    assert (soon.into, soon.minutes) == (None, 20)


def test_a_persons_own_item_on_a_record_answers_every_reason() -> None:
    own = Standing(4, None, None, "", 30, left_out=False, records=(("commitment", 7, 1),))

    assert draft([LATE, replace(LATE, source=Source.UNREPORTED)], [own], 60) == ()


@pytest.mark.parametrize(
    ("minutes", "weights", "shared"),
    [
        (60, [1, 1, 1], (20, 20, 20)),
        (60, [4, 1], (45, 15)),
        (62, [1], (60,)),
        (20, [1, 1, 1], (10, 5, 5)),
        (5, [1, 9], (5, 5)),
        (-30, [1], (5,)),
        (60, [], ()),
    ],
)
def test_minutes_are_shared_in_steps(minutes: int, weights: list[int], shared: tuple[int, ...]) -> None:
    assert share(minutes, weights) == shared


def test_items_start_one_after_the_other() -> None:
    assert starts(time(23, 30), [45, 15, 5]) == ((0, time(23, 30)), (0, time(0, 15)), (0, time(0, 30)))


def test_what_does_not_fit_into_a_day_starts_the_next_one() -> None:
    nine = time(9)
    assert starts(nine, [90, 40, 30], 2, 120) == ((0, nine), (1, nine), (1, time(9, 40)))
    # Nothing comes after the last day, and what is longer than a day starts one.
    assert starts(nine, [90, 40, 300, 10], 3, 120) == ((0, nine), (1, nine), (2, nine), (2, time(14)))


def test_no_item_gets_more_than_it_needs() -> None:
    assert share(960, [4, 3], [40, 30]) == (40, 30)
    assert share(100, [4, 1], [40, 90]) == (40, 60)
    assert share(60, [4, 1], [40, 90]) == (40, 20)
    assert share(100, [1, 1, 8], [20, 90, 30]) == (20, 50, 30)


@pytest.mark.parametrize(("there", "comes"), [(Source.UNCOVERED, Source.FUNDING), (Source.FUNDING, Source.UNCOVERED)])
def test_a_requirement_comes_once_by_itself_or_for_its_gap(there: Source, comes: Source) -> None:
    need = Candidate(comes, "requirement", 7, 1, 2, "coalition")
    known = Standing(4, there, 2, "coalition", 30, left_out=False, records=(("requirement", 7, 1),))

    assert draft([need], [known], 60) == ()
    assert [one.source for one in draft([replace(need, number=8)], [known], 60)] == [comes]
