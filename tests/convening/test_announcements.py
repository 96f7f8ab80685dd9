"""What an announced meeting would do, beside those that are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from concerted.convening.announcements import (
    Announcement,
    Difference,
    Known,
    Series,
    Verdict,
    compare,
    occurrence,
    place_and_room,
)

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


def test_what_a_series_has_no_more_is_cancelled_if_it_is_still_to_come() -> None:
    first, second, third = (replace(SAID, uid=occurrence("a@host", f"2026050{day}")) for day in (4, 5, 6))
    known = [
        replace(KNOWN, uid=first.uid, number=1),
        replace(KNOWN, uid=second.uid, number=2, start=date(2026, 5, 5)),
        replace(KNOWN, uid=third.uid, number=3, start=date(2026, 5, 6), status="held"),
        # Of the past, of another entry, of another whose UID only begins like this one's, and of none.
        replace(KNOWN, uid=occurrence("a@host", "20260503"), number=4, start=date(2026, 5, 3)),
        replace(KNOWN, uid=occurrence("b@host", "20260505"), number=5, start=date(2026, 5, 5)),
        replace(KNOWN, uid="a@host.example", number=6),
        replace(KNOWN, uid="", number=7, start=date(2026, 5, 5)),
        replace(KNOWN, uid=occurrence("a@host", "20280505"), number=8, start=date(2028, 5, 5)),
    ]
    whole = Series("a@host", 1, frozenset({first.uid}), date(2026, 5, 4), date(2028, 5, 4))
    same, gone = compare([first], known, [whole])
    assert (same.meeting, same.verdict) == (1, Verdict.SAME)
    assert (gone.meeting, gone.verdict, gone.announcement.reason) == (2, Verdict.CANCELLED, "EXDATE:20260505")
    older = [one.verdict for one in compare([], known, [replace(whole, sequence=0)])]
    assert older == [Verdict.OLDER]
    assert len(list(compare([first], known))) == 1
    assert [one.meeting for one in compare([first], known, [replace(whole, until=None)])] == [1, 2, 8]


def test_a_meeting_that_comes_to_repeat_is_the_one_of_its_day() -> None:
    days = (SAID.start, date(2026, 5, 11))
    said = [replace(SAID, uid=occurrence("a@host", f"{day:%Y%m%d}"), start=day) for day in days]
    whole = Series("a@host", 1, frozenset(one.uid for one in said), date(2026, 5, 1))
    first, second = compare(said, [KNOWN], [whole])
    assert (first.meeting, first.verdict, second.meeting, second.verdict) == (7, Verdict.SAME, None, Verdict.NEW)
    # On none of its days it is not there any more.
    moved = replace(KNOWN, start=date(2026, 5, 8))
    assert [one.verdict for one in compare(said, [moved], [whole])] == [Verdict.NEW, Verdict.NEW, Verdict.CANCELLED]


def test_a_room_is_what_stands_before_a_known_place() -> None:
    assert place_and_room(SAID, KNOWN) == ("Lyon", "Hall 2")
    assert place_and_room(replace(SAID, where="Hall 9, Lyon"), KNOWN) == ("Lyon", "Hall 9")
    assert place_and_room(replace(SAID, where="Oslo"), KNOWN) == ("Oslo", "")
    assert place_and_room(SAID, None) == ("Hall 2, Lyon", "")
