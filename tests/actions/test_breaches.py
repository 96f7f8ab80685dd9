"""A series that met too late, or has not met at all, stays on record whatever comes later."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from concerted.actions import breaches, coalitions, meetings, review
from concerted.actions.meetings import Content
from concerted.register import queries
from concerted.register.models import Breach, Cadence, Finding, Meeting, Obligation, Reach, Release, Statement, User
from concerted.register.rows.clock import BreachRow
from concerted.terms.errors import NotAllowed
from tests.standing import AT, SLUG, Register

# The statement of 2 March leaves 100 days.
DUE = date(2021, 6, 10)
SERIES = "ministerial meeting"


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def note(register: Register, day: date) -> int:
    return breaches.note(coalition=SLUG, by=register.people.secretariat, at=on(day))


def kept(user: User | AnonymousUser) -> list[BreachRow]:
    page = queries.clock(user, SLUG, today=date(2021, 9, 1))
    return [row for one in page.series for row in one.breaches]


def plan(by: User, day: date) -> int:
    content = Content("Second ministerial meeting", day, series=SERIES)
    return meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)


def test_nothing_is_late_on_the_last_day(accepted: Register) -> None:
    assert note(accepted, DUE) == 0
    assert not Breach.objects.exists()


def test_a_breach_is_noted_once_with_its_passage(accepted: Register) -> None:
    late = DUE + timedelta(days=1)
    assert (note(accepted, late), note(accepted, late), note(accepted, late + timedelta(days=30))) == (1, 0, 0)
    (row,) = kept(accepted.people.reader)
    assert (row.series, row.counted_from, row.due, row.met_on, row.late) == (SERIES, date(2021, 3, 2), DUE, None, None)
    assert row.source is not None and row.source.quote == "no later than within 100 days"
    assert (row.noted_by, row.noted_at, row.reread_at) == ("secretary", on(late), None)
    history = queries.history(accepted.people.reader, SLUG, "breach", str(row.id))
    assert [entry.action for entry in history.entries] == ["breach.note"]


def test_the_meeting_that_ends_it_is_said(accepted: Register) -> None:
    by = accepted.people.secretariat
    note(accepted, DUE + timedelta(days=1))
    number = plan(by, DUE + timedelta(days=9))
    meetings.hold(meeting=number, by=by, at=on(DUE + timedelta(days=20)))
    (row,) = kept(by)
    assert row.met_by is not None
    assert (row.met_by.id, row.met_on, row.late) == (number, DUE + timedelta(days=9), 9)
    assert row.noted_at == on(DUE + timedelta(days=1))


def test_a_meeting_held_too_late_is_noted_at_once_with_the_one_before(accepted: Register) -> None:
    by = accepted.people.secretariat
    first = plan(by, DUE - timedelta(days=10))
    meetings.hold(meeting=first, by=by, at=on(DUE))
    assert not Breach.objects.exists()
    second = plan(by, DUE + timedelta(days=95))
    meetings.hold(meeting=second, by=by, at=on(DUE + timedelta(days=95)))
    (row,) = kept(by)
    assert row.after is not None and row.met_by is not None
    assert (row.after.id, row.met_by.id, row.counted_from, row.late) == (first, second, date(2021, 5, 31), 5)


def test_what_is_corrected_later_takes_nothing_back(accepted: Register) -> None:
    by, day = accepted.people.secretariat, DUE + timedelta(days=5)
    note(accepted, day)
    said = Finding.objects.get(fact="deadline", quote__endswith="100 days")
    review.undo(finding=said.pk, by=by, at=on(day))
    Cadence.objects.update(days=120)
    review.correct(finding=said.pk, changes={"days": 120}, by=by, at=on(day))
    assert Obligation.objects.get(finding=said).days == 120
    assert note(accepted, day) == 0
    (row,) = kept(by)
    assert (row.due, row.reread_at) == (DUE, on(day))
    assert note(accepted, DUE + timedelta(days=21)) == 1
    assert [(one.due, one.reread_at is None) for one in kept(by)] == [(DUE, False), (DUE + timedelta(days=20), True)]
    review.undo(finding=said.pk, by=by, at=on(day))
    assert [one.source for one in kept(by)] == [None, None]


def test_a_meeting_whose_day_is_put_right_leaves_the_breach_and_says_so(accepted: Register) -> None:
    by, late = accepted.people.secretariat, DUE + timedelta(days=9)
    number = plan(by, late)
    meetings.hold(meeting=number, by=by, at=on(late))
    meetings.hold(meeting=number, start=DUE, seen=2, by=by, at=on(late + timedelta(days=1)))
    (row,) = kept(by)
    assert (row.met_on, row.late, row.reread_at) == (late, 9, on(late + timedelta(days=1)))


def test_a_cadence_of_the_coalitions_own_is_followed_too(register: Register) -> None:
    assert note(register, DUE + timedelta(days=1)) == 1
    (row,) = kept(register.people.reader)
    assert (row.source, row.counted_from, row.due) == (None, date(2021, 3, 2), DUE)
    assert row.after is not None and row.after.name == "Ministerial meeting"


def test_who_does_not_see_the_rule_sees_no_breach(accepted: Register) -> None:
    coalitions.open_to_public(coalition=SLUG, by=accepted.people.secretariat, at=AT)
    note(accepted, DUE + timedelta(days=1))
    public = Release.objects.get(coalition=accepted.coalition, kind=Reach.PUBLIC)
    own = Release.objects.get(coalition=accepted.coalition, kind=Reach.OWNER)
    assert kept(accepted.people.reader) and not kept(AnonymousUser())
    Obligation.objects.update(release=public)
    Statement.objects.update(release=public)
    (row,) = kept(AnonymousUser())
    assert row.noted_by == ""
    Obligation.objects.update(release=own)
    assert not kept(accepted.people.reader) and kept(accepted.people.secretariat)


def test_who_does_not_see_the_meeting_that_ended_it_sees_no_breach(accepted: Register) -> None:
    by, late = accepted.people.secretariat, DUE + timedelta(days=9)
    number = plan(by, late)
    meetings.hold(meeting=number, by=by, at=on(late))
    Meeting.objects.filter(pk=number).update(
        release=Release.objects.get(coalition=accepted.coalition, kind=Reach.OWNER)
    )
    assert not kept(accepted.people.reader) and kept(by)


def test_others_note_nothing(accepted: Register) -> None:
    with pytest.raises(NotAllowed):
        breaches.note(coalition=SLUG, by=accepted.people.norway, at=on(DUE + timedelta(days=1)))
