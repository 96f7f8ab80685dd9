"""The page of the clock, and what would follow if a series of meetings came together on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby

from concerted.convening.warnings import warnings
from concerted.convening.what_if import what_if
from concerted.register.models import Window
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.breaches import breaches
from concerted.register.queries.clocks import bindings, clocks, lines_of
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.board import ClockRow
from concerted.register.rows.clock import BreachRow, ClockPage, SeriesRow, WarningRow, WhatIfRow
from concerted.terms.errors import NotFound


def clock(user: Person, slug: str, *, today: date, series: str = "", on: date | None = None) -> ClockPage:
    """Give each series of meetings with its warnings and breaches; with a day, what if the series met on it.

    Raises NotFound, also for a series that nothing binds.
    """
    scope = enter(user, slug)
    found = {name: tuple(rows) for name, rows in groupby(clocks(scope, today), key=lambda row: row.series)}
    broken, lines = breaches(scope), lines_of(scope, today)
    return ClockPage(
        coalition=scope.ref,
        as_of=today,
        series=tuple(
            _series(name, found.get(name, ()), broken.get(name, ()), lines.get(name), today)
            for name in sorted({*found, *broken})
        ),
        what_if=_supposed(scope, series, on, today) if on is not None else None,
    )


def _series(
    name: str, rows: tuple[ClockRow, ...], broken: tuple[BreachRow, ...], line: int | None, today: date
) -> SeriesRow:
    made = SeriesRow(series=name, spans=rows, warnings=(), breaches=broken, line=line)
    running = made.running
    days = warnings(running.due_on) if running is not None and running.due_on is not None else ()
    return replace(made, warnings=tuple(WarningRow(stage, day, day <= today) for stage, day in days))


def _supposed(scope: Scope, series: str, on: date, today: date) -> WhatIfRow:
    bound = bindings(scope, today).get(series)
    if bound is None:
        raise NotFound("no such series", where="series", expected="a series that has to meet again")
    found = what_if(bound.term, bound.start, bound.known, on, recurring=bound.recurring)
    due = records.commitments(scope).filter(status__in=records.RUNNING, due_on__gte=today, due_on__lte=on)
    windows = Window.objects.visible_to(scope.user).filter(
        coalition=scope.coalition, closes__gte=today, closes__lte=on
    )  # fmt: skip
    planned = [
        one
        for one in records.meetings(scope).filter(status="planned", start__lte=on)
        if one.start is not None and on <= (one.end or one.start)
    ]
    return WhatIfRow(
        series=series,
        on=on,
        satisfies=found is not None,
        counted_from=found.counted_from.day if found else None,
        due_on=found.due.day if found else None,
        late=found.late if found else 0,
        spare=found.spare if found else None,
        next_due_on=found.next_due.day if found and found.next_due else None,
        commitments=tuple(records.commitment_row(one, today) for one in due.order_by("due_on", "pk")),
        windows=tuple((one.title, one.closes) for one in windows.order_by("closes", "pk")),
        planned=tuple(references.meeting(one) for one in planned),
    )
