"""The obligations to meet again, worked out over the meetings that the register knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from concerted.convening import series
from concerted.convening.clock import Days, Gathering, Span, State, Term, spans
from concerted.register import as_of
from concerted.register.asker import once
from concerted.register.models import Cadence, Meeting, Obligation, Statement
from concerted.register.queries import records, references
from concerted.register.queries.references import with_source
from concerted.register.queries.scope import Scope
from concerted.register.rows.board import ClockRow
from concerted.register.rows.references import Source


def clocks(scope: Scope, today: date) -> tuple[ClockRow, ...]:
    """List every span of every series of meetings, the oldest first within a series.

    Statements that state one obligation again lead to one running span: the last one that
    states it is its source. A series that no accepted finding speaks of counts by the
    coalition's own cadence, from the last meeting that was held. The frame of every page asks, so that within a
    request only the first question costs anything.
    """
    key = ("clocks", scope.user.pk, scope.coalition.pk, as_of.day(), today)
    return once(key, lambda: _clocks(scope, today))


def _clocks(scope: Scope, today: date) -> tuple[ClockRow, ...]:
    meetings = _dated(scope)
    by_id = {meeting.pk: meeting for meeting in meetings}
    found: dict[tuple[str, date | None, date | None], ClockRow] = {}
    told = set()
    for obligation in _obligations(scope):
        told.add(obligation.series)
        term, chain = _chain(obligation, meetings, today)
        source = references.source(obligation.finding)
        for span in chain:
            key = (obligation.series, span.counted_from.earliest, span.counted_from.latest)
            found[key] = _row(obligation.series, span, term, by_id, source, obligation.finding.quote)
    for cadence in cadences(scope, today):
        if cadence.series not in told:
            row = _by_cadence(cadence, meetings, by_id, today)
            found[(row.series, row.counted_from, None)] = row
    return tuple(sorted(found.values(), key=lambda row: (row.series, row.due_on or row.due_earliest or date.max)))


@dataclass(frozen=True, slots=True)
class Broken:
    """A span whose last day, ``due``, went by: met by a meeting so many days ``late``, or not yet (None).

    ``obligation``, ``after`` and ``meeting`` number the rule (None: the coalition's cadence), the meeting that it is
    counted from (None: a statement's day) and the one that ended it. ``told`` is false for what a cadence
    says of long ago, of which nobody knows whether it was one then.
    """

    series: str
    obligation: int | None
    after: int | None
    counted_from: date | None
    due: date
    meeting: int | None
    met_on: date | None
    late: int | None
    told: bool = True


def broken(scope: Scope, today: date) -> tuple[Broken, ...]:
    """List every span that a series of meetings broke, each series and day once, as the last rule on it says."""
    meetings = _dated(scope)
    found: dict[tuple[str, date], Broken] = {}
    ruled = set()
    for obligation in _obligations(scope):
        ruled.add(obligation.series)
        _term, chain = _chain(obligation, meetings, today)
        for number, span in enumerate(chain):
            before = chain[number - 1].met_by if number else None
            if one := _broken(obligation.series, span, before, obligation.pk):
                found[(one.series, one.due)] = one
    for cadence in cadences(scope, today):
        held = sorted(
            (one for one in _gatherings(meetings, cadence.series) if one.held and one.day <= today),
            key=lambda one: (one.day, one.key),
        )
        start = cadence.since or (held[0].day if held else None)
        if cadence.series in ruled or start is None:
            continue
        chain = spans(Term(days=cadence.days), Days.on(start), held, today, recurring=True)
        first_one = held[0] if held and held[0].day == start else None
        for number, span in enumerate(chain):
            before = chain[number - 1].met_by if number else first_one
            if one := _broken(cadence.series, span, before, None):
                told = cadence.since is not None or number >= len(chain) - 2
                found[(one.series, one.due)] = replace(one, told=told)
    return tuple(found.values())


def _broken(series_name: str, span: Span, before: Gathering | None, obligation: int | None) -> Broken | None:
    due = span.due.latest
    if due is None or not (span.late or span.state == State.OVERDUE):
        return None
    met = span.met_by
    return Broken(
        series=series_name,
        obligation=obligation,
        after=before.key if before else None,
        counted_from=span.counted_from.day,
        due=due,
        meeting=met.key if met else None,
        met_on=met.day if met else None,
        late=span.late or None,
    )


@dataclass(frozen=True, slots=True)
class Binding:
    """What binds a series of meetings: how long it has from which day, and the meetings of it that are known."""

    term: Term
    start: Days
    recurring: bool
    known: tuple[Gathering, ...]


def bindings(scope: Scope, today: date) -> dict[str, Binding]:
    """Give what binds each series: the last statement that says so, else the coalition's own cadence."""
    meetings = _dated(scope)
    found = {}
    for cadence in cadences(scope, today):
        known = tuple(_gatherings(meetings, cadence.series))
        start = cadence.since or min((one.day for one in known if one.held), default=None)
        if start is not None:
            found[cadence.series] = Binding(Term(days=cadence.days), Days.on(start), True, known)
    for one in _obligations(scope):
        term = Term(one.date, one.days, one.months)
        known = tuple(_gatherings(meetings, one.series))
        found[one.series] = Binding(term, issued(one.finding.statement), one.recurring, known)
    return found


def _chain(one: Obligation, meetings: list[Meeting], today: date) -> tuple[Term, tuple[Span, ...]]:
    term = Term(one.date, one.days, one.months)
    known = _gatherings(meetings, one.series)
    return term, spans(term, issued(one.finding.statement), known, today, recurring=one.recurring)


def lines_of(scope: Scope, today: date) -> dict[str, int]:
    """Give the number of the line of effort of each series whose every meeting is of that one: its group's."""
    meetings = {one.pk: one for one in _dated(scope)}
    found = {}
    for name, bound in bindings(scope, today).items():
        lines = {meetings[one.key].line for one in bound.known}
        line = lines.pop() if len(lines) == 1 else None
        if line is not None:
            found[name] = line.number
    return found


def first(rows: tuple[ClockRow, ...]) -> ClockRow | None:
    """Choose what to show first: the longest overdue, else what is due soonest, else what cannot be worked out."""
    running = [row for row in rows if row.state != State.MET]
    if not running:
        return rows[-1] if rows else None
    return min(running, key=lambda row: (row.days is None, row.days or 0))


def issued(statement: Statement) -> Days:
    """Give the day of a statement, or what bounds it."""
    if statement.issued_on:
        return Days.on(statement.issued_on)
    return Days(statement.earliest, statement.latest)


def deadlines(scope: Scope) -> list[Obligation]:
    """List the deadlines that bind no series of meetings."""
    return list(_all(scope).filter(series=""))


def _obligations(scope: Scope) -> list[Obligation]:
    """List the obligations to meet, the earliest statement first."""
    found = _all(scope).exclude(series="")
    return sorted(found, key=lambda one: (issued(one.finding.statement).latest or date.min, one.pk))


def _all(scope: Scope) -> QuerySet[Obligation]:
    return with_source(Obligation.objects.visible_to(scope.user).filter(coalition=scope.coalition), scope)


def _dated(scope: Scope) -> list[Meeting]:
    """List the meetings that have a day, with no more of them than a clock needs."""
    found = Meeting.objects.visible_to(scope.user).filter(coalition=scope.coalition).exclude(start=None)
    return list(found.select_related("line").only("name", "series", "line__number", "start", "end", "status"))


def _gatherings(meetings: list[Meeting], name: str) -> list[Gathering]:
    return [
        Gathering(meeting.pk, meeting.start, meeting.status == "held")
        for meeting in meetings
        if meeting.start
        and meeting.status != "cancelled"
        and series.belongs(
            name, name=meeting.name, own=meeting.series, line=meeting.line.number if meeting.line else None
        )
    ]


def cadences(scope: Scope, today: date) -> list[Cadence]:
    """List the coalition's own rules on how often it meets that hold today, by their series."""
    held = Cadence.objects.visible_to(scope.user).filter(coalition=scope.coalition).order_by("series", "pk")
    return [one for one in held if one.holds_on(today)]


def _by_cadence(cadence: Cadence, meetings: list[Meeting], by_id: dict[int, Meeting], today: date) -> ClockRow:
    """Count from the last meeting of the series that was held, or from the rule's own first day if that is later."""
    known = _gatherings(meetings, cadence.series)
    starts = [one.day for one in known if one.held and one.day <= today]
    starts += [cadence.since] if cadence.since is not None else []
    term = Term(days=cadence.days)
    start = Days.on(max(starts)) if starts else Days(None, None)
    span = spans(term, start, known, today)[-1]
    row = _row(cadence.series, span, term, by_id, None, cadence.quote)
    return replace(row, said_by=cadence.said_by, rule=records.cadence_row(cadence))


def _row(name: str, span: Span, term: Term, by_id: dict[int, Meeting], source: Source | None, words: str) -> ClockRow:
    return ClockRow(
        series=name,
        state=span.state.value,
        due_on=span.due.day,
        due_earliest=span.due.earliest,
        due_latest=span.due.latest,
        days=span.days,
        counted_from=span.counted_from.day,
        within=_within(term),
        words=words,
        met_by=references.meeting(by_id[span.met_by.key]) if span.met_by else None,
        source=source,
        said_by="",
        late=span.late,
        planned=references.meeting(by_id[span.planned.key]) if span.planned else None,
    )


def _within(term: Term) -> str:
    if term.until:
        return f"by {term.until.isoformat()}"
    return f"{term.days} days" if term.days else f"{term.months} months"
