"""Meetings that people announce, change and cancel, and that they say were held."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from typing import Any

from concerted.actions import breaches, ledger, searching, sittings
from concerted.actions.editing import Edited, at_edition, last_change
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.models import Coalition, Meeting, Reach, User
from concerted.terms.coalition import SECRETARIAT
from concerted.terms.errors import Conflict, NotFound

LONGEST = {"name": 500, "place": 300, "room": 200, "series": 200}
LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class Content:
    """What is said of a meeting; see the model. ``hosts`` are codes of parties, ``line`` is a line's number."""

    name: str
    start: date | None
    end: date | None = None
    zone: str = ""
    opens: time | None = None
    closes: time | None = None
    place: str = ""
    room: str = ""
    hosts: tuple[str, ...] = ()
    line: int | None = None
    series: str = ""


@ledger.action("meeting.schedule")
def schedule(*, coalition: str, content: Content, by: User, at: datetime) -> int:
    """Announce a meeting; gives its number.

    Raises NotFound, NotAllowed, or Conflict (``where`` is the field): what is no day, time or zone, ends before it
    starts, never comes by the clocks of its zone, or takes a room that another planned meeting has then.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    ledger.require(by, home, Permission.MEETING_KEEP)
    if content.start is None:
        raise Conflict("it has no day", where="start", expected="the first day of the meeting")
    release = naming.release(home, Reach.COALITION)
    made = Meeting(coalition=home, release=release, said_by=SECRETARIAT, status="planned")
    _write(made, content, by)
    return made.pk


@ledger.action("meeting.change")
def change(*, meeting: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what is said of a meeting; ``seen`` is the edition that the person saw.

    Raises as ``schedule``, Edited if somebody changed it meanwhile, or Conflict if it was cancelled, was held on a day
    that is not over, or is planned for a day before the statement that planned it.
    """
    found = _own(meeting, by, seen)
    if found.status == "cancelled":
        raise Conflict("it was cancelled", where=f"meeting {meeting}", expected="a meeting that is planned or was held")
    if found.status == "held" and content.start is not None and content.start > at.date():
        raise Conflict("its day is not known to be past", where="start", expected="the day on which it was held")
    if found.status == "planned" and content.start is not None:
        _not_before_its_statement(found, content.start)
    was = said(found)
    if _clean(content) == was:
        return
    found.edition += 1
    _write(found, content, by)
    if found.status == "held":
        breaches.follow(found.coalition, by, at, meeting=found.pk)


@ledger.action("meeting.cancel")
def cancel(*, meeting: int, reason: str, seen: int, by: User, at: datetime) -> None:
    """Cancel a planned meeting: it stays on record with the reason. Raises as ``change``, or Conflict once held."""
    found = _own(meeting, by, seen)
    if found.status != "planned":
        raise Conflict(f"it is {found.status}", where=f"meeting {meeting}", expected="a planned meeting")
    words = reason.strip()
    if not 0 < len(words) <= LONGEST_REASON:
        raise Conflict(f"it has {len(words)} characters", where="reason", expected=f"1 to {LONGEST_REASON}")
    found.status, found.reason, found.edition = "cancelled", words, found.edition + 1
    found.save()


@ledger.action("meeting.hold")
def hold(*, meeting: int, by: User, at: datetime, start: date | None = None, seen: int | None = None) -> None:
    """Say that a planned meeting was held, on the day planned or another one.

    ``seen`` is the edition that the person saw: with it the day of a meeting that is held already can be put right.
    Raises NotFound, NotAllowed, Edited if somebody changed it meanwhile, or Conflict if it is held already or was
    cancelled, or if its day (``where`` is ``start``) is not known, not over, or earlier than the statement that planned
    it.
    """
    found = _own(meeting, by, seen)
    where = f"meeting {meeting}"
    if found.status == "cancelled" or (found.status == "held" and seen is None):
        raise Conflict(f"it is {found.status} already", where=where, expected="a planned meeting")
    day = start or found.start
    if day is None or day > at.date():
        raise Conflict("its day is not known to be past", where="start", expected="the day on which it was held")
    _not_before_its_statement(found, day)
    if (found.status, found.start) == ("held", day):
        return
    if found.end is not None and found.end < day:
        found.end = None
    found.status, found.start, found.edition = "held", day, found.edition + 1
    found.save()
    breaches.follow(found.coalition, by, at, meeting=found.pk)


def said(one: Meeting) -> Content:
    """Give what the register says of a meeting."""
    return Content(
        name=one.name,
        start=one.start,
        end=one.end,
        zone=one.zone,
        opens=one.opens,
        closes=one.closes,
        place=one.place,
        room=one.room,
        hosts=tuple(sorted(one.hosts.values_list("code", flat=True))) if one.pk else (),
        line=one.line.number if one.line else None,
        series=one.series,
    )


def _own(number: int, by: User, seen: int | None) -> Meeting:
    """Find a meeting that the person keeps, in the edition that they saw if they say which."""
    found = Meeting.objects.visible_to(by).select_related("coalition", "finding__statement").filter(pk=number).first()
    if found is None:
        raise NotFound("no such meeting", where=f"meeting {number}", expected="a meeting of your coalitions")
    ledger.require(by, found.coalition, Permission.MEETING_KEEP)
    found.refresh_from_db()
    if seen is not None and seen != found.edition:
        raise _edited(found, seen, by)
    return found


def _write(one: Meeting, content: Content, by: User) -> None:
    """Put a content into a meeting and store it; raises Conflict."""
    given = _clean(content)
    if not given.name:
        raise Conflict("it has no name", where="name", expected="what the meeting is called")
    for name, longest in LONGEST.items():
        if len(getattr(given, name)) > longest:
            raise Conflict(f"it has {len(getattr(given, name))} characters", where=name, expected=f"at most {longest}")
    sittings.check(given.start, given.end, given.zone, given.opens, given.closes)
    one.name, one.start, one.end, one.zone = given.name, given.start, given.end, given.zone
    one.opens, one.closes, one.place, one.room = given.opens, given.closes, given.place, given.room
    one.series = given.series
    try:
        one.line = naming.line(one.coalition, given.line) if given.line is not None else None
    except NotFound as error:
        raise Conflict(
            f"no line of effort {given.line}", where="line", expected="one of the coalition's lines"
        ) from error
    try:
        hosts = naming.named(one.coalition, given.hosts)
    except NotFound as error:
        raise Conflict(
            "a host is no party", where="hosts", expected="a code of the vocabulary, such as KWT or NATO"
        ) from error
    if one.status == "planned":
        sittings.free(one, by)
    one.save()
    if {host.pk for host in hosts} != set(one.hosts.values_list("pk", flat=True)):
        one.hosts.set(hosts)
    searching.index(one)


def _clean(content: Content) -> Content:
    words = {name: " ".join(getattr(content, name).split()) for name in LONGEST}
    # The same day twice is one day.
    end = None if content.end == content.start else content.end
    given: dict[str, Any] = {**words, "zone": content.zone.strip(), "hosts": tuple(sorted(set(content.hosts)))}
    return replace(content, end=end, **given)


def _edited(found: Meeting, seen: int, by: User) -> Edited:
    was, last = at_edition(found, seen, by), last_change(found, by)
    return Edited(
        "somebody else changed it meanwhile",
        where=f"meeting {found.pk}",
        expected=f"edition {seen}, as you saw it",
        # Hosts are kept beside the meeting: what they were is not in its own entry.
        was={name: value for name, value in asdict(said(was)).items() if name != "hosts"} if was else {},
        now=asdict(said(found)),
        seen=str(found.edition),
        by=last.by.name if last and last.by else None,
        at=last.at if last else None,
    )


def _not_before_its_statement(meeting: Meeting, day: date) -> None:
    """Refuse a day before the first one on which the statement that planned a meeting can have been made."""
    if meeting.finding is None:
        return
    planned = meeting.finding.statement.issued_on or meeting.finding.statement.earliest
    if planned is not None and day < planned:
        raise Conflict(
            f"{day} is before the statement that planned it", where="start", expected=f"{planned.isoformat()} or later"
        )
