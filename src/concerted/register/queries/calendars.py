"""What stands in a calendar: meetings and what is due, as a person sees them now."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.db.models import Max

from concerted.convening import series as chain
from concerted.convening.clock import State, Term
from concerted.register.models import (
    Action,
    ActionStatus,
    Cadence,
    Capacity,
    Commitment,
    Delegate,
    Entry,
    LineOfEffort,
    Meeting,
    Status,
    Window,
)
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clocks import clocks, deadlines, issued
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.calendars import AttendeeRow, CalendarRows, DueEntry, MeetingEntry
from concerted.register.rows.references import PartyRef
from concerted.terms.errors import NotFound

_STATES = {
    Status.OPEN: "open",
    Status.IN_PROGRESS: "open",
    Status.FULFILLED: "done",
    Status.LAPSED: "gone",
    Status.SUPERSEDED: "gone",
}
# Of what no entry of the ledger that the person sees says when it changed.
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def calendar(user: Person, slug: str, *, today: date, line: int | None = None, series: str = "") -> CalendarRows:
    """Give the meetings with a day and what is due, all of it or what is of a line or a series.

    A line has its own meetings, commitments, action points and windows; a series its meetings and the day by which it
    must meet. Raises NotFound for no such coalition or line.
    """
    scope = enter(user, slug)
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition)
    of = lines.filter(number=line).first() if line is not None else None
    if line is not None and of is None:
        raise NotFound("no such line", where=f"line {line}", expected="a line of the coalition")
    due = [] if series else [*_commitments(scope, of), *_actions(scope, of), *_windows(scope, of, today)]
    if of is None:
        due += _series(scope, series, today)
    if of is None and not series:
        due += _deadlines(scope)
    return CalendarRows(
        coalition=scope.ref,
        language=getattr(user, "language", ""),
        line=references.line(of) if of else None,
        series=series,
        meetings=tuple(_meetings(scope, of, series)),
        due=tuple(due),
    )


def series_names(scope: Scope, today: date) -> tuple[str, ...]:
    """List the series that must meet by a day."""
    kept = Cadence.objects.visible_to(scope.user).filter(coalition=scope.coalition).values_list("series", flat=True)
    return tuple(sorted({*kept, *(row.series for row in clocks(scope, today))} - {chain.ANY}))


def _meetings(scope: Scope, line: LineOfEffort | None, series: str) -> Iterator[MeetingEntry]:
    changed, attending = _changes(scope, "meeting"), _attendees(scope)
    for one in records.meetings(scope).filter(start__isnull=False).order_by("start", "pk"):
        if line is not None and one.line_id != line.pk:
            continue
        number = one.line.number if one.line else None
        if series and not chain.belongs(series, name=one.name, own=one.series, line=number):
            continue
        at = changed.get(str(one.pk), _LONG_AGO)
        yield MeetingEntry(records.meeting_row(one), one.edition, at, tuple(attending[one.pk]))


def _attendees(scope: Scope) -> dict[int, list[AttendeeRow]]:
    """Give those of the delegates of each meeting whom the person sees, by one question."""
    found = Delegate.objects.visible_to(scope.user).filter(coalition=scope.coalition).select_related("party")
    hosts: dict[int, set[int]] = defaultdict(set)
    for meeting, host in Meeting.hosts.through.objects.filter(meeting__coalition=scope.coalition).values_list(
        "meeting", "party"
    ):
        hosts[meeting].add(host)
    parties: dict[int, PartyRef] = {}
    every: dict[int, list[AttendeeRow]] = defaultdict(list)
    for one in found.order_by("pk"):
        party = parties.setdefault(one.party.pk, references.party(one.party)) if one.party else None
        chair = one.role == Capacity.HEAD and one.party_id in hosts[one.meeting_id]
        every[one.meeting_id].append(
            AttendeeRow(one.pk, one.person, party, one.organisation, one.role, one.status, chair)
        )
    return every


def _commitments(scope: Scope, line: LineOfEffort | None) -> Iterator[DueEntry]:
    changed = _changes(scope, "commitment")
    found = Commitment.objects.visible_to(scope.user).filter(coalition=scope.coalition, due_on__isnull=False)
    if line is not None:
        found = found.filter(lines=line)
    columns = ("pk", "text", "due_on", "status", "edition")
    for pk, text, due_on, status, edition in found.order_by("due_on", "pk").values_list(*columns):
        if due_on is not None:
            at = changed.get(str(pk), _LONG_AGO)
            yield DueEntry("commitment", str(pk), pk, text, due_on, _STATES[Status(status)], edition, at)


def _actions(scope: Scope, line: LineOfEffort | None) -> Iterator[DueEntry]:
    """Give the action points with a day; what is said to be done is, until somebody finds it is not."""
    changed = _changes(scope, "action")
    found = Action.objects.visible_to(scope.user).filter(coalition=scope.coalition, due__isnull=False)
    if line is not None:
        found = found.filter(line=line)
    for one in found.order_by("due", "pk"):
        if one.due is not None:
            state = "open" if one.status == ActionStatus.OPEN else "done"
            at = changed.get(str(one.pk), _LONG_AGO)
            yield DueEntry("action", str(one.pk), one.pk, one.text, one.due, state, one.edition, at)


def _windows(scope: Scope, line: LineOfEffort | None, today: date) -> Iterator[DueEntry]:
    """Give the days on which reporting windows close; one that names no lines is of all."""
    changed = _changes(scope, "window")
    found = Window.objects.visible_to(scope.user).filter(coalition=scope.coalition).prefetch_related("lines")
    for one in found.order_by("closes", "pk"):
        of = {each.pk for each in one.lines.all()}
        if line is None or not of or line.pk in of:
            state = "done" if one.closes < today else "open"
            at = changed.get(str(one.pk), _LONG_AGO)
            yield DueEntry("window", str(one.pk), one.pk, one.title, one.closes, state, one.edition, at)


def _deadlines(scope: Scope) -> Iterator[DueEntry]:
    """Give the time limits that bind no series and stand for no commitment, where their day is known."""
    promised = Commitment.objects.visible_to(scope.user).filter(coalition=scope.coalition, due_on__isnull=False)
    told = set(promised.values_list("finding__statement", "due_on"))
    changed = _changes(scope, "obligation")
    for one in deadlines(scope):
        statement = one.finding.statement
        day = Term(one.date, one.days, one.months).ends(issued(statement)).day
        if day is not None and (statement.pk, day) not in told:
            text = f"{one.finding.quote} ({statement.title})"
            at = changed.get(str(one.pk), _LONG_AGO)
            yield DueEntry("obligation", str(one.pk), statement.pk, text, day, "open", one.edition, at)


def _series(scope: Scope, series: str, today: date) -> Iterator[DueEntry]:
    """Give the day by which each series must meet next, where it is known."""
    for row in clocks(scope, today):
        if row.due_on is not None and row.state != State.MET and series in ("", row.series):
            counted = f"{row.series} {row.counted_from or row.due_on}"
            key = hashlib.sha256(counted.encode()).hexdigest()[:16]
            yield DueEntry("series", key, None, row.series, row.due_on, "open", 1, _LONG_AGO)


def _changes(scope: Scope, noun: str) -> dict[str, datetime]:
    """Tell when each record of a noun last changed, by the entries of the ledger that the person sees."""
    found = Entry.objects.visible_to(scope.user).filter(noun=noun, coalition=scope.coalition)
    return dict(found.order_by().values_list("record").annotate(last=Max("at")))
