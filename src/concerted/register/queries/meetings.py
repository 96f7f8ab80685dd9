"""Meetings: their list, and one with the obligations that it satisfies and what is open when it meets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from concerted.convening.announcements import Announcement, Proposal, Series, compare
from concerted.convening.sittings import Sitting, comes, zones
from concerted.register.access import Permission
from concerted.register.announced import known
from concerted.register.merged import absent
from concerted.register.models import Cadence, LineOfEffort, Meeting, User
from concerted.register.models.scope import Person
from concerted.register.overlapping import overlapping
from concerted.register.queries import records, references
from concerted.register.queries.clocks import clocks
from concerted.register.queries.scope import enter
from concerted.register.rows.meetings import MeetingChoice, MeetingPage, OverlapRow
from concerted.register.rows.records import MeetingRow
from concerted.terms.errors import NotAllowed


def meetings(user: Person, slug: str) -> tuple[MeetingRow, ...]:
    """List a coalition's meetings, the latest first; those without a day come last."""
    return tuple(
        records.meeting_row(one) for one in records.dated(records.meetings(enter(user, slug)), latest_first=True)
    )


def meeting(user: Person, slug: str, id: int, *, today: date) -> MeetingPage:
    """Give a meeting; what is open is that of its line, or of the whole coalition. Raises NotFound."""
    scope = enter(user, slug)
    one = records.meetings(scope).filter(pk=id).first()
    if one is None:
        raise absent("meeting", id, user)
    running = records.commitments(scope).filter(status__in=records.RUNNING)
    if one.line is not None:
        running = running.filter(lines=one.line)
    keeps = scope.part.may(Permission.MEETING_KEEP) and scope.part.keeps(one)
    return MeetingPage(
        coalition=scope.ref,
        row=records.meeting_row(one),
        satisfies=tuple(row for row in clocks(scope, today) if row.met_by and row.met_by.id == one.pk),
        open_commitments=tuple(records.commitment_row(promise, today) for promise in running),
        overlaps=tuple(_overlap(*found) for found in overlapping(user, scope.coalition, one))
        if one.status == "planned"
        else (),
        twice=_twice(one),
        may_hold=keeps and one.status == "planned",
        may_keep=keeps and one.status != "cancelled",
        edition=one.edition,
    )


def meeting_choice(user: Person, slug: str) -> MeetingChoice:
    """Give the lines, series and time zones that a meeting can be of."""
    scope = enter(user, slug)
    cadences = Cadence.objects.visible_to(user).filter(coalition=scope.coalition)
    named = records.meetings(scope).exclude(series="").values_list("series", flat=True)
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    return MeetingChoice(
        lines=tuple(references.line(one) for one in lines),
        series=tuple(sorted({*cadences.values_list("series", flat=True), *named})),
        zones=zones(),
    )


def overlaps(
    user: Person, slug: str, wanted: Sitting, *, besides: int | None = None, **shared: Any
) -> tuple[OverlapRow, ...]:
    """Give the planned meetings that a meeting of a ``room`` and ``place``, ``line`` or ``series`` would overlap."""
    scope = enter(user, slug)
    line = shared.pop("line", None)
    found = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition, number=line).first()
    one = Meeting(
        pk=besides,
        coalition=scope.coalition,
        start=wanted.first,
        end=wanted.last,
        opens=wanted.opens,
        closes=wanted.closes,
        zone=wanted.zone,
        line=found,
        **shared,
    )
    return tuple(_overlap(*each) for each in overlapping(user, scope.coalition, one))


def proposals(
    user: User, slug: str, announced: Iterable[Announcement], series: Iterable[Series] = (), *, register: str
) -> tuple[Proposal, ...]:
    """Tell what each meeting of a calendar file would add, change or cancel; ``register`` is this register's name.

    What the entries that the file has whole (``series``) have no more is cancelled. Raises NotAllowed for who keeps no
    meetings.
    """
    scope = enter(user, slug)
    if not scope.part.may(Permission.MEETING_KEEP):
        raise NotAllowed("meetings are kept by others", where=slug, expected="the secretariat")
    every = tuple(announced)
    return tuple(compare(every, known(user, scope.coalition, every, register), series))


def _overlap(other: Meeting, shared: tuple[str, ...]) -> OverlapRow:
    return OverlapRow(references.meeting(other), shared)


def _twice(one: Meeting) -> tuple[time, ...]:
    """List the times of a meeting that come twice on their day."""
    if one.start is None or not one.zone:
        return ()
    times = ((one.start, one.opens), (one.end or one.start, one.closes))
    return tuple(at for day, at in times if at is not None and comes(day, at, one.zone) > 1)
