"""Meetings that people announce, and that they say were held."""

from __future__ import annotations

from datetime import date, datetime

from concerted.actions import ledger, searching
from concerted.actions.editing import Edited, at_edition, last_change
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.models import Coalition, Meeting, Reach, User
from concerted.terms.errors import Conflict, NotFound


@ledger.action("meeting.schedule")
def schedule(
    *,
    coalition: str,
    name: str,
    start: date,
    by: User,
    at: datetime,
    end: date | None = None,
    place: str = "",
    hosts: tuple[str, ...] = (),
    line: int | None = None,
    series: str = "",
) -> int:
    """Announce a meeting; gives its number. Raises NotFound, NotAllowed, or Conflict if it ends before it starts."""
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    ledger.require(by, home, Permission.MEETING_KEEP)
    if end is not None and end < start:
        raise Conflict(f"it ends on {end}, before it starts", where="end", expected=f"{start} or later")
    if not name.strip():
        raise Conflict("it has no name", where="name", expected="what the meeting is called")
    meeting = Meeting.objects.create(
        coalition=home,
        release=naming.release(home, Reach.COALITION),
        said_by=by.name,
        name=name.strip()[:500],
        status="planned",
        start=start,
        end=end,
        place=place[:300],
        line=naming.line(home, line) if line is not None else None,
        series=series[:200],
    )
    meeting.hosts.set(naming.named(home, hosts))
    searching.index(meeting)
    return meeting.pk


@ledger.action("meeting.hold")
def hold(*, meeting: int, by: User, at: datetime, start: date | None = None, seen: int | None = None) -> None:
    """Say that a planned meeting was held, on the day planned or another one.

    ``seen`` is the edition that the person saw: with it the day of a meeting that is held already can be put right.
    Raises NotFound, NotAllowed, Edited if somebody changed it meanwhile, or Conflict if it is held already, or if its
    day (``where`` is ``start``) is not known, not over, or earlier than the statement that planned it.
    """
    where = f"meeting {meeting}"
    found = Meeting.objects.visible_to(by).select_related("coalition", "finding__statement").filter(pk=meeting).first()
    if found is None:
        raise NotFound("no such meeting", where=where, expected="a meeting of your coalitions")
    ledger.require(by, found.coalition, Permission.MEETING_KEEP)
    found.refresh_from_db()
    if seen is not None and seen != found.edition:
        raise _edited(found, seen, by)
    if found.status == "held" and seen is None:
        raise Conflict("it is held already", where=where, expected="a planned meeting")
    day = start or found.start
    if day is None or day > at.date():
        raise Conflict("its day is not known to be past", where="start", expected="the day on which it was held")
    planned = _planned_on(found)
    if planned is not None and day < planned:
        raise Conflict(
            f"{day} is before the statement that planned it", where="start", expected=f"{planned.isoformat()} or later"
        )
    if (found.status, found.start) == ("held", day):
        return
    if found.end is not None and found.end < day:
        found.end = None
    found.status, found.start, found.edition = "held", day, found.edition + 1
    found.save()


def _edited(found: Meeting, seen: int, by: User) -> Edited:
    was, last = at_edition(found, seen, by), last_change(found, by)
    return Edited(
        "somebody else changed it meanwhile",
        where=f"meeting {found.pk}",
        expected=f"edition {seen}, as you saw it",
        was={"start": was.start} if was else {},
        now={"start": found.start},
        seen=str(found.edition),
        by=last.by.name if last and last.by else None,
        at=last.at if last else None,
    )


def _planned_on(meeting: Meeting) -> date | None:
    """Give the first day on which the statement that planned a meeting can have been made, if it is known."""
    if meeting.finding is None:
        return None
    statement = meeting.finding.statement
    return statement.issued_on or statement.earliest
