"""The paragraphs of a drafted statement: their order, numbers and sections."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.convening.draft_statement import TOGETHER, Clause, Section, arrange


@dataclass(frozen=True)
class Point:
    clause: Clause
    line: int | None
    name: str


def test_it_opens_with_who_met_goes_line_by_line_and_closes_with_the_next_meeting() -> None:
    points = [
        Point(Clause.NEXT, None, "again"),
        Point(Clause.REAFFIRMED, 2, "b"),
        Point(Clause.REAFFIRMED, 2, "a"),
        Point(Clause.RESERVED, 2, "apart"),
        Point(Clause.DECIDED, 1, "decided"),
        Point(Clause.FULFILLED, 2, "done"),
        Point(Clause.CALLED, None, "called"),
        Point(Clause.MET, None, "met"),
    ]
    found = arrange(points)
    assert [one.number for one in found] == list(range(1, 9))
    assert [(one.section, one.line, one.clause, [each.name for each in one.points]) for one in found] == [
        (Section.OPENING, None, Clause.MET, ["met"]),
        (Section.GENERAL, None, Clause.CALLED, ["called"]),
        (Section.LINE, 1, Clause.DECIDED, ["decided"]),
        (Section.LINE, 2, Clause.FULFILLED, ["done"]),
        (Section.LINE, 2, Clause.REAFFIRMED, ["b"]),
        (Section.LINE, 2, Clause.REAFFIRMED, ["a"]),
        (Section.CLOSING, None, Clause.NEXT, ["again"]),
        (Section.CLOSING, None, Clause.RESERVED, ["apart"]),
    ]
    assert [one.is_last for one in found] == [True] * 4 + [False] + [True] * 3


def test_nothing_is_lost_and_nothing_is_there_twice() -> None:
    for size in (1, 7, 30, 200):
        # Steps that share no factor with the lists pass every pair.
        points = [Point(list(Clause)[at * 5 % len(Clause)], (None, 1, 2, 3)[at * 3 % 4], str(at)) for at in range(size)]
        found = arrange(points)
        assert sorted(each.name for one in found for each in one.points) == sorted(one.name for one in points)
        assert [one.number for one in found] == list(range(1, len(found) + 1))
        keys = [(one.section, one.line, one.clause) for one in found]
        together = [key for key in keys if key[2] in TOGETHER]
        assert len(set(together)) == len(together)
        assert all(len(one.points) == 1 or one.clause in TOGETHER for one in found)
        assert sum(one.is_last for one in found) == len(set(keys))
    assert arrange([]) == ()
