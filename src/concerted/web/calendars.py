"""What the register's rows say in a calendar, in the language of the person whose it is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from concerted.convening.warnings import STAGES
from concerted.formats.calendars import Attendee, Calendar, Deadline, Event, Person, write
from concerted.register.announced import entry_uid
from concerted.register.packing.names import own_name
from concerted.register.rows.calendars import AttendeeRow, CalendarRows, DueEntry, MeetingEntry
from concerted.web.names import party_name
from concerted.web.words import coalition_name, word

# Days before a meeting that is to come.
_BEFORE_MEETING = (7, 1)
_LONGEST_SUMMARY = 150
_TASKS = {"open": "NEEDS-ACTION", "done": "COMPLETED", "gone": "CANCELLED"}
_PAGES = {"commitment": "web:commitment", "action": "web:action", "window": "web:window", "obligation": "web:statement"}
_PARTS = {"registered": "ACCEPTED", "invited": "NEEDS-ACTION", "withdrawn": "DECLINED"}
_ROLES = {
    "head of delegation": "REQ-PARTICIPANT",
    "delegate": "REQ-PARTICIPANT",
    "adviser": "OPT-PARTICIPANT",
    "interpreter": "OPT-PARTICIPANT",
    "observer": "NON-PARTICIPANT",
}


def written(rows: CalendarRows) -> bytes:
    """Write the calendar of a person in the language of their mails."""
    # Two registers call no entry alike.
    register = own_name()
    with override(rows.language or settings.LANGUAGE_CODE):
        entries: list[Event | Deadline] = [_meeting(rows, one, register) for one in rows.meetings]
        entries += [_due(rows, one, register) for one in rows.due]
        return write(Calendar(calendar_name(rows), get_language() or "en", tuple(entries)))


def calendar_name(rows: CalendarRows) -> str:
    """Say what a calendar is of."""
    name = coalition_name(rows.coalition)
    if rows.line:
        line = {"number": rows.line.number, "title": rows.line.title}
        return f"{name} – {_('line %(number)s: %(title)s') % line}"
    return f"{name} – {word(rows.series)}" if rows.series else name


def _meeting(rows: CalendarRows, entry: MeetingEntry, register: str) -> Event:
    row = entry.row
    start, end = _times(entry)
    status = "CANCELLED" if row.meeting.status == "cancelled" else "CONFIRMED"
    said = [str(word(row.meeting.status)), row.reason or "", row.attendance or ""]
    return Event(
        uid=entry_uid(row.meeting.id, register),
        sequence=entry.edition - 1,
        stamp=entry.changed_at,
        summary=row.meeting.name,
        description="\n".join(one for one in said if one),
        url=_address("web:meeting", rows, row.meeting.id),
        categories=(str(word(row.series)),) if row.series else (),
        warnings=_BEFORE_MEETING if row.meeting.status == "planned" else (),
        start=start,
        end=end,
        status=status,
        location=", ".join(one for one in (row.room, row.place) if one),
        # RFC 5545, 3.8.4.3: who takes part stands beside who calls them together, and only then.
        organizer=_person(f"coalition-{rows.coalition.slug}", coalition_name(rows.coalition), register)
        if entry.attendees
        else None,
        attendees=tuple(_attendee(one, register) for one in entry.attendees),
    )


def _attendee(row: AttendeeRow, register: str) -> Attendee:
    """Say who takes part and how: who is registered has accepted, whom one waits for has not answered."""
    of = party_name(row.party) if row.party else row.organisation
    role = "CHAIR" if row.is_chair else _ROLES[row.role]
    return Attendee(_person(f"delegate-{row.id}", f"{row.person} ({of})", register), role, _PARTS[row.status])


def _person(name: str, called: str, register: str) -> Person:
    """Name somebody without an address to write to, which the register does not keep.

    A calendar's address may be any URI (RFC 5545, 3.3.3); mailto: is for those that mail reaches. A made-up one, even
    under .invalid, is one that a program may offer to write to. urn:uuid: (RFC 9562) says who it is and no more: the
    same for ever, and another one in another register.
    """
    return Person(uuid5(NAMESPACE_URL, f"{name}@{register}").urn, called)


def _times(entry: MeetingEntry) -> tuple[date | datetime, date | datetime | None]:
    """Give first and last moment where the times are said, else the days."""
    row, first = entry.row, entry.row.meeting.start
    if first is None:
        raise TypeError("a meeting without a day stands in no calendar")
    last = row.meeting.end or first
    if not row.zone or row.opens is None:
        return first, last
    zone = ZoneInfo(row.zone)
    start = datetime.combine(first, row.opens, zone)
    if row.closes is not None:
        end = datetime.combine(last, row.closes, zone)
    else:
        end = datetime.combine(last + timedelta(days=1), time(), zone)
    return start, end if end.replace(tzinfo=None) > start.replace(tzinfo=None) else None


def _due(rows: CalendarRows, entry: DueEntry, register: str) -> Deadline:
    said = {
        "commitment": _("Due: %(what)s"),
        "action": _("To be done: %(what)s"),
        "obligation": _("Time limit: %(what)s"),
        "window": _("Reports are due: %(what)s"),
        "series": _("Must have met by this day: %(what)s"),
    }[entry.noun]
    text = str(word(entry.text)) if entry.noun == "series" else " ".join(entry.text.split())
    short = text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 1]}…"
    page = _PAGES.get(entry.noun)
    return Deadline(
        uid=f"{entry.noun}-{entry.key}@{register}",
        sequence=entry.edition - 1,
        stamp=entry.changed_at,
        summary=said % {"what": short},
        description=text if short != text else "",
        url=_address(page, rows, entry.number) if page else _address("web:meetings", rows),
        warnings=STAGES,
        due=entry.due_on,
        status=_TASKS[entry.state],
    )


def _address(page: str, rows: CalendarRows, number: int | None = None) -> str:
    """Give a page's address under the site's own origin; "" where the site does not know it."""
    parts = [rows.coalition.slug, *([] if number is None else [number])]
    return f"{settings.ORIGIN}{reverse(page, args=parts)}" if settings.ORIGIN else ""
