"""What an announced meeting would do, beside those that are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from concerted.convening.announcements import Announcement, Difference, Known, Verdict, compare, place_and_room

SAID = Announcement("a@host", 1, "Talks on gauges", date(2026, 5, 4), where="Hall 2, Lyon")
KNOWN = Known(
    7, 3, "a@host", 1, "planned", "Talks on gauges", date(2026, 5, 4), None, "", None, None, "Lyon", "Hall 2", line=2
)


def verdict(said: Announcement, *known: Known) -> Verdict:
    (found,) = compare([said], known)
    return found.verdict


def test_what_is_known_by_its_uid_is_compared_field_by_field() -> None:
    assert verdict(SAID, KNOWN) == Verdict.SAME
    moved = replace(SAID, start=date(2026, 5, 5), zone="Europe/Paris", opens=time(9), where="Lyon", sequence=2)
    (found,) = compare([moved], [KNOWN])
    assert (found.verdict, found.meeting, found.edition) == (Verdict.CHANGED, 7, 3)
    assert found.differences == (
        Difference("start", date(2026, 5, 4), date(2026, 5, 5)),
        Difference("zone", "", "Europe/Paris"),
        Difference("opens", None, time(9)),
        Difference("place", "Hall 2, Lyon", "Lyon"),
    )


def test_what_has_nothing_to_do_is_told_apart() -> None:
    gone = replace(SAID, cancelled=True)
    assert verdict(gone, KNOWN) == Verdict.CANCELLED
    assert verdict(gone) == Verdict.UNKNOWN
    assert verdict(gone, replace(KNOWN, status="cancelled")) == Verdict.SAME
    assert verdict(gone, replace(KNOWN, status="held")) == Verdict.OVER
    assert verdict(replace(SAID, name="Other"), replace(KNOWN, status="cancelled")) == Verdict.OVER
    assert verdict(replace(SAID, sequence=0, name="Other"), KNOWN) == Verdict.OLDER


def test_a_meeting_of_no_calendar_yet_is_found_where_it_is_surely_the_same() -> None:
    free = replace(KNOWN, uid="", sequence=0)
    (found,) = compare([SAID], [free])
    # There is nothing to change but that the calendar is followed from now on.
    assert (found.verdict, found.meeting, found.differences) == (Verdict.CHANGED, 7, ())
    (other,) = compare([replace(SAID, name="Quite another")], [free, replace(free, number=8, start=None)])
    assert (other.verdict, other.beside) == (Verdict.NEW, (free,))
    assert verdict(SAID, free, replace(free, number=8)) == Verdict.NEW
    assert verdict(SAID, replace(free, status="cancelled")) == Verdict.NEW
    # What it does not name is not cancelled.
    assert verdict(replace(SAID, cancelled=True), free) == Verdict.UNKNOWN
    # One known meeting is not two announced ones.
    first, second = compare([SAID, replace(SAID, uid="b@host")], [free])
    assert (first.meeting, second.verdict) == (7, Verdict.NEW)


def test_a_room_is_what_stands_before_a_known_place() -> None:
    assert place_and_room(SAID, KNOWN) == ("Lyon", "Hall 2")
    assert place_and_room(replace(SAID, where="Hall 9, Lyon"), KNOWN) == ("Lyon", "Hall 9")
    assert place_and_room(replace(SAID, where="Oslo"), KNOWN) == ("Oslo", "")
    assert place_and_room(SAID, None) == ("Hall 2, Lyon", "")
