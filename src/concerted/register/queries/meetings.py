"""Meetings: their list, and one with the obligations that it satisfies and what is open when it meets."""

from __future__ import annotations

from datetime import date

from concerted.register.access import Permission
from concerted.register.merged import absent
from concerted.register.models.scope import Person
from concerted.register.queries import records
from concerted.register.queries.clocks import clocks
from concerted.register.queries.scope import enter
from concerted.register.rows.meetings import MeetingPage
from concerted.register.rows.records import MeetingRow


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
        may_hold=keeps and one.status == "planned",
        edition=one.edition,
    )
