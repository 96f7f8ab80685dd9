"""Reporting windows: their list, one with its reports, and what a partner has still to report on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from concerted.register.access import Permission, Role
from concerted.register.binding import owed as owing
from concerted.register.models import Assessment, Commitment, Report, Window
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.progress import OwedRow, ReportRow, WindowPage, WindowRow, Windows
from concerted.register.rows.records import CommitmentRow
from concerted.terms.errors import NotFound


def windows(user: Person, slug: str, *, today: date) -> Windows:
    """List the reporting windows, the latest first."""
    scope = enter(user, slug)
    rows = tuple(window_row(one, today) for one in _windows(scope))
    return Windows(scope.ref, rows, scope.part.may(Permission.WINDOW_KEEP))


def window(user: Person, slug: str, id: int, *, today: date) -> WindowPage:
    """Give a reporting window with what is reported in it; raises NotFound."""
    scope = enter(user, slug)
    one = _windows(scope).filter(pk=id).first()
    if one is None:
        raise NotFound("no such reporting window", where=f"window {id}", expected="one that you may see")
    row = window_row(one, today)
    speaks = _speaks(scope)
    mine = owing(user, one, scope.part.party or 0) if speaks else None
    rest = records.commitments(scope).filter(pk__in=mine) if mine is not None else ()
    return WindowPage(
        coalition=scope.ref,
        window=row,
        reports=report_rows(scope, reports(scope).filter(window=one), today),
        owed=tuple(records.commitment_row(each, today) for each in rest),
        may_report=speaks and row.state != "coming",
        may_keep=scope.part.may(Permission.WINDOW_KEEP),
    )


def owed(user: Person, slug: str, *, today: date) -> tuple[OwedRow, ...]:
    """List the open windows in which the party has still to report for which the person speaks, with how much."""
    scope = enter(user, slug)
    if not _speaks(scope):
        return ()
    running = _windows(scope).filter(opens__lte=today, closes__gte=today)
    counted = ((one, owing(user, one, scope.part.party or 0).count()) for one in running)
    return tuple(OwedRow(window_row(one, today), count) for one, count in counted if count)


def window_row(one: Window, today: date) -> WindowRow:
    """Write a window as a row; its lines are loaded."""
    state = "coming" if today < one.opens else "open" if today <= one.closes else "closed"
    lines = sorted(one.lines.all(), key=lambda line: line.number)
    return WindowRow(
        id=one.pk,
        title=one.title,
        first=one.first,
        last=one.last,
        opens=one.opens,
        closes=one.closes,
        lines=tuple(references.line(line) for line in lines),
        state=state,
        days=(one.closes - today).days,
        edition=one.edition,
    )


def reports(scope: Scope) -> QuerySet[Report]:
    """Give the reports that a person sees, by partner and window."""
    seen = Report.objects.visible_to(scope.user).filter(coalition=scope.coalition, window__in_force=True)
    return scope.told(seen).select_related("party", "window", "by").order_by("party__name", "-window__closes", "pk")


def report_rows(scope: Scope, found: Iterable[Report], today: date) -> tuple[ReportRow, ...]:
    """Write reports as rows, those on commitments that are no longer there left out."""
    every = list(found)
    promises = promised(scope, {one.commitment_id for one in every}, today)
    marks = {
        one.report_id: one
        for one in Assessment.objects.visible_to(scope.user).filter(report__in=[one.pk for one in every])
    }
    return tuple(
        ReportRow(
            id=one.pk,
            window=one.window_id,
            window_title=one.window.title,
            commitment=promises[one.commitment_id],
            party=references.party(one.party),
            stand=one.stand,
            text=one.text,
            evidence=one.evidence,
            by=references.name(one.by),
            at=one.at,
            late=timezone.localtime(one.at).date() > one.window.closes,
            edition=one.edition,
            mark=marks[one.pk].mark if one.pk in marks else None,
            assessment=marks[one.pk].pk if one.pk in marks else None,
        )
        for one in every
        if one.commitment_id in promises
    )


def promised(scope: Scope, numbers: Iterable[int], today: date) -> dict[int, CommitmentRow]:
    """Give commitments that a person sees by their numbers; a duplicate stands for the record it was merged into."""
    every = Commitment.objects.reaching(scope.user).filter(pk__in=list(numbers))
    into = dict(every.values_list("pk", "merged_into"))
    found = records.commitments(scope).filter(pk__in={into[one] or one for one in into})
    rows = {one.pk: records.commitment_row(one, today) for one in found}
    return {one: rows[into[one] or one] for one in into if (into[one] or one) in rows}


def _windows(scope: Scope) -> QuerySet[Window]:
    found = Window.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return found.prefetch_related("lines").order_by("-closes", "-pk")


def _speaks(scope: Scope) -> bool:
    return Role.FOCAL_POINT in scope.part.roles and scope.part.may(Permission.RECORD_KEEP)
